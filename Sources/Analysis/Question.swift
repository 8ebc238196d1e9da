package import CohortModel
package import SurvivalStatistics

/// What is asked of a cohort: everything that changes a number, and nothing that only changes how it is shown.
package struct Question: Hashable, Sendable {
  /// The endpoint's name.
  package var endpoint: String
  /// The cause whose incidence is shown; `nil` for the first, and for all beside each other where there are no arms.
  package var cause: String?
  /// Which causes are shown; `nil` where nobody said: see ``shownCauses(of:)``.
  package var causes: CausesShown?
  package var filters = FilterSet()
  /// `nil` for everybody together.
  package var arms: Arms?
  /// The second factor, with a panel for each of its values; `nil` for one panel.
  package var panels: Arms?
  /// The time at which curves are read.
  package var at: TimePoint?
  /// Only those event-free and under observation then, with the clock restarted; `nil` for everybody from time zero.
  package var landmark: TimePoint?
  /// Everybody's follow-up ends there; `nil` for all there is.
  package var censorAt: TimePoint?
  /// What is done about arms and filters that are known only later.
  package var knownLater = KnownLater.refused
  /// The scale of confidence intervals.
  package var interval = ConfidenceTransform.logLog

  /// What enters the regressions, in the order in which it is shown.
  package var covariates: [CovariateTerm] = []

  /// Whether ratios that have no finite estimate are estimated by Firth's penalised likelihood.
  package var usesFirth = false

  /// What the patients' characteristics are compared between.
  package var comparison = Comparison.arms

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case arms
    /// Those selected and all others.
    case rest
  }

  package typealias KnownLater = CohortModel.KnownLater

  package init(endpoint: String) { self.endpoint = endpoint }

  /// The question without what changes no curve: the time at which curves are read, all that is about regressions, and
  /// what characteristics are compared between.
  package var curves: Question {
    var question = self
    (question.at, question.covariates, question.usesFirth, question.comparison) = (nil, [], false, .arms)
    return question
  }
}

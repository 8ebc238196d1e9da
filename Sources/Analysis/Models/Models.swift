package import CohortModel
package import SurvivalStatistics

/// Regressions of the selected patients on several covariates together.
package struct Models: Equatable, Sendable {
  package let question: Question
  package let endpoint: Endpoint
  /// The cause that is modelled; `nil` for survival.
  package let cause: Int?
  /// Cox's model; for a cause Fine and Gray's, then the cause-specific one.
  package let fits: [RegressionFit]
  /// Who is in before covariates are looked at, and who is not.
  package let counts: WindowCounts
}

extension Endpoint {
  /// The regressions that say something of it: Cox's, or for a cause among others both that there are.
  package var fittingModels: [RegressionKind] {
    kind == .competingRisks ? [.fineGray, .causeSpecific] : [.cox]
  }
}

/// A regression as it was fitted to the complete cases.
package struct RegressionFit: Equatable, Sendable {
  package var kind: RegressionKind
  /// In the order in which they entered, interactions last.
  package var terms: [Term]
  /// Each of their levels, or combinations of levels, has a baseline hazard of its own.
  package var strata: [Variable]
  /// Patients with everything known, and their events.
  package var patientCount: Int
  package var eventCount: Int
  /// Of those whom the endpoint can use, the ones left out because a covariate is unknown.
  package var unknownCount: Int
  /// Of those left out, the ones with a number of which there is no logarithm.
  package var withoutLogarithm: Int
  /// Why there are no estimates; `nil` where there are.
  package var obstacle: ModelObstacle?
  /// Whether it is fitted by Firth's penalised likelihood, as its own has no maximum.
  package var isPenalized: Bool
  /// All coefficients together: twice the gain in log-likelihood (of Fine and Gray's model in its pseudo-likelihood, of
  /// Firth's in the penalised one).
  package var likelihoodRatio: ChiSquaredResult
  /// None for a penalised model.
  package var wald: ChiSquaredResult
  /// `nil` for Fine and Gray's model, and for a penalised one.
  package var score: ChiSquaredResult?
  package var concordance: Concordance?
  /// Of proportional hazards, all terms together; `nil` for Fine and Gray's model, and for a penalised one.
  package var proportionality: ChiSquaredResult?

  /// Columns of the design.
  package var degreesOfFreedom: Int { terms.reduce(0) { $0 + $1.columnCount } }

  /// Events for each coefficient; `nil` where there is none.
  package var eventsPerDegree: Double? {
    degreesOfFreedom == 0 ? nil : Double(eventCount) / Double(degreesOfFreedom)
  }

  package struct Term: Equatable, Sendable {
    package var term: CovariateTerm
    package var variable: Variable
    /// The other variable of an interaction; `nil` for any other term.
    package var partner: Variable?
    /// The reference first where there is one; levels that nobody has are left out.
    package var rows: [Row]
    /// All its coefficients together, by Wald or the penalised likelihood ratio.
    package var test: ChiSquaredResult
    /// Against the model without it, by the likelihood ratio; `nil` where an interaction is with it, and where it is alone.
    package var dropped: ChiSquaredResult?
    package var proportionality: ChiSquaredResult?
    /// The reference asked for, where nobody has that level and another took its place.
    package var absentReference: String?

    package var columnCount: Int { rows.count { !$0.isReference } }
  }

  package struct Row: Equatable, Sendable {
    /// A level or interval; `nil` for a number as it is.
    package var level: String?
    /// Of the other variable of an interaction; `nil` for a number as it is, and for any other term.
    package var partnerLevel: String?
    package var isReference: Bool
    package var patientCount: Int
    package var eventCount: Int
    /// `nil` for the reference, and where the model has no estimate.
    package var adjusted: RatioEstimate?
    /// From the model of this term alone, on the same patients.
    package var unadjusted: RatioEstimate?
  }
}

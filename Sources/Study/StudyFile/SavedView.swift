package import CohortModel

/// A question somebody wants to show again: an endpoint, split by a variable, in some of the patients.
package struct SavedView: Sendable, Equatable {
  /// The screen on which it opens.
  package enum Screen: String, Sendable, CaseIterable {
    case curves, univariable, models, characteristics, patients, data
  }

  /// The scales of confidence intervals, as they are typed everywhere.
  package enum Interval: String, Sendable, CaseIterable {
    case logLog = "log-log"
    case log, plain, logit, arcsine
  }

  package var name: String
  package var screen: Screen
  package var endpoint: String?
  /// The arms, as they are typed: a variable, or a number and where it is cut.
  package var by: String?
  /// A filter expression.
  package var filter: String?
  /// When estimates are read.
  package var at: TimePoint?
  /// The time of a landmark analysis: only patients still event-free then, the clock restarted.
  package var landmark: TimePoint?
  /// Where everybody's follow-up ends.
  package var censorAt: TimePoint?
  /// The cause of the endpoint that is plotted; the first where nobody says.
  package var cause: String?
  /// The scale of confidence intervals; the usual one where nobody says.
  package var interval: Interval?
  /// The covariates of a model, or the rows of a table.
  package var covariates: [String]
  /// What a speaker wants to say.
  package var note: String?

  package init(
    name: String, screen: Screen = .curves, endpoint: String? = nil, by: String? = nil, filter: String? = nil,
    at: TimePoint? = nil, landmark: TimePoint? = nil, censorAt: TimePoint? = nil, cause: String? = nil,
    covariates: [String] = [], note: String? = nil
  ) {
    (self.name, self.screen, self.endpoint, self.by, self.filter) = (name, screen, endpoint, by, filter)
    (self.at, self.landmark, self.censorAt, self.cause) = (at, landmark, censorAt, cause)
    (self.covariates, self.note) = (covariates, note)
  }

  /// The view with times that name no unit in the unit in which times are recorded.
  func timed(in unit: TimeUnit?) -> SavedView {
    var view = self
    view.at = at?.inUnit(unit)
    view.landmark = landmark?.inUnit(unit)
    view.censorAt = censorAt?.inUnit(unit)
    return view
  }
}

extension TimePoint {
  /// The time, in a unit where it names none.
  func inUnit(_ recorded: TimeUnit?) -> TimePoint { TimePoint(value, unit ?? recorded) }
}

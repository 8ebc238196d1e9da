package import Analysis
package import CohortModel

/// How a session is shown: nothing here changes a number.
package struct Display: Hashable, Sendable {
  package enum View: String, Hashable, Sendable, CaseIterable {
    case curves, univariable, models, characteristics, patients, data
  }

  /// What the table below the curves counts.
  package enum RiskRows: String, Hashable, Sendable, CaseIterable {
    case atRisk = "at-risk"
    case withEvents = "events"
    case withEventsAndCensored = "censored"
  }

  /// What stands beside the median of a characteristic.
  package enum Spread: String, Hashable, Sendable, CaseIterable {
    case quartiles, range
  }

  package enum Charset: String, Hashable, Sendable, CaseIterable {
    case unicode, ascii
  }

  package var view = View.curves
  package var showsIntervals = false
  package var showsCensorings = true
  package var riskRows = RiskRows.atRisk
  /// The regression that the Models view shows alone; `nil` for all that fit the endpoint.
  package var model: RegressionKind?
  /// Whether unadjusted ratios have their column where there is little room, too.
  package var showsUnadjusted = false
  /// Whether curves standardised to all patients stand above those observed.
  package var showsAdjusted = false
  /// How the factors of the Univariable view are sorted.
  package var factorOrder = FactorOrder.p
  /// How the patients of the Patients view are sorted.
  package var patientOrder = PatientOrder(.followUp, isDescending: true)
  /// The variables that are shown of patients; `nil` for the first that there is room for.
  package var patientColumns: [String]?
  /// Patients that somebody wants to find again, whatever is filtered.
  package var markedPatients: Set<PatientName> = []
  /// Whether what single patients are called is kept from readers.
  package var hidesIdentifiers = false
  package var spread = Spread.quartiles
  /// Whether counts of characteristics have their percentages beside them.
  package var showsPercents = true
  /// Whether characteristics have P values beside their differences.
  package var showsPValues = true
  /// Whether the y axis covers the data only, instead of 0–100 %.
  package var zoomsAxis = false
  /// Whether the plot has the whole width.
  package var hidesFilters = false
  /// The last time shown; `nil` shows all of follow-up.
  package var until: TimePoint?
  /// The unit asked for; `nil` leaves it to the study.
  package var unit: TimeUnit?
  /// The time at which the cross-hair stands; `nil` where there is none.
  package var crosshair: TimePoint?
  /// The theme's name.
  package var theme: String
  package var charset = Charset.unicode
  package var usesMouse = true
  /// The variables whose values are in sight in the filters pane.
  package var openVariables: Set<String> = []
  /// The saved view that was shown last, by name.
  package var savedView: String?
  /// Whether somebody said that the columns mean what was guessed.
  package var isConfirmed = false

  /// - Parameter theme: see ``theme``.
  package init(theme: String) { self.theme = theme }
}

package import CohortEngine
package import TerminalGrid

/// How things are shown; nothing here changes a number.
package struct DisplayOptions: Hashable, Sendable {
  package enum RiskRows: Int, Hashable, Sendable, CaseIterable {
    case atRisk, withEvents, withEventsAndCensored
  }

  package var showsIntervals = false
  package var showsCensorings = true
  package var riskRows = RiskRows.atRisk
  /// Whether the y axis covers the data only, instead of 0–100 %.
  package var zoomsAxis = false
  /// Whether the plot has the whole width.
  package var hidesFilters = false
  package var usesMouse = true
  package var charset = Charset.unicode
  /// The last time shown, in the shown unit; `nil` shows all of follow-up.
  package var horizon: Double?
  /// The unit asked for; `nil` leaves it to the study.
  package var unit: TimeUnit?

  package init() {}
}

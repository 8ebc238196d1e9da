/// What is drawn of curves besides their lines.
package struct CurvesOptions: Hashable, Sendable {
  /// What the table below the plot counts.
  package enum RiskRows: Hashable, Sendable, CaseIterable { case atRisk, withEvents, withEventsAndCensored }

  /// `nil` for bands where there are at most three curves, of which more would hide each other.
  package var hasBands: Bool?
  package var hasCensorings = true
  package var riskRows = RiskRows.atRisk
  /// The last time shown, in the shown unit; `nil` for all of follow-up.
  package var until: Double?

  package init() {}

  static let mostBands = 3
}

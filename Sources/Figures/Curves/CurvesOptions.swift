import Report

/// What is drawn of curves besides their lines.
package struct CurvesOptions: Hashable, Sendable {
  /// What the table below the plot counts.
  package enum RiskRows: Hashable, Sendable, CaseIterable { case atRisk, withEvents, withEventsAndCensored }

  /// `nil` for bands where there are at most three curves, of which more would hide each other.
  package var hasBands: Bool?
  package var hasCensorings = true
  package var riskRows = RiskRows.atRisk
  /// Whether the causes of one arm lie upon each other, with those free of any event on top.
  package var isStacked = false
  /// Whether the axis of shares covers the curves only.
  package var isZoomed = false
  /// The last time shown, in the shown unit; `nil` for all of follow-up.
  package var until: Double?

  package init() {}

  static let mostBands = 3
}

extension [Report.Figure.Curve] {
  /// The smallest stretch of twentieths that holds all curves up to a time, and their bands where these are drawn.
  func shares(until time: Double, withBands: Bool) -> ClosedRange<Double> {
    guard let first else { return 0...1 }
    var (low, high) = (first.start, first.start)
    for curve in self {
      for step in curve.times.indices where curve.times[step] <= time {
        (low, high) = (Swift.min(low, curve.values[step]), Swift.max(high, curve.values[step]))
        guard withBands, let lower = curve.lower[step], let upper = curve.upper[step] else { continue }
        (low, high) = (Swift.min(low, lower), Swift.max(high, upper))
      }
    }
    let floor = Swift.max(0, (low * 20 - 1e-9).rounded(.down) / 20)
    let ceiling = Swift.min(1, (high * 20 + 1e-9).rounded(.up) / 20)
    return ceiling - floor < 0.1
      ? Swift.max(0, ceiling - 0.1)...Swift.max(0.1, ceiling) : floor...ceiling
  }
}

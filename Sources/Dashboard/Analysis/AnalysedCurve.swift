package import SurvivalStatistics

/// One curve of the plot with what is said about it; times are in the recorded unit.
package struct AnalysedCurve: Sendable, Equatable {
  package var label: String
  /// Which of the analysis' arms the curve is of.
  package var arm: Int
  /// The number that chooses colour, dash and glyph.
  package var series: Int
  /// The cause whose incidence it is; `nil` for survival.
  package var cause: Int?
  package var events: Int
  package var times: [Double]
  /// Survival, or the incidence of the cause, from each time on.
  package var values: [Double]
  package var band: ConfidenceBand
  /// Whether too few are left to rely on the curve from each time on.
  package var isFaint: [Bool]
  /// The median, for survival.
  package var median: QuantileEstimate?
  /// Where observation of the arm ends, and how many were at risk just before.
  package var end: End?
  /// The share without any event at the end: 0 where everybody failed.
  package var survivalAtEnd: Double

  package struct End: Sendable, Equatable {
    package var time: Double
    package var atRisk: Int
  }

  /// What the curve says at one time.
  package enum Reading: Sendable, Equatable {
    case estimate(value: Double, interval: ConfidenceInterval?)
    /// Nobody was observed that long; the time is the last at which somebody was.
    case pastFollowUp(end: Double)
    /// Nobody is in the stratum.
    case empty
  }

  /// The curve at a time: its last step at or before it.
  ///
  /// Past the last observed time nothing is known, unless nobody was left without the event.
  /// - Complexity: O(log steps).
  package func reading(at time: Double) -> Reading {
    guard let end else { return .empty }
    if time > end.time, survivalAtEnd > 0 { return .pastFollowUp(end: end.time) }
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return .estimate(value: cause == nil ? 1 : 0, interval: nil) }
    let (lower, upper) = (band.lower[low - 1], band.upper[low - 1])
    let interval = lower.flatMap { lower in upper.map { ConfidenceInterval(lower: lower, upper: $0) } }
    return .estimate(value: values[low - 1], interval: interval)
  }
}

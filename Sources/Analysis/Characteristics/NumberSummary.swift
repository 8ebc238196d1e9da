import SurvivalStatistics

/// Numbers of some patients; quantiles are R's type 7, and `nil` stands where nobody has a number.
package struct NumberSummary: Equatable, Sendable {
  /// Patients with a number.
  package var count: Int
  package var median: Double?
  package var lowerQuartile: Double?
  package var upperQuartile: Double?
  package var minimum: Double?
  package var maximum: Double?
  package var mean: Double?
  /// With denominator n − 1; `nil` for fewer than two patients.
  package var standardDeviation: Double?

  init(_ summary: SampleSummary) {
    (count, median) = (summary.count, summary.median)
    (lowerQuartile, upperQuartile) = (summary.lowerQuartile, summary.upperQuartile)
    (minimum, maximum) = (summary.minimum, summary.maximum)
    (mean, standardDeviation) = (summary.mean, summary.standardDeviation)
  }
}

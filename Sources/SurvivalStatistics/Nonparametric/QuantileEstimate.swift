/// The time by which a fraction has failed, with a confidence interval.
public struct QuantileEstimate: Equatable, Sendable {
  /// The fraction failed: 0.5 for the median.
  public let fraction: Double
  /// The time; `nil` when the curve does not get there ("NR", not reached).
  public let time: Double?
  /// The lower limit; `nil` when the band does not get there.
  public let lower: Double?
  /// The upper limit; `nil` when the band does not get there.
  public let upper: Double?

  /// Makes an estimate from its parts.
  public init(fraction: Double, time: Double?, lower: Double?, upper: Double?) {
    (self.fraction, self.time, self.lower, self.upper) = (fraction, time, lower, upper)
  }
}

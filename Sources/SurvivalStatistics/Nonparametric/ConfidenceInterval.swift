/// A two-sided confidence interval.
public struct ConfidenceInterval: Equatable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  /// Makes an interval from its limits.
  public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }
}

/// A two-sided confidence interval.
///
/// ```swift
/// print(ConfidenceInterval(lower: 0.25, upper: 0.5))
/// // (0.25 to 0.5)
/// ```
public struct ConfidenceInterval: Equatable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  /// Makes an interval from its limits.
  public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }
}

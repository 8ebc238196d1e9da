/// An estimated probability at one time, with its precision.
///
/// ```swift
/// let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6)]))
/// if let survival = curve.estimate(at: 4, transform: .log) {
///   print(survival)
///   print(survival.value)
/// }
/// // 0.3333 (0.06728 to 1)
/// // 0.3333333333333333
/// ```
public struct ProbabilityEstimate: Equatable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its standard error, on the scale of the probability; `nil` where survival has reached 0.
  public let standardError: Double?
  /// Its confidence interval; `nil` ("NE") where the estimate is 0 or 1 and the scale has no interval there.
  public let interval: ConfidenceInterval?

  /// Makes an estimate from its parts.
  public init(value: Double, standardError: Double?, interval: ConfidenceInterval?) {
    (self.value, self.standardError, self.interval) = (value, standardError, interval)
  }
}

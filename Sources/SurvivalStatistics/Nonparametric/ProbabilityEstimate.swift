/// An estimated probability at one time, with its precision.
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

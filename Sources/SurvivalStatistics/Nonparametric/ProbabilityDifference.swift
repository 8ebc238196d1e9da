/// The difference between the survival or incidence of two independent groups at one time.
///
/// ```swift
/// let treated = ProbabilityEstimate(value: 0.75, standardError: 0.06, interval: nil)
/// let control = ProbabilityEstimate(value: 0.5, standardError: 0.08, interval: nil)
/// let difference = ProbabilityDifference(treated, minus: control)
/// print(difference)
/// // difference 0.25 (95% CI 0.054 to 0.446), P 0.012
/// ```
///
/// - SeeAlso: Klein, Logan, Harhoff & Andersen (2007), Statistics in Medicine 26: 4505–4519.
public struct ProbabilityDifference: Equatable, Sendable {
  /// First probability minus second.
  public let value: Double
  /// Its standard error, the groups being independent; a group in which nobody is left adds nothing to it.
  public let standardError: Double

  /// Subtracts the second probability from the first.
  public init(_ first: ProbabilityEstimate, minus second: ProbabilityEstimate) {
    value = first.value - second.value
    let (one, other) = (first.standardError ?? 0, second.standardError ?? 0)
    standardError = (one * one + other * other).squareRoot()
  }

  /// The normal confidence interval of the difference.
  public func interval(level: Double = 0.95) -> ConfidenceInterval {
    let margin = TailProbability.normalMultiplier(level: level) * standardError
    return ConfidenceInterval(lower: value - margin, upper: value + margin)
  }

  /// The two-sided P value of no difference; `nil` when the standard error is zero.
  public var pValue: Double? {
    standardError > 0 ? TailProbability.normal(beyond: value / standardError) : nil
  }
}

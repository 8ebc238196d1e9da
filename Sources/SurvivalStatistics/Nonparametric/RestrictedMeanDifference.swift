/// The difference between the restricted mean survival times of two groups at one horizon.
///
/// It says how much longer, on average and within the horizon, one group lives; it needs no proportional
/// hazards.
///
/// ```swift
/// let (first, second) = (
///   KaplanMeier(try EventTable([.event(at: 4), .event(at: 5), .censored(at: 6)])),
///   KaplanMeier(try EventTable([.event(at: 1), .event(at: 2), .censored(at: 6)]))
/// )
/// if let longer = first.restrictedMean(to: 6), let shorter = second.restrictedMean(to: 6),
///   let difference = RestrictedMeanDifference(longer, minus: shorter)
/// {
///   print(difference)
/// }
/// // difference up to 6: 2 (95% CI -0.6133 to 4.613), P 0.134
/// ```
///
/// - SeeAlso: Royston & Parmar (2013), BMC Medical Research Methodology 13: 152.
public struct RestrictedMeanDifference: Equatable, Sendable {
  /// The horizon τ.
  public let horizon: Double
  /// First mean minus second.
  public let value: Double
  /// Its standard error, the groups being independent.
  public let standardError: Double

  /// Subtracts the second mean from the first; `nil` when their horizons differ.
  public init?(_ first: RestrictedMean, minus second: RestrictedMean) {
    guard first.horizon == second.horizon else { return nil }
    horizon = first.horizon
    value = first.value - second.value
    let variance = first.standardError * first.standardError + second.standardError * second.standardError
    standardError = variance.squareRoot()
  }

  /// Difference over standard error; `nil` when the standard error is zero.
  public var zStatistic: Double? { standardError > 0 ? value / standardError : nil }

  /// The two-sided P value of no difference; `nil` when the standard error is zero.
  public var pValue: Double? { zStatistic.map { TailProbability.normal(beyond: $0) } }

  /// The normal confidence interval of the difference.
  public func interval(level: Double = 0.95) -> ConfidenceInterval {
    let margin = TailProbability.normalMultiplier(level: level) * standardError
    return ConfidenceInterval(lower: value - margin, upper: value + margin)
  }
}

/// The mean survival time restricted to a horizon: the area under the survival curve up to it.
///
/// ```swift
/// let curve = KaplanMeier(
///   try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .censored(at: 8)]))
/// if let mean = curve.restrictedMean(to: 6) { print(mean) }
/// // mean up to 6: 4.25 (95% CI 2.245 to 6.255)
/// ```
public struct RestrictedMean: Equatable, Sendable {
  /// The horizon τ.
  public let horizon: Double
  /// The area under S from 0 to τ.
  public let value: Double
  /// Its standard error: √Σ A² d/(n(n − d)), A being the area from a failure time to τ.
  public let standardError: Double

  /// The normal confidence interval of the mean.
  public func interval(level: Double = 0.95) -> ConfidenceInterval {
    let margin = TailProbability.normalMultiplier(level: level) * standardError
    return ConfidenceInterval(lower: value - margin, upper: value + margin)
  }
}

extension KaplanMeier {
  /// The mean survival time restricted to a horizon; `nil` when the curve ends above 0 before it.
  ///
  /// - Parameters:
  ///   - horizon: τ, not before the first observation.
  ///   - beyond: with ``BeyondFollowUp/carryForward`` a curve that ends early is extended flat, as R does.
  /// - Returns: the mean; `nil` when the curve ends above 0 before the horizon.
  /// - Complexity: O(*u*) for *u* distinct times.
  /// - SeeAlso: Klein & Moeschberger (2003), *Survival Analysis*, section 4.5.
  public func restrictedMean(to horizon: Double, beyond: BeyondFollowUp = .notEstimable) -> RestrictedMean? {
    guard let first = table.times.first, survival(at: horizon, beyond: beyond) != nil else { return nil }
    var (area, variance, right) = (CompensatedSum(), CompensatedSum(), horizon)
    for step in (0...max(table.lastStep(notAfter: horizon), 0)).reversed() where table.times[step] <= horizon
    {
      area += survival[step] * (right - table.times[step])
      right = table.times[step]
      let (failing, atRisk) = (Double(table.eventCount(atStep: step)), Double(table.atRisk[step]))
      if failing > 0, failing < atRisk {
        variance += area.value * area.value * failing / (atRisk * (atRisk - failing))
      }
    }
    let origin = min(0, first)
    area += right - origin
    return RestrictedMean(
      horizon: horizon, value: area.value + origin, standardError: variance.value.squareRoot())
  }
}

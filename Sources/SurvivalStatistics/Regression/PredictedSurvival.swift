internal import Foundation

/// What a Cox model predicts for one subject: its cumulative hazard, and survival as exp(−H).
///
/// Increments of the hazard are estimated by the rule that the model has for ties (Breslow; Efron), and the variance of H
/// holds that of the increments and that of the coefficients. The curve is listed at the failure times of its stratum.
/// Numbers are those of R's `survfit(fit, newdata)` and `basehaz(fit)`.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
/// if let curve = try CoxModel(data, design: design).predictedSurvival(covariates: [1]) {
///   print(curve)
///   if let survival = curve.estimate(at: 2) { print(survival) }
/// }
/// // PredictedSurvival: 3 failure times, survival 0.1939 at the end
/// // 0.3981 (0.006827 to 0.8435)
/// ```
///
/// - SeeAlso: Breslow (1972), Journal of the Royal Statistical Society B 34: 216–217; Tsiatis (1981), Annals of Statistics
///   9: 93–108.
public struct PredictedSurvival: Equatable, Sendable {
  /// The distinct failure times of the stratum.
  public let times: [Double]
  /// H(t) just after each time.
  public let cumulativeHazard: [Double]
  /// Variance of H(t) just after each time, which is that of log S(t).
  public let variances: [Double]
  /// The last time that anybody in the stratum was observed.
  public let lastTime: Double?

  /// S(t) just after each time.
  public var survival: [Double] { cumulativeHazard.map { exp(-$0) } }

  /// H(t), or `nil` past the last time.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func cumulativeHazard(at time: Double, beyond: BeyondFollowUp = .notEstimable) -> Double? {
    step(at: time, beyond).map { $0 < 0 ? 0 : cumulativeHazard[$0] }
  }

  /// The standard error of H(t), or `nil` past the last time.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func standardError(at time: Double, beyond: BeyondFollowUp = .notEstimable) -> Double? {
    step(at: time, beyond).map { $0 < 0 ? 0 : variances[$0].squareRoot() }
  }

  /// S(t) with its standard error and interval, or `nil` past the last time.
  ///
  /// - Parameters:
  ///   - time: any time.
  ///   - level: confidence level.
  ///   - transform: scale of the interval.
  ///   - beyond: what to say past the last time.
  /// - Returns: the estimate; `nil` past the last time unless it is carried forward.
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func estimate(
    at time: Double, level: Double = 0.95, transform: ConfidenceTransform = .logLog,
    beyond: BeyondFollowUp = .notEstimable
  ) -> ProbabilityEstimate? {
    guard let hazard = cumulativeHazard(at: time, beyond: beyond),
      let error = standardError(at: time, beyond: beyond)
    else { return nil }
    let survival = exp(-hazard)
    return ProbabilityEstimate(
      value: survival, standardError: survival * error,
      interval: transform.interval(
        probability: survival, standardError: survival * error,
        multiplier: TailProbability.normalMultiplier(level: level)))
  }

  private func step(at time: Double, _ beyond: BeyondFollowUp) -> Int? {
    guard let lastTime, time <= lastTime || beyond == .carryForward else { return nil }
    return times.partitioningIndex { $0 > time } - 1
  }
}

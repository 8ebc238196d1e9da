/// The Aalen–Johansen estimate of the cumulative incidence of each cause of failure.
///
/// Fₖ(t) = Σ S(t−) dₖ/n over the times up to *t*, with S the Kaplan–Meier estimate for failure from any
/// cause, so that the incidences of all causes and S add up to 1. With one cause it is 1 − S. At a tied time
/// failures precede censorings.
///
/// ```swift
/// let estimates = AalenJohansen(
///   try EventTable([.event(at: 1), .event(at: 2, cause: 1), .censored(at: 3), .event(at: 4)]))
/// print(estimates)
/// print(estimates.cumulativeIncidence[0])
/// // AalenJohansen: n 4; cause 0: 2 events, incidence 0.75; cause 1: 1 event, incidence 0.25
/// // [0.25, 0.25, 0.25, 0.75]
/// ```
///
/// - SeeAlso: Aalen & Johansen (1978), Scandinavian Journal of Statistics 5: 141–150.
public struct AalenJohansen: Equatable, Sendable {
  /// What happened, and when.
  public let table: EventTable
  /// Fₖ(t) just after each time of the table: `cumulativeIncidence[cause][step]`.
  public let cumulativeIncidence: [[Double]]
  /// Probability just after each time of not having failed from any cause.
  public let survival: [Double]
  /// Which variance ``variances`` holds.
  public let varianceKind: IncidenceVariance
  /// Variance of Fₖ(t) just after each time: `variances[cause][step]`; `nil` when the table does not
  /// determine it.
  public let variances: [[Double]]?

  /// Estimates cumulative incidences from the counts of one stratum.
  ///
  /// - Complexity: O(*u* *k*) for *u* distinct times and *k* causes.
  public init(_ table: EventTable, variance kind: IncidenceVariance = .aalen) {
    let survival = KaplanMeier(table).survival
    let curves = table.events.map { Self.incidence(of: $0, table, survival) }
    (self.table, self.survival, cumulativeIncidence, varianceKind) = (table, survival, curves, kind)
    switch kind {
    case .aalen:
      variances = table.events.indices.map { AalenVariance.variances(table, cause: $0, survival: survival) }
    case .delta:
      variances = table.events.indices.map { DeltaVariance.variances(table, cause: $0, survival: survival) }
    case .infinitesimalJackknife:
      variances =
        table.hasDelayedEntry
        ? nil : table.events.indices.map { DeltaVariance.variances(table, cause: $0, survival: survival) }
    }
  }

  /// Fₖ(t), or `nil` past the last time.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func cumulativeIncidence(
    at time: Double, cause: Int, beyond: BeyondFollowUp = .notEstimable
  ) -> Double? {
    guard isEstimable(at: time, beyond: beyond) else { return nil }
    let step = table.lastStep(notAfter: time)
    return step < 0 ? 0 : cumulativeIncidence[cause][step]
  }

  /// Fₖ(t) with its standard error and interval, or `nil` past the last time.
  ///
  /// - Parameters:
  ///   - time: any time.
  ///   - cause: position of the cause in the table.
  ///   - level: confidence level.
  ///   - transform: scale of the interval, applied to F itself: the default gives F^exp(±z·se/(F log F)).
  ///   - beyond: what to say past the last time.
  /// - Returns: the estimate; `nil` past the last time unless it is carried forward.
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func estimate(
    at time: Double, cause: Int, level: Double = 0.95, transform: ConfidenceTransform = .logLog,
    beyond: BeyondFollowUp = .notEstimable
  ) -> ProbabilityEstimate? {
    guard isEstimable(at: time, beyond: beyond) else { return nil }
    let step = table.lastStep(notAfter: time)
    let multiplier = TailProbability.normalMultiplier(level: level)
    return ProbabilityEstimate(
      value: step < 0 ? 0 : cumulativeIncidence[cause][step], standardError: standardError(cause, step),
      interval: interval(cause, step, transform, multiplier))
  }

  /// Pointwise confidence limits of one cause just after each time of the table.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  public func band(
    cause: Int, level: Double = 0.95, transform: ConfidenceTransform = .logLog
  ) -> ConfidenceBand {
    let multiplier = TailProbability.normalMultiplier(level: level)
    let values = cumulativeIncidence[cause]
    var interval: ConfidenceInterval?
    return ConfidenceBand(
      table.times.indices.map { step in
        // Where nothing happened but censorings, the limits stay as they are.
        let isFlat =
          step > 0 && values[step] == values[step - 1]
          && variances.map { $0[cause][step] == $0[cause][step - 1] } ?? true
        if !isFlat { interval = self.interval(cause, step, transform, multiplier) }
        return interval
      })
  }

  private static func incidence(of events: [Int], _ table: EventTable, _ survival: [Double]) -> [Double] {
    var (curve, total, before) = ([Double](), 0.0, 1.0)
    curve.reserveCapacity(events.count)
    for step in events.indices {
      if events[step] > 0 { total += before * Double(events[step]) / Double(table.atRisk[step]) }
      curve.append(total)
      before = survival[step]
    }
    return curve
  }

  private func standardError(_ cause: Int, _ step: Int) -> Double? {
    guard let variances else { return nil }
    return step < 0 ? 0 : variances[cause][step].squareRoot()
  }

  private func interval(
    _ cause: Int, _ step: Int, _ transform: ConfidenceTransform, _ multiplier: Double
  ) -> ConfidenceInterval? {
    guard step >= 0, let standardError = standardError(cause, step) else { return nil }
    return transform.interval(
      probability: cumulativeIncidence[cause][step], standardError: standardError, multiplier: multiplier)
  }

  private func isEstimable(at time: Double, beyond: BeyondFollowUp) -> Bool {
    guard let last = table.lastTime else { return false }
    return time <= last || beyond == .carryForward
  }
}

/// The Kaplan–Meier (product-limit) estimate of a survival function.
///
/// S(t) = Π (1 − d/n) over the times up to *t*. Failures from all causes of the table are the event; restrict
/// the table to a cause first for a cause-specific curve. At a tied time failures precede censorings. Before
/// the first time S is 1. Standard errors are Greenwood's.
///
/// ```swift
/// let curve = KaplanMeier(
///   try EventTable([.event(at: 6), .censored(at: 7), .event(at: 10), .event(at: 13), .censored(at: 20)]))
/// print(curve)
/// print(curve.survival)
/// if let survival = curve.estimate(at: 12) { print(survival) }
/// // KaplanMeier: n 5, 3 events, median 13 (6 to NR)
/// // [0.8, 0.8, 0.5333333333333333, 0.26666666666666666, 0.26666666666666666]
/// // 0.5333 (0.06833 to 0.8631)
/// ```
///
/// - SeeAlso: Kaplan & Meier (1958), Journal of the American Statistical Association 53: 457–481.
public struct KaplanMeier: Equatable, Sendable {
  /// What happened, and when.
  public let table: EventTable
  /// S(t) just after each time of the table.
  public let survival: [Double]
  /// Variance of log S(t) just after each time: Σ d/(n(n − d)); infinite once everybody at risk has failed.
  public let logVariances: [Double]

  /// Estimates survival from the counts of one stratum.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  public init(_ table: EventTable) {
    var (survival, logVariances) = ([Double](), [Double]())
    survival.reserveCapacity(table.times.count)
    logVariances.reserveCapacity(table.times.count)
    var (estimate, variance) = (1.0, 0.0)
    for step in table.times.indices {
      let (failing, atRisk) = (table.eventCount(atStep: step), table.atRisk[step])
      if failing > 0 {
        estimate *= Double(atRisk - failing) / Double(atRisk)
        variance += Double(failing) / (Double(atRisk) * Double(atRisk - failing))
      }
      survival.append(estimate)
      logVariances.append(variance)
    }
    (self.table, self.survival, self.logVariances) = (table, survival, logVariances)
  }

  /// Standard error of S(t) just after each time; `nil` once S has reached 0.
  public var standardErrors: [Double?] { survival.indices.map { standardError(atStep: $0) } }

  /// S(t), or `nil` past the last time unless S has reached 0 there.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func survival(at time: Double, beyond: BeyondFollowUp = .notEstimable) -> Double? {
    isEstimable(at: time, beyond: beyond) ? survival(atStep: table.lastStep(notAfter: time)) : nil
  }

  /// S(t) with its standard error and confidence interval, or `nil` past the last time unless S has reached 0
  /// there.
  ///
  /// - Parameters:
  ///   - time: any time.
  ///   - level: confidence level.
  ///   - transform: scale of the interval.
  ///   - beyond: what to say past the last time.
  /// - Returns: the estimate; `nil` past the last time unless it is carried forward or S has reached 0.
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func estimate(
    at time: Double, level: Double = 0.95, transform: ConfidenceTransform = .logLog,
    beyond: BeyondFollowUp = .notEstimable
  ) -> ProbabilityEstimate? {
    guard isEstimable(at: time, beyond: beyond) else { return nil }
    let step = table.lastStep(notAfter: time)
    return ProbabilityEstimate(
      value: survival(atStep: step), standardError: standardError(atStep: step),
      interval: interval(
        atStep: step, transform: transform, multiplier: TailProbability.normalMultiplier(level: level)))
  }

  /// Pointwise confidence limits just after each time of the table.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  public func band(level: Double = 0.95, transform: ConfidenceTransform = .logLog) -> ConfidenceBand {
    let multiplier = TailProbability.normalMultiplier(level: level)
    var interval: ConfidenceInterval?
    return ConfidenceBand(
      survival.indices.map { step in
        if isStep(step) {
          interval = self.interval(atStep: step, transform: transform, multiplier: multiplier)
        }
        return interval
      })
  }

  /// Whether the curve steps at a time of the table: between failures estimate and limits stay as they are.
  func isStep(_ step: Int) -> Bool { step == 0 || logVariances[step] != logVariances[step - 1] }

  func survival(atStep step: Int) -> Double { step < 0 ? 1 : survival[step] }

  private func standardError(atStep step: Int) -> Double? {
    guard step >= 0 else { return 0 }
    return survival[step] > 0 ? survival[step] * logVariances[step].squareRoot() : nil
  }

  func interval(
    atStep step: Int, transform: ConfidenceTransform, multiplier: Double
  ) -> ConfidenceInterval? {
    guard let standardError = standardError(atStep: step) else { return nil }
    return transform.interval(
      probability: survival(atStep: step), standardError: standardError, multiplier: multiplier)
  }

  private func isEstimable(at time: Double, beyond: BeyondFollowUp) -> Bool {
    guard let last = table.lastTime else { return false }
    return time <= last || beyond == .carryForward || survival[survival.count - 1] == 0
  }
}

/// The Aalen–Johansen estimates from rows, with weights: their variance is the infinitesimal jackknife.
///
/// Each row, or each subject with several, moves the estimates by its influence; the variance is the sum of the squares
/// of influence times weight. It is robust to weights that are not counts, and to rows that belong to one subject. With
/// delayed entry it depends on who was at risk together, which an event table no longer tells. The numbers are those
/// of R's `survival::survfit(weights =, id =)` for competing risks. Rows that stand for so many equal subjects are
/// better counted: `EventTable(data, frequencies:)`.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2, cause: 1), .censored(at: 3), .event(at: 4)])
/// let estimates = try WeightedAalenJohansen(data, weights: [0.5, 1, 2, 1.5])
/// print(estimates)
/// if let relapse = estimates.estimate(at: 2, cause: 0) { print(relapse) }
/// // WeightedAalenJohansen: weight 5; cause 0: incidence 0.8; cause 1: incidence 0.2
/// // 0.1 (0.003616 to 0.3895)
/// ```
///
/// - SeeAlso: Therneau, Crowson & Atkinson (2023), *survival*, vignette "Multi-state models and competing
///   risks".
public struct WeightedAalenJohansen: Equatable, Sendable {
  /// The distinct times, entries and ends together.
  public var times: [Double] { counts.times }
  /// Weight at risk just before each time.
  public var atRisk: [Double] { counts.atRisk }
  /// Weight failing at each time: `events[cause][step]`.
  public var events: [[Double]] { counts.events }
  /// Fₖ(t) just after each time: `cumulativeIncidence[cause][step]`.
  public let cumulativeIncidence: [[Double]]
  /// Probability just after each time of not having failed from any cause.
  public let survival: [Double]

  private let counts: WeightedCounts
  private let data: SurvivalData
  private let weights: [Double]
  private let subjects: [Int]

  /// Estimates cumulative incidences from the rows of one stratum.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - weights: how much each row counts; empty where all count 1.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  ///   - subjects: who each row belongs to; empty when every row is a subject of its own.
  /// - Throws: ``SurvivalDataError`` when the rows cannot be counted or a weight cannot be.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(
    _ data: SurvivalData, weights: [Double] = [], causeCount: Int? = nil, subjects: [Int] = []
  ) throws(SurvivalDataError) {
    let causes = max(causeCount ?? data.causeCount, 1)
    try RegressionRows.validate(rowCount: data.count, [], optional: [("subject", subjects.count)])
    if !weights.isEmpty { try CaseWeights.sampling(weights).validate(rowCount: data.count) }
    for row in data.outcomes.indices {
      if let cause = data.outcomes[row].cause, cause >= causes { throw .unknownCause(row: row, cause: cause) }
    }
    let counts = WeightedCounts(data, weights: weights, causeCount: causes)
    var (survival, before) = ([Double](), 1.0)
    var curves = [[Double]](repeating: [], count: causes)
    var totals = [Double](repeating: 0, count: causes)
    for step in counts.times.indices {
      let (n, d) = (counts.atRisk[step], counts.failing[step])
      for cause in totals.indices {
        if counts.events[cause][step] > 0 { totals[cause] += before * counts.events[cause][step] / n }
        curves[cause].append(totals[cause])
      }
      if d > 0 { before *= (n - d) / n }
      survival.append(before)
    }
    (self.counts, self.survival, cumulativeIncidence) = (counts, survival, curves)
    (self.data, self.weights, self.subjects) = (data, weights, subjects)
  }

  /// Fₖ(t), or `nil` past the last time.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func cumulativeIncidence(at time: Double, cause: Int) -> Double? {
    guard let last = times.last, time <= last else { return nil }
    let step = counts.lastStep(notAfter: time)
    return step < 0 ? 0 : cumulativeIncidence[cause][step]
  }

  /// Fₖ(t) with its jackknife standard error and interval, or `nil` past the last time.
  ///
  /// - Parameters:
  ///   - time: any time.
  ///   - cause: the cause, from 0.
  ///   - level: confidence level.
  ///   - transform: scale of the interval, applied to F itself.
  /// - Returns: the estimate; `nil` past the last time.
  /// - Complexity: O(*n* log *u*) for *n* rows and *u* distinct times.
  public func estimate(
    at time: Double, cause: Int, level: Double = 0.95, transform: ConfidenceTransform = .logLog
  ) -> ProbabilityEstimate? {
    guard let value = cumulativeIncidence(at: time, cause: cause),
      let standardError = standardError(at: time, cause: cause)
    else { return nil }
    return ProbabilityEstimate(
      value: value, standardError: standardError,
      interval: transform.interval(
        probability: value, standardError: standardError,
        multiplier: TailProbability.normalMultiplier(level: level)))
  }

  /// The standard error of the cumulative incidence of a cause, or `nil` past the last time.
  ///
  /// - Complexity: O(*n* log *u*) for *n* rows and *u* distinct times.
  public func standardError(at time: Double, cause: Int) -> Double? {
    guard let last = times.last, time <= last else { return nil }
    return Compensators(self, cause: cause).standardError(upTo: counts.lastStep(notAfter: time))
  }

  /// The standard error of the cumulative incidence of a cause just after each time.
  ///
  /// - Complexity: O(*n* *u*) for *n* rows and *u* distinct times.
  public func standardErrors(cause: Int) -> [Double] {
    let sums = Compensators(self, cause: cause)
    return times.indices.map { sums.standardError(upTo: $0) }
  }

  /// Running sums over steps, with a zero in front: what being at risk takes from a row's influence.
  private struct Compensators {
    /// Σ S(t−) dₖ/n².
    var direct = [0.0]
    /// Σ d/(n(n − d)).
    var hazard = [0.0]
    /// Σ F d/(n(n − d)).
    var indirect = [0.0]
    let estimates: WeightedAalenJohansen
    let cause: Int

    init(_ estimates: WeightedAalenJohansen, cause: Int) {
      (self.estimates, self.cause) = (estimates, cause)
      let counts = estimates.counts
      var before = 1.0
      for step in counts.times.indices {
        let (n, d) = (counts.atRisk[step], counts.failing[step])
        let direct = d > 0 ? before * counts.events[cause][step] / (n * n) : 0
        let hazard = d > 0 && d < n ? d / (n * (n - d)) : 0
        self.direct.append(self.direct[step] + direct)
        self.hazard.append(self.hazard[step] + hazard)
        indirect.append(indirect[step] + hazard * estimates.cumulativeIncidence[cause][step])
        before = estimates.survival[step]
      }
    }

    func standardError(upTo last: Int) -> Double {
      let (weights, subjects) = (estimates.weights, estimates.subjects)
      var bySubject: [Int: Double] = [:]
      var variance = CompensatedSum()
      for row in estimates.data.outcomes.indices {
        let influence = influence(of: row, lastStep: last) * (weights.isEmpty ? 1 : weights[row])
        if subjects.isEmpty {
          variance += influence * influence
        } else {
          bySubject[subjects[row], default: 0] += influence
        }
      }
      for (_, influence) in bySubject.sorted(by: { $0.key < $1.key }) { variance += influence * influence }
      return variance.value.squareRoot()
    }

    private func influence(of row: Int, lastStep: Int) -> Double {
      let (counts, tied) = (estimates.counts, estimates.data.tied)
      let incidence = lastStep < 0 ? 0 : estimates.cumulativeIncidence[cause][lastStep]
      let exit = tied.exitSteps[row]
      let entry = tied.entries.isEmpty ? -1 : tied.entrySteps[row]
      let (from, to) = (min(entry, lastStep) + 1, min(exit, lastStep) + 1)
      var influence = incidence * (hazard[to] - hazard[from])
      influence -= direct[to] - direct[from]
      influence -= indirect[to] - indirect[from]
      guard exit <= lastStep, let failure = estimates.data.outcomes[row].cause else { return influence }
      let atRisk = counts.atRisk[exit]
      guard atRisk > 0 else { return influence }
      let surviving = atRisk - counts.failing[exit]
      if failure == cause { influence += (exit > 0 ? estimates.survival[exit - 1] : 1) / atRisk }
      if surviving > 0 { influence -= (incidence - estimates.cumulativeIncidence[cause][exit]) / surviving }
      return influence
    }
  }
}

/// The Kaplan–Meier estimate from weighted rows: its variance is the infinitesimal jackknife.
///
/// With weights that are not counts Greenwood's formula does not hold, so each row moves the curve by its influence and
/// the variance is the sum of the squares of influence times weight, as R's `survfit(weights =)` has it for weights
/// that are not whole. It does not change with the unit of the weights. Rows that stand for so many equal subjects are
/// better counted: `KaplanMeier(EventTable(data, frequencies:))`.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4)])
/// let curve = try WeightedKaplanMeier(data, weights: [0.5, 1, 2, 1.5])
/// print(curve)
/// if let survival = curve.estimate(at: 2) { print(survival) }
/// // WeightedKaplanMeier: n 4 (weight 5), 3 events, median 4 (1 to NR)
/// // 0.7 (0.1414 to 0.937)
/// ```
///
/// - SeeAlso: Xie & Liu (2005), Statistics in Medicine 24: 3089–3110.
public struct WeightedKaplanMeier: Equatable, Sendable {
  /// The distinct times, entries and ends together.
  public var times: [Double] { incidence.times }
  /// Weight at risk just before each time.
  public var atRisk: [Double] { incidence.atRisk }
  /// Weight failing at each time, from whatever cause.
  public var events: [Double] { incidence.events[0] }
  /// S(t) just after each time.
  public var survival: [Double] { incidence.survival }

  private let incidence: WeightedAalenJohansen
  private let rowCount: Int
  private let eventCount: Int

  /// Estimates survival from the rows of one stratum; failures from all causes are the event.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - weights: how much each row counts; empty where all count 1.
  ///   - subjects: who each row belongs to; empty when every row is a subject of its own.
  /// - Throws: ``SurvivalDataError`` when there is not one weight a row, or one cannot be.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(
    _ data: SurvivalData, weights: [Double], subjects: [Int] = []
  ) throws(SurvivalDataError) {
    let failures = try data.mapOutcomes { $0 == .censored ? .censored : .event(cause: 0) }
    incidence = try WeightedAalenJohansen(failures, weights: weights, subjects: subjects)
    (rowCount, eventCount) = (data.count, data.eventCount)
  }

  /// Standard error of S(t) just after each time.
  ///
  /// - Complexity: O(*n* *u*) for *n* rows and *u* distinct times.
  public var standardErrors: [Double] { incidence.standardErrors(cause: 0) }

  /// S(t) with its standard error and interval, or `nil` past the last time unless S has reached 0 there.
  ///
  /// - Complexity: O(*n* log *u*) for *n* rows and *u* distinct times.
  public func estimate(
    at time: Double, level: Double = 0.95, transform: ConfidenceTransform = .logLog
  ) -> ProbabilityEstimate? {
    guard let last = times.last, let end = survival.last, time <= last || end == 0 else { return nil }
    let step = times.partitioningIndex { $0 > time } - 1
    let value = step < 0 ? 1 : survival[step]
    let standardError = incidence.standardError(at: min(time, last), cause: 0)
    return ProbabilityEstimate(
      value: value, standardError: standardError,
      interval: standardError.flatMap {
        transform.interval(
          probability: value, standardError: $0,
          multiplier: TailProbability.normalMultiplier(level: level))
      })
  }

  /// Pointwise confidence limits just after each time.
  ///
  /// - Complexity: O(*n* *u*) for *n* rows and *u* distinct times.
  public func band(level: Double = 0.95, transform: ConfidenceTransform = .logLog) -> ConfidenceBand {
    let (multiplier, errors) = (TailProbability.normalMultiplier(level: level), standardErrors)
    return ConfidenceBand(
      survival.indices.map {
        transform.interval(probability: survival[$0], standardError: errors[$0], multiplier: multiplier)
      })
  }

  /// The time by which a fraction has failed, with limits by inverting the band, as ``KaplanMeier`` has it.
  ///
  /// - Complexity: O(*n* *u*) for *n* rows and *u* distinct times.
  public func quantile(
    _ fraction: Double, rule: QuantileRule = .midpoint, level: Double = 0.95,
    transform: ConfidenceTransform = .logLog
  ) -> QuantileEstimate {
    let band = band(level: level, transform: transform)
    return QuantileEstimate(
      fraction: fraction, time: rule.crossing(of: survival, fraction, times: times),
      lower: rule.crossing(of: band.lower, fraction, times: times),
      upper: rule.crossing(of: band.upper, fraction, times: times))
  }
}

extension WeightedKaplanMeier: CustomStringConvertible {
  /// How many rows, their weight, events and the median.
  public var description: String {
    let weight = atRisk.max() ?? 0
    let median = quantile(0.5)
    return "WeightedKaplanMeier: n \(rowCount) (weight \(PrintedNumber.text(weight))), "
      + "\(PrintedNumber.count(eventCount, "event")), median \(median)"
  }
}

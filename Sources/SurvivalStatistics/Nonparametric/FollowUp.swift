/// How long a stratum was followed: the reverse Kaplan–Meier median, and the times actually observed.
///
/// The two answer different questions. The median says how long subjects would have been followed had nobody failed; the
/// observed times, failures among them, are short where many fail early. Neither may stand for the other.
///
/// ```swift
/// print(try FollowUp([.event(at: 2), .censored(at: 9), .censored(at: 12), .censored(at: 20)]))
/// // FollowUp: median 12 (9 to NR), observed 2 to 20
/// ```
///
/// - SeeAlso: Schemper & Smith (1996), Controlled Clinical Trials 17: 343–346.
public struct FollowUp: Equatable, Sendable {
  /// Median time to censoring with its limits, those who fail counting as censored.
  public let median: QuantileEstimate
  /// Shortest observed time; `nil` for an empty stratum.
  public let minimum: Double?
  /// A quarter of the observed times are below; `nil` for an empty stratum.
  public let lowerQuartile: Double?
  /// The middle observed time; `nil` for an empty stratum.
  public let observedMedian: Double?
  /// A quarter of the observed times are above; `nil` for an empty stratum.
  public let upperQuartile: Double?
  /// Longest observed time; `nil` for an empty stratum.
  public let maximum: Double?

  /// Describes the follow-up of one stratum.
  ///
  /// The table must tell all causes of failure, not one with the others censored: those would count as followed to
  /// their failure only.
  ///
  /// - Parameters:
  ///   - table: what happened, with any cause.
  ///   - level: confidence level of the limits of ``median``.
  ///   - transform: scale of the band they are read from.
  /// - Complexity: O(*u*) for *u* distinct times.
  public init(_ table: EventTable, level: Double = 0.95, transform: ConfidenceTransform = .logLog) {
    median = KaplanMeier(table.reversed).quantile(0.5, level: level, transform: transform)
    let observed = ObservedTimes(table)
    minimum = observed.quantile(0)
    lowerQuartile = observed.quantile(0.25)
    observedMedian = observed.quantile(0.5)
    upperQuartile = observed.quantile(0.75)
    maximum = observed.quantile(1)
  }

  /// Describes the follow-up of one group of subjects, failures from all causes being ends of their own.
  ///
  /// - Throws: ``SurvivalDataError`` when the subjects cannot be counted.
  /// - Complexity: O(*n* log *n*) for *n* subjects.
  public init(
    _ observations: [Observation], level: Double = 0.95, transform: ConfidenceTransform = .logLog
  ) throws(SurvivalDataError) {
    self.init(try EventTable(observations), level: level, transform: transform)
  }
}

/// The times at which observation ended, as counts.
private struct ObservedTimes {
  private let times: [Double]
  /// Number of subjects whose observation ended at or before each time.
  private var ended: [Int] = []

  init(_ table: EventTable) {
    times = table.times
    var total = 0
    for step in table.times.indices {
      total += table.eventCount(atStep: step) + table.censored[step]
      ended.append(total)
    }
  }

  /// Linear interpolation between order statistics (type 7), as in ``SampleSummary``.
  func quantile(_ fraction: Double) -> Double? {
    guard let count = ended.last, count > 0 else { return nil }
    let position = Double(count - 1) * fraction
    let lower = Int((position + 4 * .ulpOfOne).rounded(.down))
    let below = orderStatistic(lower)
    let weight = max(0, position - Double(lower))
    return weight > 0 ? below + weight * (orderStatistic(min(lower + 1, count - 1)) - below) : below
  }

  /// The observed time with so many before it.
  private func orderStatistic(_ index: Int) -> Double { times[ended.partitioningIndex { $0 > index }] }
}

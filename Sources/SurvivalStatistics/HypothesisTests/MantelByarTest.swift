/// The test that failure is as frequent before as after the beginning of a state, without immortal time.
///
/// It is the log-rank test on the tables of ``SimonMakuch``: at each failure time those already in the state
/// are compared with those who are not.
///
/// ```swift
/// let subjects: [Observation] = [.event(at: 3), .event(at: 4), .event(at: 6), .censored(at: 9)]
/// print(MantelByarTest(try SimonMakuch(subjects, onsets: [nil, nil, 2, 5])))
/// // MantelByarTest: χ² 0.8305 on 1 df, P 0.362
/// ```
///
/// - SeeAlso: Mantel & Byar (1974), Journal of the American Statistical Association 69: 81–86.
public struct MantelByarTest: Equatable, Sendable {
  /// Observed and expected failures, without the state first, with their statistic and P.
  public let logRank: LogRankTest

  /// The χ² statistic with one degree of freedom; `nil` when it is undefined.
  public var statistic: Double? { logRank.statistic }
  /// The P value; `nil` when the statistic is undefined.
  public var pValue: Double? { logRank.pValue }

  /// Compares time without and with the state.
  ///
  /// - Parameters:
  ///   - strata: the tables of each stratum.
  ///   - weights: how much each failure time counts.
  public init(strata: [SimonMakuch], weights: LogRankWeights = .logRank) {
    logRank = LogRankTest(strata: strata.map { [$0.without, $0.with] }, weights: weights)
  }

  /// Compares time without and with the state in one cohort.
  public init(_ tables: SimonMakuch, weights: LogRankWeights = .logRank) {
    self.init(strata: [tables], weights: weights)
  }
}

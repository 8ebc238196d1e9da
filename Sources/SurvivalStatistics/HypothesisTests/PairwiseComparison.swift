/// One pair of groups compared by a test, with its P adjusted for all pairs.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 1), .event(at: 2), .event(at: 3), .event(at: 4), .event(at: 5), .event(at: 6),
/// ])
/// let arms = try EventTable.tables(data, groups: [0, 0, 1, 1, 2, 2], groupCount: 3)
/// for pair in PairwiseComparison.logRank(strata: [arms]) { print(pair) }
/// // groups 0 and 1: χ² 2.882 on 1 df, P 0.090, adjusted P 0.269
/// // groups 0 and 2: χ² 2.882 on 1 df, P 0.090, adjusted P 0.269
/// // groups 1 and 2: χ² 2.882 on 1 df, P 0.090, adjusted P 0.269
/// ```
public struct PairwiseComparison: Equatable, Sendable {
  /// Position of the first group of the pair.
  public let first: Int
  /// Position of the second group of the pair.
  public let second: Int
  /// The test of these two groups' rows alone.
  public let result: ChiSquaredResult
  /// Its P adjusted for the number of pairs; `nil` when the test is undefined.
  public let adjustedPValue: Double?

  /// Every pair of groups compared by the log-rank test, in the order of the groups.
  ///
  /// - Parameters:
  ///   - strata: for each stratum, one table a group.
  ///   - weights: how much each failure time counts; a survival in it is that of the pair.
  ///   - adjustment: how P values are adjusted.
  /// - Returns: one comparison a pair.
  public static func logRank(
    strata: [[EventTable]], weights: LogRankWeights = .logRank, adjustment: PValueAdjustment = .holm
  ) -> [PairwiseComparison] {
    comparisons(strata, adjustment) { LogRankTest(strata: $0, weights: weights).result }
  }

  /// Every pair of groups compared by Gray's test, in the order of the groups.
  ///
  /// - Parameters:
  ///   - strata: for each stratum, one table a group.
  ///   - cause: position of the cause compared.
  ///   - rho: exponent of the weight.
  ///   - adjustment: how P values are adjusted.
  /// - Returns: one comparison a pair.
  public static func gray(
    strata: [[EventTable]], cause: Int, rho: Double = 0, adjustment: PValueAdjustment = .holm
  ) -> [PairwiseComparison] {
    comparisons(strata, adjustment) { GrayTest(strata: $0, cause: cause, rho: rho).result }
  }

  private static func comparisons(
    _ strata: [[EventTable]], _ adjustment: PValueAdjustment, _ test: ([[EventTable]]) -> ChiSquaredResult
  ) -> [PairwiseComparison] {
    let groupCount = strata.first?.count ?? 0
    let pairs = (0..<groupCount).flatMap { first in (first + 1..<groupCount).map { (first, $0) } }
    let results = pairs.map { first, second in test(strata.map { [$0[first], $0[second]] }) }
    let adjusted = adjustment.adjusted(results.map(\.pValue))
    return pairs.indices.map {
      PairwiseComparison(
        first: pairs[$0].0, second: pairs[$0].1, result: results[$0], adjustedPValue: adjusted[$0])
    }
  }
}

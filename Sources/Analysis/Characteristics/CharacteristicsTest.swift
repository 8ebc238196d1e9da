import SurvivalStatistics

/// A test of the hypothesis that arms do not differ in a variable, on the patients with both known.
package struct CharacteristicsTest: Equatable, Sendable {
  package enum Method: String, Hashable, Sendable, CaseIterable {
    case fisher = "Fisher"
    /// Pearson's, without correction.
    case chiSquared = "chi-squared"
    /// Wilcoxon's, of two arms.
    case rankSum = "rank-sum"
    case kruskalWallis = "Kruskal-Wallis"
  }

  package var method: Method
  /// χ², Wilcoxon's W of the first arm or Kruskal and Wallis' H; Fisher's exact test has none.
  package var statistic: Double?
  package var pValue: Double

  /// Of the counts of levels by arm: Fisher's exact test, or Pearson's where that takes too long; `nil` with fewer than
  /// two arms or levels that have patients.
  init?(levels counts: [[Int]]) {
    let table = ContingencyTable(counts)
    if let p = Self.fisher(table) {
      (method, pValue) = (.fisher, p)
      return
    }
    let pearson = PearsonChiSquaredTest(table).result
    guard let p = pearson.pValue else { return nil }
    (method, statistic, pValue) = (.chiSquared, pearson.statistic, p)
  }

  /// Of the numbers of each arm; `nil` with fewer than two arms that have any, and where all numbers are equal.
  init?(numbers samples: [[Double]]) {
    let present = samples.filter { !$0.isEmpty }
    guard present.count > 1 else { return nil }
    if present.count == 2 {
      let test = WilcoxonRankSumTest(present[0], present[1])
      guard let p = test.pValue else { return nil }
      (method, statistic, pValue) = (.rankSum, test.statistic, p)
    } else {
      let result = KruskalWallisTest(present).result
      guard let p = result.pValue else { return nil }
      (method, statistic, pValue) = (.kruskalWallis, result.statistic, p)
    }
  }

  /// Somebody waits for the table, so this takes a fifth of a second for one variable at most; of many patients in more
  /// than two arms or levels Pearson's approximation lacks nothing.
  private static func fisher(_ table: ContingencyTable) -> Double? {
    guard table.isTwoByTwo || table.total <= 10_000 else { return nil }
    return FisherExactTest(table, level: nil, stepLimit: 2_000_000).pValue
  }
}

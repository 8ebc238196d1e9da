/// The Wilcoxon rank-sum (Mann–Whitney) test that two samples come from one distribution.
///
/// P is exact when both samples have fewer than 50 numbers and none are equal; otherwise from the normal
/// approximation with correction for ties and continuity.
///
/// ```swift
/// print(WilcoxonRankSumTest([1.1, 2.3, 3.2], [4.0, 5.7, 6.1, 2.9]))
/// // WilcoxonRankSumTest: W 1, P 0.114 (exact)
/// ```
///
/// - SeeAlso: Mann & Whitney (1947), Annals of Mathematical Statistics 18: 50–60.
public struct WilcoxonRankSumTest: Equatable, Sendable {
  /// Where a P value comes from.
  public enum Method: Equatable, Sendable {
    /// The distribution of the statistic over all ways to split the ranks.
    case exact
    /// The normal approximation.
    case normal
  }

  /// Pairs in which the number of the first sample is larger, equal pairs counting one half.
  public let statistic: Double
  /// How ``pValue`` was computed.
  public let method: Method
  /// The two-sided P value; `nil` when a sample is empty or all numbers are equal.
  public let pValue: Double?
  /// The two-sided P value by the normal approximation.
  public let normalPValue: Double?

  /// Compares two samples.
  ///
  /// - Complexity: O(*n* log *n*), and O((*n* + *m*) *n* *m*) for an exact P value.
  public init(_ first: [Double], _ second: [Double]) {
    let ranking = AverageRanks(first + second)
    let (n, m) = (Double(first.count), Double(second.count))
    let sum = CompensatedSum.of(ranking.ranks.prefix(first.count))
    statistic = sum - n * (n + 1) / 2
    normalPValue = Self.normal(statistic, n, m, tieCorrection: ranking.tieCorrection)
    method = first.count < 50 && second.count < 50 && !ranking.hasTies ? .exact : .normal
    pValue =
      method == .exact && !first.isEmpty && !second.isEmpty
      ? Self.exact(Int(statistic), first.count, second.count) : normalPValue
  }

  private static func normal(_ statistic: Double, _ n: Double, _ m: Double, tieCorrection: Double) -> Double?
  {
    let total = n + m
    let variance = n * m / 12 * ((total + 1) - tieCorrection / (total * (total - 1)))
    guard variance > 0 else { return nil }
    let difference = statistic - n * m / 2
    let corrected = max(0, difference.magnitude - 0.5)
    return min(1, TailProbability.normal(beyond: corrected / variance.squareRoot()))
  }

  private static func exact(_ statistic: Int, _ n: Int, _ m: Int) -> Double {
    let counts = frequencies(n, m)
    let total = CompensatedSum.of(counts)
    // The distribution is symmetric: the nearer tail is the lower one of the smaller of W and nm − W.
    let tail = CompensatedSum.of(counts[0...min(statistic, n * m - statistic)])
    return min(1, 2 * tail / total)
  }

  /// In how many ways the first sample's ranks can be chosen so that W takes each value.
  ///
  /// Counted by adding ranks one after the other rather than with the R library's table, which is shared
  /// between threads.
  private static func frequencies(_ n: Int, _ m: Int) -> [Double] {
    let width = n * m + 1
    var ways = [Double](repeating: 0, count: (n + 1) * width)
    ways[0] = 1
    for rank in 1...(n + m) {
      for chosen in stride(from: min(n, rank), through: 1, by: -1) {
        let excess = rank - chosen
        guard excess <= m else { continue }
        for value in stride(from: width - 1, through: excess, by: -1) {
          ways[chosen * width + value] += ways[(chosen - 1) * width + value - excess]
        }
      }
    }
    return Array(ways[(n * width)...])
  }
}

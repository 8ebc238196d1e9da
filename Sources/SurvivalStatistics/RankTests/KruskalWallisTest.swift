/// The Kruskal–Wallis test that several samples come from one distribution, corrected for ties.
///
/// ```swift
/// print(KruskalWallisTest([[1, 2, 3], [4, 5, 6], [2.5, 7, 8]]))
/// // KruskalWallisTest: χ² 4.356 on 2 df, P 0.113
/// ```
///
/// - SeeAlso: Kruskal & Wallis (1952), Journal of the American Statistical Association 47: 583–621.
public struct KruskalWallisTest: Equatable, Sendable {
  /// H with its degrees of freedom and P; undefined with fewer than two samples or when all numbers are
  /// equal.
  public let result: ChiSquaredResult

  /// Compares samples; empty ones leave the test.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ samples: [[Double]]) {
    let samples = samples.filter { !$0.isEmpty }
    let ranking = AverageRanks(Array(samples.joined()))
    let total = Double(ranking.ranks.count)
    guard samples.count > 1 else {
      result = .undefined(.fewerThanTwoGroups)
      return
    }
    let correction = 1 - ranking.tieCorrection / (total * total * total - total)
    guard correction > 0 else {
      result = .undefined(.noVariance)
      return
    }
    var (spread, start) = (CompensatedSum(), 0)
    for sample in samples {
      let sum = CompensatedSum.of(ranking.ranks[start..<start + sample.count])
      let excess = sum / Double(sample.count) - (total + 1) / 2
      spread += Double(sample.count) * excess * excess
      start += sample.count
    }
    result = .value(
      statistic: 12 * spread.value / (total * (total + 1)) / correction, degreesOfFreedom: samples.count - 1)
  }
}

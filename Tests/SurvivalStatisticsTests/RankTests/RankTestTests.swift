import SurvivalStatistics
import Testing

@Suite("Rank tests")
struct RankTestTests {
  @Test("share the average rank among equal numbers")
  func averageRanks() {
    let ranking = AverageRanks([3, 1, 3, 2, 3])
    #expect(ranking.ranks == [4, 1, 4, 2, 4] && ranking.tieSizes == [3] && ranking.hasTies)
    #expect(AverageRanks([]).ranks.isEmpty && !AverageRanks([7]).hasTies)
  }

  @Test("of Wilcoxon count all ways to choose the ranks")
  func exactRankSum() {
    // W = 0 in 1 of 20 ways to choose 3 of 6 ranks.
    let test = WilcoxonRankSumTest([1, 2, 3], [4, 5, 6])
    #expect(test.statistic == 0 && test.method == .exact)
    #expect(isClose(test.pValue, 0.1, within: 1e-15))
    #expect(isClose(WilcoxonRankSumTest([4, 5, 6], [1, 2, 3]).pValue, 0.1, within: 1e-15))
    #expect(WilcoxonRankSumTest([1, 4], [2, 3]).pValue == 1)
  }

  @Test("of Wilcoxon use the corrected normal approximation when numbers are equal")
  func tiedRankSum() {
    // R: wilcox.test(c(1, 2, 2, 3), c(2, 3, 4))
    let test = WilcoxonRankSumTest([1, 2, 2, 3], [2, 3, 4])
    #expect(test.method == .normal && isClose(test.pValue, 0.266379923342483, within: 1e-12))
  }

  @Test("of Wilcoxon have no P value for an empty sample or equal numbers")
  func degenerateRankSum() {
    #expect(WilcoxonRankSumTest([], [1, 2]).pValue == nil)
    #expect(WilcoxonRankSumTest([1, 1], [1, 1]).pValue == nil)
  }

  @Test("of Kruskal and Wallis correct for ties and leave out empty samples")
  func kruskalWallis() {
    // R: kruskal.test(list(c(1, 2, 2, 3), c(2, 3, 4), c(5, 6)))
    let test = KruskalWallisTest([[1, 2, 2, 3], [], [2, 3, 4], [5, 6]])
    #expect(isClose(test.result.statistic, 5.3768115942029, within: 1e-12))
    #expect(test.result.degreesOfFreedom == 2)
    #expect(KruskalWallisTest([[1, 1], [1]]).result == .undefined(.noVariance))
    #expect(KruskalWallisTest([[1, 2], []]).result == .undefined(.fewerThanTwoGroups))
  }

  @Test("of Spearman count all orders of a few pairs")
  func exactSpearman() {
    let perfect = SpearmanCorrelation([1, 2, 3, 4], [10, 20, 30, 40])
    #expect(perfect.coefficient == 1 && isClose(perfect.exactPValue, 2.0 / 24, within: 1e-15))
    // R: cor.test(1:6, c(2, 1, 4, 3, 6, 5), method = "spearman")
    let other = SpearmanCorrelation([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5])
    #expect(isClose(other.pValue, 0.0583333333333333, within: 1e-14))
  }

  @Test("of Spearman have no exact P value with ties, and no coefficient without variation")
  func degenerateSpearman() {
    #expect(SpearmanCorrelation([1, 2, 2], [1, 2, 3]).exactPValue == nil)
    #expect(SpearmanCorrelation([1, 1, 1], [1, 2, 3]).coefficient == nil)
    #expect(SpearmanCorrelation([], []).pValue == nil)
    #expect(SpearmanCorrelation([1, 2], [2, 1]).approximatePValue == nil)
  }
}

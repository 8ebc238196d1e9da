import SurvivalStatistics
import Testing

@Suite("Pairwise comparisons")
struct PairwiseComparisonTests {
  /// Against R 4.2.2, cmprsk 2.2-11: `cuminc(time, status, disease)$Tests` on the rows of each pair;
  /// `p.adjust(p, "holm")`.
  @Test("by Gray's test agree with R's test of each pair alone")
  func gray() throws {
    let marrow = try ReferenceTable(named: "bmt")
    let tables = try EventTable.tables(
      marrow.data(status: ["0", "1", "2"]),
      groups: marrow.codes("disease", ["ALL", "AML low-risk", "AML high-risk"]), groupCount: 3, causeCount: 2)
    let pairs = PairwiseComparison.gray(strata: [tables], cause: 0)
    #expect(pairs.map(\.first) == [0, 0, 1] && pairs.map(\.second) == [1, 2, 2])
    for (pair, p) in zip(pairs, [0.054843347868798409, 0.165806059170305886, 0.000549644934168536]) {
      #expect(isClose(pair.result.pValue, p, within: 1e-12))
    }
    for (pair, p) in zip(pairs, [0.10968669573759682, 0.16580605917030589, 0.00164893480250561]) {
      #expect(isClose(pair.adjustedPValue, p, within: 1e-12))
    }
  }

  @Test("of a group without subjects are undefined and not counted")
  func emptyGroup() throws {
    let data = try SurvivalData(times: [1, 2, 3, 4], status: [1, 1, 1, 0])
    let tables = try EventTable.tables(data, groups: [0, 2, 0, 2], groupCount: 3)
    let pairs = PairwiseComparison.logRank(strata: [tables], adjustment: .bonferroni)
    #expect(pairs.map { $0.adjustedPValue == nil } == [true, false, true])
    #expect(pairs[1].adjustedPValue == pairs[1].result.pValue)
  }
}

import SurvivalStatistics
import Testing

@Suite("Pearson's χ² test")
struct PearsonChiSquaredTestTests {
  @Test("compares with what independence expects, with and without Yates' correction")
  func byHand() {
    let table = ContingencyTable([[10, 20], [30, 40]])
    // Expected 12, 18, 28, 42: every difference is 2.
    let sum = 1.0 / 12 + 1.0 / 18 + 1.0 / 28 + 1.0 / 42
    #expect(isClose(PearsonChiSquaredTest(table).result.statistic, 4 * sum, within: 1e-14))
    #expect(
      isClose(PearsonChiSquaredTest(table, correction: .yates).result.statistic, 2.25 * sum, within: 1e-14))
    #expect(PearsonChiSquaredTest(table).expected == [[12, 18], [28, 42]])
  }

  @Test("never corrects by more than the difference, nor a larger table")
  func correction() {
    let independent = ContingencyTable([[1, 2], [2, 4]])
    #expect(
      isClose(PearsonChiSquaredTest(independent, correction: .yates).result.statistic, 0, within: 1e-15))
    let larger = ContingencyTable([[1, 2, 3], [3, 2, 1]])
    #expect(PearsonChiSquaredTest(larger, correction: .yates) == PearsonChiSquaredTest(larger))
  }

  @Test("leaves out empty rows and columns, and is undefined for what is left of one")
  func emptyLevels() {
    let table = ContingencyTable([[1, 0, 2], [0, 0, 0], [3, 0, 4]])
    #expect(table == ContingencyTable([[1, 2], [3, 4]]))
    #expect(
      PearsonChiSquaredTest(ContingencyTable([[1, 0], [3, 0]])).result == .undefined(.fewerThanTwoGroups))
    #expect(ContingencyTable(rows: [0, 2, 2], columns: [1, 0, 1]) == ContingencyTable([[0, 1], [1, 1]]))
  }
}

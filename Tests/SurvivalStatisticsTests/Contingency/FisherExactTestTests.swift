import Foundation
import SurvivalStatistics
import Testing

@Suite("Fisher's exact test")
struct FisherExactTestTests {
  @Test("tells the lady tasting tea what Fisher told her")
  func ladyTastingTea() throws {
    let test = FisherExactTest(ContingencyTable([[3, 1], [1, 3]]))
    #expect(isClose(test.pValue, 34.0 / 70, within: 1e-14))
    // With margins of 4 the cell takes 0…4 with weights 1, 16ψ, 36ψ², 16ψ³, ψ⁴; its mean must be the 3
    // observed.
    let psi = try #require(test.oddsRatio).value
    let weights = [1, 16 * psi, 36 * psi * psi, 16 * psi * psi * psi, psi * psi * psi * psi]
    let weighted = weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(isClose(weighted / weights.reduce(0, +), 3, within: 1e-13))
  }

  @Test(
    "sums the same tables as a complete enumeration",
    arguments: [
      [[3, 0, 2], [1, 4, 2]], [[2, 3, 1, 0], [1, 1, 4, 2], [0, 2, 1, 3]], [[5, 0], [1, 4], [2, 2]],
      [[1, 2, 0, 1, 1], [0, 1, 3, 0, 2], [2, 0, 1, 1, 0]],
    ])
  func enumeration(counts: [[Int]]) throws {
    let table = ContingencyTable(counts)
    #expect(isClose(FisherExactTest(table).pValue, enumerate(table), within: 1e-12))
  }

  @Test(
    "of larger tables agrees with R",
    arguments: [
      ([[6, 4, 8, 2], [3, 7, 5, 5], [8, 2, 4, 6], [5, 5, 5, 5]], 0.456268894625921),
      ([[6, 4, 3, 5, 2], [3, 5, 4, 6, 2], [4, 4, 4, 4, 4]], 0.962850020944117),
    ])
  func larger(counts: [[Int]], expected: Double) {
    #expect(isClose(FisherExactTest(ContingencyTable(counts)).pValue, expected, within: 1e-7))
  }

  @Test("does not change when rows and columns change places or order")
  func symmetry() throws {
    let p = try #require(
      FisherExactTest(ContingencyTable([[2, 3, 1], [1, 1, 4], [0, 2, 1], [4, 0, 1]])).pValue)
    #expect(
      isClose(
        FisherExactTest(ContingencyTable([[2, 1, 0, 4], [3, 1, 2, 0], [1, 4, 1, 1]])).pValue, p, within: 1e-12
      ))
    #expect(
      isClose(
        FisherExactTest(ContingencyTable([[4, 1, 0], [0, 1, 2], [1, 4, 1], [2, 1, 3]])).pValue, p,
        within: 1e-12))
  }

  @Test("has odds ratios at the end of their range where a cell is empty")
  func emptyCells() throws {
    let ratio = try #require(FisherExactTest(ContingencyTable([[0, 5], [4, 3]])).oddsRatio)
    #expect(ratio.value == 0 && ratio.lower == 0 && ratio.upper < 10)
    let inverse = try #require(FisherExactTest(ContingencyTable([[4, 3], [0, 5]])).oddsRatio)
    #expect(inverse.value == .infinity && inverse.upper == .infinity)
    #expect(isClose(inverse.lower, 1 / ratio.upper, within: 1e-10))
  }

  @Test("has limits at which the observed tail has half of what is left")
  func limits() throws {
    // With margins of 3 the cell takes 0…3 with weights 1, 9ψ, 9ψ², ψ³.
    let table = ContingencyTable([[2, 1], [1, 2]])
    let ratio = try #require(FisherExactTest(table).oddsRatio)
    func total(_ psi: Double) -> Double { 1 + 9 * psi + 9 * psi * psi + psi * psi * psi }
    func upper(_ psi: Double) -> Double { (9 * psi * psi + psi * psi * psi) / total(psi) }
    #expect(isClose(upper(ratio.lower), 0.025, within: 1e-12))
    #expect(
      isClose(
        1 - upper(ratio.upper) + 9 * ratio.upper * ratio.upper / total(ratio.upper), 0.025, within: 1e-12))
  }

  @Test("stops when the task it runs in is cancelled")
  func cancellation() async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return FisherExactTest(ContingencyTable([[6, 4, 8], [3, 7, 5], [8, 2, 4]])).pValue
    }
    task.cancel()
    #expect(await task.value == nil)
  }

  @Test("is undefined for a table with a single row or column, and gives up on request")
  func undefined() {
    #expect(FisherExactTest(ContingencyTable([[1, 2, 3]])).pValue == nil)
    #expect(FisherExactTest(ContingencyTable([[1, 2], [0, 0]])).pValue == nil)
    #expect(FisherExactTest(ContingencyTable([])).pValue == nil)
    let table = ContingencyTable([[6, 4, 8, 2], [3, 7, 5, 5], [8, 2, 4, 6], [5, 5, 5, 5]])
    #expect(FisherExactTest(table, pathLimit: 3).pValue == nil)
    #expect(FisherExactTest(table, stepLimit: 100).pValue == nil)
    #expect(FisherExactTest(table, stepLimit: 10_000_000).pValue != nil)
  }

  /// The definition: all tables with the margins, one after the other.
  private func enumerate(_ table: ContingencyTable) -> Double {
    func weight(_ cells: [Int]) -> Double { exp(-cells.reduce(0) { $0 + lgamma(Double($1) + 1) }) }
    let limit = weight(Array(table.counts.joined())) * (1 + 1e-7)
    let (rows, columns) = (table.rowTotals, table.columnTotals)
    var (extreme, all) = (0.0, 0.0)
    func fill(_ cells: [Int]) {
      let (row, column) = (cells.count / columns.count, cells.count % columns.count)
      if row == rows.count {
        let weight = weight(cells)
        all += weight
        if weight <= limit { extreme += weight }
        return
      }
      let usedInRow = cells.suffix(column).reduce(0, +)
      let usedInColumn = stride(from: column, to: cells.count, by: columns.count).reduce(0) { $0 + cells[$1] }
      let most = min(rows[row] - usedInRow, columns[column] - usedInColumn)
      let least = column == columns.count - 1 ? rows[row] - usedInRow : 0
      let forced = row == rows.count - 1 ? columns[column] - usedInColumn : least
      guard max(least, forced) <= most else { return }
      for count in max(least, forced)...most { fill(cells + [count]) }
    }
    fill([])
    return extreme / all
  }
}

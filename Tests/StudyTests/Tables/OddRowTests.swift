import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Rows that are not as the header wants them.
struct OddRowTests {
  private func read(_ text: String, isVerbatim: Bool = false) throws -> Table {
    try TableReader(SourceText(path: "t.csv", contents: Array(text.utf8)), isVerbatim: isVerbatim).table()
  }

  private func cells(_ table: Table) -> [[String]] {
    (0..<table.rowCount).map { row in table.columns.map { $0.text(Int($0.codes[row])) } }
  }

  /// A header of three names and so many rows.
  private func full(_ rows: Int) -> String { "id,x,y\n" + (0..<rows).map { "P\($0),1,2\n" }.joined() }

  @Test func `A header that stands again is no patient`() throws {
    let table = try read("id,x\nA,1\nid,x\nB,2\nid,2\n id,x\n")
    #expect(cells(table) == [["A", "1"], ["B", "2"], ["id", "2"], ["id", "x"]])
    #expect(table.findings.map(\.lines) == [[3]])
    #expect(table.findings.map(\.severity) == [.warning])
    #expect(try read("id,x\nA,1\nid,x\nB,2\n", isVerbatim: true).rowCount == 3)
  }

  @Test func `One row in a hundred may lack its last values`() throws {
    let table = try read(full(250) + "Q,7\nR\n")
    #expect(table.rowCount == 252)
    #expect(cells(table).suffix(2) == [["Q", "7", ""], ["R", "", ""]])
    #expect(table.findings.map(\.lines) == [[252, 253]])
    #expect(table.findings.map(\.severity) == [.warning])
    #expect(
      try failure(full(197) + "Q,7\nR\n") == "t.csv:199:4: this row has 2 values where the header has 3")
    #expect(throws: StudyError.self) { try read(full(250) + "Q,7\n", isVerbatim: true) }
  }

  @Test func `The last row of a file that was cut off is not trusted`() throws {
    let table = try read("id,months,x\nA,12.5,1\nB,14.25,1\nC,3")
    #expect(cells(table).map(\.first) == ["A", "B"])
    #expect(table.findings.map(\.lines) == [[4]])
    #expect(table.findings.map(\.severity) == [.warning])
    #expect(try read("id,months,x\nA,12.5,1\nB,14.25,1").rowCount == 2)
    #expect(try failure("id,months,x\nC,3") == "t.csv:2:4: this row has 2 values where the header has 3")
  }

  @Test func `A row with too many places for its values is left out, one with too many values an error`()
    throws
  {
    let table = try read(full(3) + "NA,,?,Z\nQ,8,9\n")
    #expect(cells(table).suffix(2) == [["P2", "1", "2"], ["Q", "8", "9"]])
    #expect(table.findings.map(\.lines) == [[5]])
    #expect(table.findings.map(\.severity) == [.warning])
    #expect(
      try failure(full(3) + "A,1,5,2\n") == "t.csv:5:7: this row has 4 values where the header has 3")
    // Two such rows among few are no slip.
    #expect(
      try failure(full(3) + ",,,Z\n,,,Z\n") == "t.csv:5:4: this row has 4 values where the header has 3")
  }

  @Test func `A header alone with a row that does not fit is an error`() throws {
    #expect(try failure("a,b\n1\n") == "t.csv:2:2: this row has 1 value where the header has 2")
    #expect(try failure("a,b\n,,1\n") == "t.csv:2:3: this row has 3 values where the header has 2")
  }

  @Test func `Of many bad values some are named, and no line is lost`() throws {
    let rows = (0..<3000).map { row in "P\(row),\(row % 12 == 0 ? "bad\(row)" : "\(row % 97).5")\n" }
    let often = (0..<5).map { _ in "Q,often\n" }
    let study = try study(csv: "id,lab\n" + (rows + often).joined())
    let findings = study.findings.filter { $0.column == "lab" }
    #expect(findings.count == 21)
    #expect(findings.contains { $0.message.hasPrefix("“often”") && $0.lines == Array(3002...3006) })
    #expect(findings.last?.message == "231 more values are no numbers and count as missing")
    let lines = findings.flatMap(\.lines).sorted()
    #expect(lines == (0..<250).map { $0 * 12 + 2 } + Array(3002...3006))
  }

  @Test func `Equal bad values are one finding even where every row has a text of its own`() throws {
    let rows = (0..<20_000).map { "\($0).125,x\n" } + ["oops,x\n", "7.5,x\n", "oops,x\n"]
    let study = try study(csv: "lab,y\n" + rows.joined())
    #expect(study.findings("“oops”").map(\.lines) == [[20_002, 20_004]])
    #expect(try study.numbers("lab")[19_999] == 19_999.125)
  }
}

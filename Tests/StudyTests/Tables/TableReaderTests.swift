import CohortEngine
import CohortModel
import Testing

@testable import Study

struct TableReaderTests {
  private func table(_ bytes: [UInt8], name: String = "t.csv") throws -> Table {
    try TableReader(SourceText(path: name, contents: bytes)).table()
  }

  private func cells(_ table: Table) -> [[String]] {
    (0..<table.rowCount).map { row in table.columns.map { $0.text(Int($0.codes[row])) } }
  }

  @Test(arguments: ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\n1,2\n3,4"])
  func `All line endings give the same rows`(text: String) throws {
    let table = try table(Array(text.utf8))
    #expect(table.names == ["a", "b"])
    #expect(cells(table) == [["1", "2"], ["3", "4"]])
    #expect(table.lines == [2, 3])
  }

  @Test(arguments: [(",", Delimiter.comma), (";", .semicolon), ("\t", .tab), ("|", .bar)])
  func `The delimiter is found in the text`(delimiter: String, expected: Delimiter) throws {
    let table = try table(Array("a\(delimiter)b\(delimiter)c\n1\(delimiter)2\(delimiter)3\n".utf8))
    #expect(table.delimiter == expected)
    #expect(cells(table) == [["1", "2", "3"]])
  }

  @Test func `Decimal commas do not make a comma the delimiter`() throws {
    let table = try table(Array("a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n".utf8))
    #expect(table.delimiter == .semicolon)
    #expect(table.names.count == 3)
  }

  @Test func `A comma inside quotes is no delimiter`() throws {
    let table = try table(Array("\"name, first\"\tb\n\"x, y\"\t2\n".utf8))
    #expect(table.delimiter == .tab)
    #expect(table.names == ["name, first", "b"])
  }

  @Test func `Quoted fields keep blanks, quotes and line breaks, and lines are counted through them`() throws
  {
    let table = try table(
      Array("a,b\n\"  x \",\"say \"\"no\"\"\"\n\"two\nlines\",2\n\"two\r\nlines\",3\n4, 5 \n".utf8))
    #expect(
      cells(table) == [["  x ", "say \"no\""], ["two\nlines", "2"], ["two\r\nlines", "3"], ["4", "5"]])
    #expect(table.lines == [2, 3, 5, 7])
  }

  @Test func `A byte-order mark is no part of the first name`() throws {
    #expect(try table([0xEF, 0xBB, 0xBF] + Array("id,x\n1,2\n".utf8)).names == ["id", "x"])
  }

  @Test func `Bytes that are no UTF-8 are read as Windows-1252`() throws {
    let table = try table(
      Array("Größe,x\n".unicodeScalars.map { UInt8($0.value) }) + [0x80, 0x2C, 0x31, 0x0A])
    #expect(table.encoding == .windows1252)
    #expect(table.names == ["Größe", "x"])
    #expect(cells(table) == [["€", "1"]])
  }

  @Test func `Empty lines are skipped, and lines of delimiters only are no rows`() throws {
    let table = try table(Array("a,b\n\n1,2\n,\n\n3,4\n\n".utf8))
    #expect(cells(table) == [["1", "2"], ["3", "4"]])
    #expect(table.lines == [3, 6])
    #expect(table.blankLines == [4])
  }

  @Test func `Comment lines above the header are skipped and counted`() throws {
    let table = try table(Array("# exported 2024\n# by hand\na,b\n1,2\n".utf8))
    #expect(table.names == ["a", "b"])
    #expect(table.lines == [4])
    #expect(table.annotations.isEmpty)
  }

  @Test func `A cBioPortal header gives labels and types`() throws {
    let text = """
      #Patient ID\tOverall Survival Status\tOverall Survival (Months)
      #Identifier\tStatus\tMonths since diagnosis
      #STRING\tSTRING\tNUMBER
      #1\t1\t1
      PATIENT_ID\tOS_STATUS\tOS_MONTHS
      P-1\t1:DECEASED\t12.5
      P-2\t0:LIVING\t[Not Available]

      """
    let table = try table(Array(text.utf8))
    #expect(table.names == ["PATIENT_ID", "OS_STATUS", "OS_MONTHS"])
    #expect(
      table.annotations.map(\.label) == [
        "Patient ID", "Overall Survival Status", "Overall Survival (Months)",
      ])
    #expect(table.annotations.map(\.type) == ["STRING", "STRING", "NUMBER"])
    #expect(table.lines == [6, 7])
  }

  @Test func `Equal texts share a code, in a column that grows past its first table of slots`() throws {
    let rows = (0..<5000).map { "\($0 % 1250),x\n" }.joined()
    let table = try table(Array(("n,x\n" + rows).utf8))
    #expect(table.columns[0].distinctCount == 1250)
    #expect(
      (0..<5000).allSatisfy { table.columns[0].text(Int(table.columns[0].codes[$0])) == "\($0 % 1250)" })
    #expect(Array(table.columns[1].counts) == [5000])
  }

  @Test func `A table longer than any buffer of the tokenizer stays whole`() throws {
    let long = String(repeating: "é", count: 70_000)
    let table = try table(Array("a,b\n\"\(long)\",2\n3,4\n".utf8))
    #expect(cells(table)[0][0] == long)
    #expect(cells(table)[1] == ["3", "4"])
  }
}

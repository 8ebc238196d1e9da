import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Workbooks give the tables that openpyxl reads in them, and say what was left out.
struct WorkbookTests {
  @Test(arguments: ["openpyxl", "xlsxwriter-1904", "libreoffice"])
  func values(_ name: String) throws {
    try Fixtures.table(name + ".xlsx").expectEqual(Fixtures.truth(name))
  }

  @Test func rowNumbersAreThoseOfTheSheet() throws {
    #expect(try Fixtures.table("openpyxl.xlsx").lines == (4...27).map { Int32($0) })
    #expect(try Fixtures.table("xlsxwriter-1904.xlsx").lines == (3...26).map { Int32($0) })
    #expect(try Fixtures.table("libreoffice.xlsx").findings.isEmpty)
  }

  private static func messages(_ table: Table) -> [String] {
    table.findings.map { "\($0.severity) \($0.lines): \($0.message)" }
  }

  @Test func whatIsNoPatientIsSaid() throws {
    #expect(
      Self.messages(try Fixtures.table("openpyxl.xlsx")) == [
        "note []: read from sheet “Cohort”; others with values: “Codes”",
        "note [1]: rows above the header are taken for a title: “Retrospective cohort, Größe ≥ 20”",
        "warning [29, 30]: rows with one value behind an empty row are left out: “Total: 24”, “* at last contact”",
        "note [6]: hidden rows are read too",
        "note []: hidden columns are read too: “age”",
      ])
    #expect(
      Self.messages(try Fixtures.table("xlsxwriter-1904.xlsx")) == [
        "note [1, 2]: the two rows of the header are joined: “Patient id”, “Follow-up months”, “Follow-up date”,"
          + " “Result value”",
        "note [7]: #N/A counts as missing: D7",
        "warning [8]: formula errors count as missing: #DIV/0! in D8",
      ])
    #expect(
      Self.messages(try Fixtures.table("awkward.xlsx")) == [
        "warning [6]: the row begins with “Total” and is read as a patient; delete it if it is none",
        "warning [5]: merged cells among the patients: only the first cell of each has the value: C5:C6",
        "warning [3]: formulas without a stored result count as missing: B3;"
          + " save the workbook in Excel or LibreOffice",
        "note [5]: rows that a filter hides are read too",
      ])
    #expect(try Fixtures.table("awkward.xlsx").blankLines == [4])
    #expect(
      Self.messages(try Fixtures.table("title-pair.xlsx"))
        == ["note [1]: rows above the header are taken for a title: “Registry”, “2021”"])
  }

  @Test func runsAreJoinedAndReadingsLeftOut() throws {
    #expect(try Fixtures.table("phonetic.xlsx").texts("id") == ["東 A&B", "b"])
  }

  @Test func hiddenColumnsBeyondTheLastAreNoHarm() throws {
    let table = try Fixtures.table("columns-out.xlsx")
    #expect(table.names == ["id", "months", "dead"])
    #expect(table.findings.isEmpty)
  }

  @Test func aSheetCanBeChosen() throws {
    let byName = try Fixtures.table("openpyxl.xlsx", sheet: "codes")
    #expect(byName.names == ["code", "meaning"])
    #expect(try byName.texts("meaning") == ["male"])
    #expect(byName.findings.map(\.message) == ["read from sheet “Codes”; others with values: “Cohort”"])
    #expect(try Fixtures.table("openpyxl.xlsx", sheet: "2").names == ["code", "meaning"])
    #expect(
      Fixtures.error("openpyxl.xlsx", sheet: "Sheet9")
        == "openpyxl.xlsx: there is no sheet called “Sheet9”; there are “Cohort”, “Codes”, “Empty”")
    #expect(Fixtures.error("openpyxl.xlsx", sheet: "Empty") == "openpyxl.xlsx: sheet “Empty”: it is empty")
    #expect(
      Fixtures.error("pspp.sav", sheet: "1")
        == "pspp.sav: this is no workbook, so there is no sheet to choose")
  }

  @Test func daysAboutTheLeapDayOf1900() throws {
    #expect(
      try Fixtures.table("days-1900.xlsx").texts("day") == [
        "1900-01-00", "1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01", "2019-04-03",
        "2019-04-03T18:00:00", "9999-12-31",
      ])
  }

  private static let refusals: [(String, String)] = [
    (
      "merged-header.xlsx",
      "sheet “Data”: the header has merged cells (B1:C1) and the row under them is not all text;"
        + " give every column a name of its own in one row"
    ),
    (
      "unnamed.xlsx",
      "cell C3 of sheet “Data”: its column has no name in row 1; give it one or empty the column"
    ),
    (
      "twice.xlsx",
      "cell C1 of sheet “Data”: columns B and C are both called “months”; expected a name of its own for each"
    ),
    (
      "header-only.xlsx",
      "sheet “Data”: there is no header row; expected a row with the names of the columns above the patients"
    ),
    (
      "no-header.xlsx",
      "sheet “Data”: there is no header row; expected a row with the names of the columns above the patients"
    ),
    ("string-index.xlsx", "cell A2 of sheet “Data”: it refers to text “9” of 5"),
    ("bad-cell.xlsx", "sheet “Data”: a cell in row 2 is said to be “XFE2”"),
    ("bad-row.xlsx", "sheet “Data”: there is no row 1048577; the last is 1048576"),
    ("bad-number.xlsx", "cell B3 of sheet “Data”: its value “0x10” is no number"),
    ("overlap.xlsx", "sheet “Data”: merged cells in row 2 overlap"),
    ("doctype.xlsx", "this workbook cannot be read: its XML is broken in line 2: it has a document type"),
    (
      "bomb.xlsx",
      "this workbook is too large: “xl/worksheets/sheet1.xml” unpacks to more than 16 MiB from 24901 bytes"
    ),
    ("broken-xml.xlsx", "this workbook cannot be read: its XML is broken in line 2: mismatched tag"),
    (
      "encrypted.xlsx",
      "this is an encrypted workbook, which is not read; save it in Excel without a password"
    ),
    ("binary.xlsb", "this is a binary Excel workbook (.xlsb), which is not read; save it as .xlsx"),
    (
      "xlsxwriter-1904.ods",
      "this is an OpenDocument spreadsheet (.ods), which is not read; save it as .xlsx or as CSV"
    ),
    (
      "xlsxwriter-1904.xls",
      "this is a workbook of Excel 97–2003 (.xls), which is not read; save it as .xlsx (Excel workbook) or as CSV"
    ),
    ("plain.zip", "this is a ZIP archive, which is not read; unpack it and open the table in it"),
  ]

  @Test(arguments: refusals)
  func refused(_ name: String, _ message: String) {
    #expect(Fixtures.error(name) == "\(name): \(message)")
  }
}

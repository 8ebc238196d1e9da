import Testing

@testable import Study

/// Number formats of cells, and the places of cells.
struct CellFormatTests {
  private static let codes: [(String, CellFormat)] = [
    ("General", .number), ("0.00", .number), ("#,##0.00 \"mg/dl\"", .number), ("0.0E+00", .number),
    ("[Red]0", .number), ("0\\d", .number), ("0_d", .number), ("0%", .number), ("@", .number),
    ("# ?/?", .number), ("0;[Red]-0;\"day\"", .number), ("dd/mm/yyyy", .day), ("[$-409]d\\-mmm\\-yy;@", .day),
    ("mmm-yy", .day), ("mm", .day), ("yyyy", .day), ("TT.MM.JJJJ", .day), ("m/d/yy h:mm", .moment),
    ("yyyy-mm-dd\"T\"hh:mm:ss", .moment), ("h:mm AM/PM", .timeOfDay), ("mm:ss.0", .timeOfDay),
    ("[h]:mm", .duration),
    ("[mm]:ss", .duration), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .day),
  ]

  @Test(arguments: codes)
  func code(_ code: String, _ format: CellFormat) { #expect(CellFormat(code) == format) }

  @Test func builtIn() {
    #expect((0...13).allSatisfy { CellFormat(builtIn: $0) == .number })
    #expect((14...17).allSatisfy { CellFormat(builtIn: $0) == .day })
    #expect(CellFormat(builtIn: 22) == .moment)
    #expect(CellFormat(builtIn: 21) == .timeOfDay)
    #expect(CellFormat(builtIn: 46) == .duration)
    #expect(CellFormat(builtIn: 49) == .number)
    #expect(CellFormat(builtIn: 57) == .day)
  }

  @Test func numbersHaveTheDigitsThatExcelKeeps() {
    #expect(CellFormat.digits(0.1 + 0.2) == "0.3")
    #expect(CellFormat.digits(0.1000000001) == "0.1000000001")
    #expect(CellFormat.digits(1e21) == "1e+21")
    #expect(CellFormat.digits(-12) == "-12")
  }

  @Test func daysAreCountedFrom1904OnMacintosh() {
    #expect(CellFormat.day.text(0, starts1904: true) == "1904-01-01")
    #expect(CellFormat.moment.text(42_096.25, starts1904: true) == "2019-04-03T06:00:00")
    #expect(CellFormat.day.text(-1, starts1904: false) == "-1")
    #expect(CellFormat.day.text(1e12, starts1904: false) == "1000000000000")
    #expect(CellFormat.duration.text(1.5, starts1904: false) == "36:00:00")
    #expect(CellFormat.timeOfDay.text(0.5, starts1904: false) == "12:00:00")
  }

  @Test func references() {
    #expect(CellReference("XFD1048576") == CellReference(column: 16_384, row: 1_048_576))
    #expect(CellReference("$AB$12") == CellReference(column: 28, row: 12))
    for text in [
      "XFE1", "A1048577", "A0", "A", "1", "", "1A", "A1B", "Ä1", "A99999999999999999999", "@1", "[1",
    ] {
      #expect(CellReference(text) == nil, "\(text)")
    }
    #expect(CellReference(column: 703, row: 7).description == "AAA7")
    #expect(CellRange("A1:C2")?.description == "A1:C2")
    #expect(CellRange("C2:A1") == nil)
    #expect(CellRange("A1")?.isOneCell == true)
  }
}

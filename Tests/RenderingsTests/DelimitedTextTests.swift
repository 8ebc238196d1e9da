import Renderings
import Report
import Testing

@Suite("Tables as CSV and TSV")
struct DelimitedTextTests {
  @Test("Numbers are exact, nothing is empty, texts are quoted where they must be")
  func fields() {
    let table = DataTable(
      name: "t", keys: ["stratum", "n", "x"],
      rows: [
        [.text("a, \"b\""), .integer(12_500), .number(0.1)], [.text("≤ 8"), .empty, .number(731)],
        [.text("x"), .integer(1), .init(Double.nan)],
      ])
    #expect(
      table.csv == "stratum,n,x\n\"a, \"\"b\"\"\",12500,0.1\n≤ 8,,731\nx,1,\n")
    #expect(table.tsv.hasPrefix("stratum\tn\tx\n\"a, \"\"b\"\"\"\t12500\t0.1\n"))
  }

  @Test(
    "A text that a spreadsheet would run is kept a text; numbers, signs alone and ordinary texts stay",
    arguments: [
      ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("@SUM(A1)", "'@SUM(A1)"),
      ("-positive", "'-positive"),
      ("+", "+"), ("-", "-"), ("-1.5", "-1.5"), ("> 12", "> 12"), ("a=b", "a=b"),
    ])
  func formulas(text: String, field: String) {
    #expect(DataTable(name: "t", keys: ["k"], rows: [[.text(text)]]).csv == "k\n\(field)\n")
  }

  @Test("Negative numbers are numbers")
  func negative() {
    #expect(
      DataTable(name: "t", keys: ["k"], rows: [[.number(-0.5)], [.integer(-3)]]).csv == "k\n-0.5\n-3\n")
  }

  @Test("What commands a terminal is made visible")
  func control() {
    let csv = DataTable(name: "t", keys: ["k"], rows: [[.text("a\u{1B}[31mb\u{202E}c")]]).csv
    #expect(csv == "k\na␛[31mb⟨U+202E⟩c\n")
  }
}

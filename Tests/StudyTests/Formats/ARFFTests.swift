import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Weka's files: what scipy reads in one of R, and the corners of the notation.
struct ARFFTests {
  private func read(_ text: String) throws -> Table {
    try #require(try Table.read(path: "t.arff", bytes: Array(text.utf8)))
  }

  @Test func aFileOfR() throws {
    try Fixtures.table("foreign.arff").expectEqual(Fixtures.truth("foreign"))
  }

  @Test func notation() throws {
    let table = try read(
      """
      % a comment
      @RELATION 'two words'
      @attribute 'Follow up' REAL % of months
      @Attribute grade {'it\\'s low', "high, grade", none}
      @attribute note string
      @attribute day date 'dd/MM/yyyy'

      @DATA
      1.5, 'it\\'s low', 'a, "b" \\u00e9', 03/04/2019
      % between
      ?,none,?,?
      -2e3\t"high, grade"\tword\t31/12/1999, {0.5}
      """)
    #expect(table.names == ["Follow up", "grade", "note", "day"])
    #expect(try table.texts("Follow up") == ["1.5", nil, "-2e3"])
    #expect(try table.texts("grade") == ["it's low", "none", "high, grade"])
    #expect(try table.texts("note") == ["a, \"b\" é", nil, "word"])
    #expect(try table.texts("day") == ["2019-04-03", nil, "1999-12-31"])
    #expect(table.lines == [9, 11, 12])
    #expect(try table.annotation("grade").levels == ["it's low", "high, grade", "none"])
    #expect(try table.annotation("Follow up").type == "NUMBER")
    #expect(table.findings.map(\.message) == ["the rows of the file have weights; they are not applied"])
  }

  @Test func sparseRows() throws {
    let table = try read(
      """
      @relation r
      @attribute a numeric
      @attribute b {x, y}
      @attribute c numeric
      @data
      {0 5, 1 y}
      {}
      {2 ?}, {1}
      """)
    #expect(try table.texts("a") == ["5", "0", "0"])
    #expect(try table.texts("b") == ["y", "x", "x"])
    #expect(try table.texts("c") == ["0", "0", nil])
    #expect(table.findings.isEmpty)
  }

  @Test func levelsKeepTheirOrder() throws {
    let directory = try TemporaryDirectory()
    let rows = (0..<20).map { "\($0),\(["late", "early"][$0 % 2]),\([1, 0][$0 % 2]),\($0 % 3)" }
    let text =
      "@relation r\n@attribute m numeric\n@attribute phase {late, never, early}\n@attribute dead {1,0}\n"
      + "@attribute site {2,1,0}\n@data\n" + rows.joined(separator: "\n")
    let study = try Study.open(path: try directory.file("a.txt", text))
    #expect(try study.levels("phase") == ["late", "never", "early"])
    #expect(try study.variable("dead").kind == .yesNo)
    #expect(try study.levels("dead") == ["0", "1"])
    #expect(try study.levels("site") == ["2", "1", "0"])
  }

  @Test func longListsKeepWhatOccurs() throws {
    let directory = try TemporaryDirectory()
    let levels = (1...13).map { "site\(14 - $0)" }.joined(separator: ",")
    let rows = (0..<20).map { "\($0),site\([3, 12][$0 % 2])" }
    let text =
      "@relation r\n@attribute m numeric\n@attribute s {\(levels)}\n@data\n" + rows.joined(separator: "\n")
    #expect(try Study.open(path: try directory.file("a.arff", text)).levels("s") == ["site12", "site3"])
  }

  private static let brokenTexts: [(String, String)] = [
    ("@relation r\n@attribute a numeric\n@data\n1\nx\n", "5:1: a is “x”; expected a number"),
    (
      "@relation r\n@attribute a {p, q}\n@data\np\nr\n", "5:1: a is “r”; expected “p”, “q”"
    ),
    ("@relation r\n@attribute a numeric\n@data\n1,2\n", "4:3: this row has 2 values where the header has 1"),
    (
      "@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n1,\n",
      "5:3: this row has 1 value where the header has 2"
    ),
    ("@relation r\n@attribute a numeric\n@data\n,1\n", "4:1: expected a value; a missing one is written ?"),
    ("@relation r\n@attribute a string\n@data\n'x\n", "4:1: the quote that opens here is never closed"),
    (
      "@relation r\n@attribute a numeric\n@attribute a real\n@data\n",
      "3:12: columns 1 and 2 are both called “a”; expected a name of its own for each"
    ),
    (
      "@relation r\n@attribute a relational\n@data\n",
      "2:14: attribute “a” is of no type that is read; expected numeric, string, date or {…}"
    ),
    ("@relation r\n@attribute a {p\n@data\n", "2:16: expected the values between { and }"),
    ("@relation r\n@attribute a {p,p}\n@data\n", "2:17: “p” is declared twice"),
    ("@relation r\n@data\n1\n", "2:1: @data stands before any @attribute"),
    ("@relation r\n@attribute a real\n", "1:1: there is no @data line"),
    ("@relation r\n@attribute a real\n@data\n% none\n", "3:1: there is a header but no patient"),
    ("@relation r\nwhat\n", "2:1: expected @relation, @attribute or @data"),
    (
      "@relation r\n@attribute a string\n@attribute b real\n@data\n{1 2}\n",
      "5:5: the row leaves out “a”, of which no value is the usual one"
    ),
    (
      "@relation r\n@attribute a real\n@data\n{1 2}\n",
      "4:2: expected the number of an attribute, from 0 to 0, once"
    ),
    (
      "@relation r\n@attribute d date 'yyyy-MM-dd'\n@data\n2019-02-30\n",
      "4:1: d is “2019-02-30”; expected a date written as “yyyy-MM-dd”"
    ),
  ]

  @Test(arguments: brokenTexts)
  func broken(_ text: String, _ error: String) throws {
    #expect(try failure(text, name: "t.arff") == "t.arff:" + error)
  }
}

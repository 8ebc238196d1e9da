import CohortEngine
import CohortModel
import Testing

@testable import Study

/// What people and programs write above, into and below a header.
struct OddHeaderTests {
  private func read(_ text: String) throws -> Table {
    try TableReader(SourceText(path: "t.csv", contents: Array(text.utf8))).table()
  }

  private func cells(_ table: Table) -> [[String]] {
    (0..<table.rowCount).map { row in table.columns.map { $0.text(Int($0.codes[row])) } }
  }

  @Test func `R's row names get a name`() throws {
    let table = try read("\"\",\"age\"\n\"1\",61\n\"2\",49\n")
    #expect(table.names == ["row", "age"])
    #expect(cells(table) == [["1", "61"], ["2", "49"]])
    #expect(table.findings.map(\.severity) == [.note])
    #expect(table.findings.map(\.column) == ["row"])
    #expect(try read(",row,age\n1,5,61\n2,6,49\n").names == ["row (2)", "row", "age"])
  }

  @Test(arguments: [
    "a,b,c,,\n1,2,3,,\n4,5,6,,\n", "a,b,c,,\n1,2,3\n4,5,6\n", "a\tb\tc\t\n1\t2\t3\t\n4\t5\t6\t\n",
  ])
  func `Columns with neither name nor values are left out`(text: String) throws {
    let table = try read(text)
    #expect(table.names == ["a", "b", "c"])
    #expect(cells(table) == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(table.findings.map(\.severity) == [.note])
  }

  @Test func `A column with values but no name is counted from the left`() throws {
    let table = try read("a,b,,d\n1,2,x,4\n5,6,,8\n")
    #expect(table.names == ["a", "b", "column 3", "d"])
    #expect(table.findings.map(\.severity) == [.warning])
    #expect(table.findings.map(\.column) == ["column 3"])
  }

  @Test func `The first value of each row is its name where the header has one name fewer`() throws {
    let table = try read("\"age\"\t\"sex\"\n\"P1\"\t61\tM\n\"P2\"\t49\tF\n\"P3\"\t55\tF\n")
    #expect(table.delimiter == .tab)
    #expect(table.names == ["row", "age", "sex"])
    #expect(cells(table).first == ["P1", "61", "M"])
    #expect(table.findings.contains { $0.severity == .warning && $0.message.contains("one name fewer") })
  }

  @Test func `R's own file, with blanks between the values, is a table`() throws {
    let table = try read("\"age\" \"sex at birth\"\n\"1\" 61 \"M\"\n\"2\" 49 \"F\"\n\"3\" NA \"F\"\n")
    #expect(table.delimiter == .blank)
    #expect(table.names == ["row", "age", "sex at birth"])
    #expect(cells(table).last == ["3", "NA", "F"])
    #expect(table.findings.contains { $0.severity == .note && $0.message.contains("blanks") })
    // Words are no values where their number differs.
    #expect(try read("remark\nfeels well\nis much better today\n").names == ["remark"])
  }

  @Test func `A name that stands very often is numbered without end`() throws {
    let names = [String](repeating: "x", count: 20_000)
    let table = try read(names.joined(separator: ",") + "\n" + names.joined(separator: ",") + ",\n")
    #expect(Set(table.names).count == 20_000)
    #expect(table.names.last == "x (20000)")
  }

  @Test func `A header of too many columns is refused`() throws {
    let text = String(repeating: ",", count: 1_000_000) + "\n1,2\n"
    #expect(try failure(text) == "t.csv:1:1: there are 1000001 columns; at most 1000000 are read")
  }

  @Test(arguments: [
    // The first values repeat, so they are no names, and which column lacks its name is not known.
    ("age,sex\n1,61,M\n1,49,F\n2,55,F\n", "t.csv:2:6: this row has 3 values where the header has 2"),
    ("age,sex\nP1,61,M\nP2,49,F\nP3,55\n", "t.csv:2:7: this row has 3 values where the header has 2"),
  ])
  func `A header that lacks a name otherwise is an error`(text: String, error: String) throws {
    #expect(try failure(text) == error)
  }

  @Test func `Row names are unique in the whole table or are none`() throws {
    let rows = (0..<300).map { "P\($0 % 299),\($0),M\n" }.joined()
    #expect(try failure("age,sex\n" + rows).hasPrefix("t.csv:2:6: this row has 3 values"))
  }

  @Test func `Separators after every value of every row are left out`() throws {
    let table = try read("a,b\n1,2,\n3,4,\n")
    #expect(table.names == ["a", "b"])
    #expect(cells(table) == [["1", "2"], ["3", "4"]])
    #expect(table.findings.map(\.severity) == [.note])
    // After some of them only, a value may have been split: `1,5` in place of `1.5`.
    let some = try read("a,b\n1,2\n3,4,\n")
    #expect(cells(some) == [["1", "2"], ["3", "4"]])
    #expect(some.findings.map(\.severity) == [.warning])
    #expect(some.findings.map(\.lines) == [[3]])
  }

  @Test(arguments: [("sep=;\n", Delimiter.semicolon), ("SEP=|\r\n", .bar), ("sep=\t\n", .tab)])
  func `Excel's first line names the separator`(line: String, delimiter: Delimiter) throws {
    let sign = String(decoding: [delimiter.rawValue], as: UTF8.self)
    let table = try read(line + "a, x\(sign)b\n1,5\(sign)2\n3,5\(sign)4\n")
    #expect(table.delimiter == delimiter)
    #expect(table.names == ["a, x", "b"])
    #expect(table.lines == [3, 4])
    #expect(table.findings.map(\.lines) == [[1]])
  }

  @Test(arguments: [
    ("Survival data export 2024,,\nid,age,sex\n1,61,M\n2,49,F\n", [1]),
    ("Survival data export 2024\n\nid;age;sex\n1;61;M\n2;49;F\n", [1, 2]),
    ("Export, of 2024, by hand\n,,\nid\tage\tsex\n1\t61\tM\n2\t49\tF\n", [1, 2]),
    ("\n\nid,age,sex\n1,61,M\n2,49,F\n", [1, 2]),
  ])
  func `Titles above the header are told from it`(text: String, lines: [Int]) throws {
    let table = try read(text)
    #expect(table.names == ["id", "age", "sex"])
    #expect(cells(table) == [["1", "61", "M"], ["2", "49", "F"]])
    #expect(table.lines.map(Int.init) == [lines.count + 2, lines.count + 3])
    #expect(table.findings.map(\.lines) == [lines])
    #expect(table.findings.map(\.severity) == [.note])
  }

  @Test(arguments: [
    // Rows of one column, some of which hold the separator.
    "remark\nno change\nbetter, then worse\nworse\n",
    // A row of numbers is no header, nor is one that names something twice.
    "x\n1,2\n3,4\n", "title,,\n1,2,3\n4,5,6\n", "title,,\na,a,b\n4,5,6\n",
  ])
  func `What does not read like a title above a header is none`(text: String) throws {
    let table = try? read(text)
    #expect(table?.findings.contains { $0.message.contains("above the header") } != true)
  }

  @Test(arguments: ["(months),(years)", "months,years", "[months],", "Months,[years]"])
  func `Units under the header are no row`(units: String) throws {
    let text = "id,time,age\n,\(units)\nA,12,61\nB,24,49\nC,3.5,NA\n"
    let study = try study(csv: text)
    #expect(study.cohort.rowCount == 3)
    #expect(try study.variable("time").unit?.lowercased() == "months")
    #expect(study.findings("holds units").map(\.lines) == [[2]])
    #expect(study.findings("is no number").isEmpty)
  }

  @Test(arguments: ["mg/dl", "10^9/L", "(g/l)", "U/l", "kg/m²", "%"])
  func `Measures are units too`(unit: String) throws {
    let table = try read("id,lab\n,\(unit)\nA,1\nB,2\n")
    #expect(table.rowCount == 2)
    #expect(table.annotations.map(\.unit) == [nil, unit.trimming { "()".contains($0) }])
  }

  @Test(arguments: [
    "id,time\nA,months\nB,12\nC,13\n", "id,time\n,12\n,13\n", "id,unit\n,months\n,years\n",
    "id,lab\n,positive\nA,1\nB,2\n", "id,remark\n,n\nA,x\nB,y\n",
  ])
  func `A row with a value in it is a patient`(text: String) throws {
    #expect(try read(text).rowCount == text.split(separator: "\n").count - 1)
  }

  @Test func `A unit of time under the header is that of the endpoint`() throws {
    let study = try study(csv: "id,time,status\n,(weeks),\nA,12,1\nB,24,0\nC,36,1\nD,48,0\n")
    #expect(study.cohort.endpoints.first?.scale.unit == .weeks)
  }

  @Test func `Orange's types and flags are no patients`() throws {
    let text = """
      sex\tage\tgroup\tTime\tEvent
      0 1\tcontinuous\tstring\tc\td
      \t\tmeta\tmeta role=time\tclass
      1\t61\tx\t10\t1
      0\t49\ty\t20\t0

      """
    let table = try read(text)
    #expect(table.lines == [4, 5])
    #expect(table.findings.map(\.lines) == [[2, 3]])
    #expect(try read("a\tb\nc\td\n\t1\n2\t3\n").rowCount == 3)
  }

  @Test func `A name that stands twice is numbered and told of`() throws {
    let table = try read("id,age,age,sex,age\n1,61,61,M,7\n2,49,49,F,8\n")
    #expect(table.names == ["id", "age", "age (2)", "sex", "age (3)"])
    #expect(table.findings.map(\.column) == ["age (2)", "age (3)"])
    #expect(table.findings.map { $0.message.contains("same values") } == [true, false])
    #expect(table.findings.allSatisfy { $0.severity == .warning })
    #expect(try read("age (2),age,age\n1,2,3\n").names == ["age (2)", "age", "age (3)"])
  }

  @Test func `Names lose blanks around them and line breaks`() throws {
    let table = try read("\" id \",\"time\n(months)\",\" a  b \"\n1,2,3\n")
    #expect(table.names == ["id", "time (months)", "a  b"])
    #expect(table.findings.isEmpty)
  }

  @Test func `A verbatim table has its names to the letter or is refused`() throws {
    func names(_ text: String) throws -> [String] {
      let source = try SourceText(path: "t.csv", contents: Array(text.utf8))
      return try TableReader(source, isVerbatim: true).table().names
    }
    #expect(try names("\" id \",b\n1,2\n") == [" id ", "b"])
    #expect(throws: StudyError.unnamedColumn(Place(file: "t.csv", line: 1, column: 3), number: 2)) {
      try names("a,\n1,2\n")
    }
    #expect(
      throws: StudyError.repeatedName(
        Place(file: "t.csv", line: 1, column: 3), name: "a", first: 1, second: 2)
    ) { try names("a,a\n1,2\n") }
    #expect(throws: StudyError.raggedRow(Place(file: "t.csv", line: 3, column: 2), fields: 1, expected: 2)) {
      try names("a,b\n1,2\n3\n4,5\n")
    }
  }
}

extension String {
  fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isEdge(first) { rest.removeFirst() }
    while let last = rest.last, isEdge(last) { rest.removeLast() }
    return String(rest)
  }
}

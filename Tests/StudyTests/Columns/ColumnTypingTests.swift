import CohortEngine
import CohortModel
import Testing

@testable import Study

struct ColumnTypingTests {
  private static func cycle(_ values: [String], _ count: Int) -> [String] {
    (0..<count).map { values[$0 % values.count] }
  }

  private static let examples: [(String, [String], Variable.Kind)] = [
    ("id", (1...20).map(String.init), .identifier), ("patient_id", (1...20).map { "P\($0)" }, .identifier),
    ("code_x", (1...20).map { "SYN-0\($0)" }, .identifier),
    ("MRN", (1...20).map { "\($0 * 7919)" }, .identifier),
    ("center_id", cycle(["1", "2", "3"], 30), .categorical),
    ("surname", cycle(["Li", "Ng"], 20), .identifier),
    ("sex", cycle(["M", "F"], 20), .categorical), ("sex", cycle(["1", "2"], 20), .categorical),
    ("donor", cycle(["MSD", "MUD", "MMFD"], 21), .categorical),
    ("ecog", cycle(["0", "1", "2", "3"], 24), .ordered),
    ("ecog", cycle(["0", "1"], 24), .ordered), ("age_group", cycle(["0-3", "4-12", ">12"], 21), .ordered),
    ("days_group", cycle(["<=23", ">23"], 20), .ordered), ("risk", cycle(["low", "high"], 20), .ordered),
    ("phase", cycle(["CR1", "CR2", "CR3"], 21), .ordered), ("stage", cycle(["I", "II", "IV"], 21), .ordered),
    ("severity", cycle(["none", "mild", "severe"], 21), .ordered),
    ("arm", cycle(["1", "2", "3"], 30), .categorical),
    ("flag", cycle(["yes", "no"], 20), .yesNo), ("flag", cycle(["Y", "N", ""], 21), .yesNo),
    ("flag", cycle(["0", "1"], 20), .yesNo), ("flag", cycle(["TRUE", "FALSE"], 20), .yesNo),
    ("flag", cycle(["ja", "nein"], 20), .yesNo), ("flag", cycle(["sí", "no"], 20), .yesNo),
    ("flag", cycle(["oui", "non"], 20), .yesNo), ("age", (0..<30).map { "\($0)" }, .number),
    ("karno", cycle(["40", "50", "60", "70", "80", "90", "100"], 70), .number),
    ("year", cycle(["2016", "2017", "2018", "2019"], 40), .number),
    ("crp", (0..<20).map { "\($0).5" } + ["<0.1", "NA"], .number),
    ("dx", cycle(["2019-01-02", "2020-03-04", ""], 21), .date),
    ("dx", cycle(["02.01.2019", "14.03.2020"], 20), .date),
    ("dx", cycle(["02/01/2019", "14/03/2020"], 20), .date),
    ("dx", cycle(["01/02/2019", "03/14/2020"], 20), .date),
    ("remark", (0..<20).map { "said word \($0) and more" }, .text), ("empty", cycle([""], 20), .text),
  ]

  @Test(arguments: examples.indices)
  func `A column's kind follows from its name and values`(index: Int) throws {
    let (name, values, kind) = Self.examples[index]
    #expect(try study(csv: column(name, values)).variable(name).kind == kind, "\(name): \(values.prefix(4))")
  }

  @Test(arguments: [
    "", "NA", "na", "N/A", ".", "-", "unknown", "UNK", "[Not Available]", "#N/A", "NaN", "null",
  ])
  func `Tokens that stand for nothing are missing`(token: String) throws {
    let study = try study(csv: column("x", ["a", "b", "a", "b", token]))
    #expect(try study.texts("x") == ["a", "b", "a", "b", nil])
  }

  @Test func `Not done is a value of its own, and none is one too`() throws {
    let study = try study(csv: column("mrd", ["neg", "not done", "unknown", "neg", "none", "not done"]))
    #expect(try study.texts("mrd") == ["neg", "not done", nil, "neg", "none", "not done"])
  }

  @Test func `Numbers that mean missing do so only where declared`() throws {
    let csv = column("age", ["12", "15", "99", "-1", "33", "41", "18"])
    #expect(try study(csv: csv).numbers("age")[2] == 99)
    let toml = "[study]\ndata = \"data.csv\"\n[variables.age]\nmissing = [\"99\", -1]\n"
    #expect(try study(toml: toml, csv: csv).numbers("age") == [12, 15, nil, nil, 33, 41, 18])
  }

  @Test func `A European table has decimal commas`() throws {
    let study = try study(csv: "id;crp;day\nP1;1,5;03.04.2019\nP2;27,25;25.12.2020\nP3;1.234,5;01.01.2021\n")
    #expect(try study.numbers("crp") == [1.5, 27.25, 1234.5])
    #expect(try study.numbers("day")[0] == Double(try #require(CalendarDay("2019-04-03")).daysSince1970))
  }

  @Test func `Where a comma may mean two things, the column is no number and that is said`() throws {
    let study = try study(csv: column("lab", (1...12).map { "\"\($0),234\"" }))
    #expect(try study.variable("lab").kind != .number)
    #expect(study.findings("decimal comma").count == 1)
  }

  @Test func `Dates that fit both orders are not read, and that is said`() throws {
    let study = try study(csv: column("dx", ["03/04/2019", "05/06/2019", "01/02/2020", "07/08/2020"]))
    #expect(try study.variable("dx").kind != .date)
    #expect(study.findings("may be day or month first").map(\.column) == ["dx"])
  }

  @Test func `One column that proves the order settles the others`() throws {
    let study = try study(csv: "a,b\n03/04/2019,25/04/2019\n05/06/2019,01/02/2019\n01/02/2020,03/03/2019\n")
    let day = try #require(CalendarDay("2019-04-03")).daysSince1970
    #expect(try study.numbers("a")[0] == Double(day))
  }

  @Test func `A declared order settles them too`() throws {
    let toml = "[study]\ndata = \"data.csv\"\ndate_order = \"mdy\"\n"
    let study = try study(toml: toml, csv: column("dx", ["03/04/2019", "05/06/2019"]))
    #expect(try study.numbers("dx")[0] == Double(try #require(CalendarDay("2019-03-04")).daysSince1970))
  }

  @Test func `Limits count as themselves and stray words as missing, each with its lines`() throws {
    let values = (1...20).map { "\($0).5" } + ["<0.1", "pending"]
    let study = try study(csv: column("crp", values))
    #expect(try study.numbers("crp").suffix(2) == [0.1, nil])
    #expect(study.findings("written as limits").map(\.lines) == [[22]])
    #expect(study.findings("is no number").map(\.lines) == [[23]])
  }

  @Test func `Levels nobody declared come last, with a warning`() throws {
    let toml = "[study]\ndata = \"data.csv\"\n[variables.x]\nlevels = [\"c\", \"a\"]\n"
    let study = try study(toml: toml, csv: column("x", ["a", "b", "c", "a"]))
    #expect(try study.levels("x") == ["c", "a", "b"])
    #expect(study.findings("none of the declared levels").map(\.lines) == [[3]])
  }

  @Test func `Yes comes after no`() throws {
    #expect(try study(csv: column("x", ["yes", "no", "yes", "no"])).levels("x") == ["no", "yes"])
    #expect(try study(csv: column("x", ["1", "0", "1", "0"])).levels("x") == ["0", "1"])
  }

  @Test(arguments: [
    ("0", ["0", "1"]), ("yes", ["no", "yes"]), ("FALSE", ["FALSE", "TRUE"]), ("Nein", ["Nein", "Ja"]),
  ])
  func `A question that everybody answers alike still has two answers`(answer: String, levels: [String])
    throws
  {
    #expect(try study(csv: column("x", [answer, answer, answer])).levels("x") == levels)
  }

  @Test func `Patients in several rows are listed`() throws {
    let csv = "patient_id,x\nA,1\nB,2\nA,3\nC,4\nD,5\nE,6\n"
    let finding = try #require(try study(csv: csv).findings("more than one row").first)
    #expect(finding.lines == [2, 4])
    #expect(finding.column == "patient_id")
  }
}

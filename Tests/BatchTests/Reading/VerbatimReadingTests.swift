import Batch
import Study
import TestSupport
import Testing

/// A table as it is written, whatever the dashboard would make of it.
@Suite("A job that reads a table as it is written")
struct VerbatimReadingTests {
  private func results(_ name: String) throws -> [String: AnalysisResult] {
    let file = try #require(AwkwardFile.all.first { $0.name == name })
    let folder = try ScratchFolder()
    _ = try folder.write(file.text, to: file.fileName)
    let job = try Job(contentsOf: folder.write(file.job(reading: nil), to: "job.json"))
    let analyses = job.results(producedBy: "atrisk").analyses
    return Dictionary(analyses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("takes NA for a text: a third arm, and no number")
  func missing() throws {
    let results = try results("missing values in words")
    #expect(results["km"]?.reason == "data.csv:9: time is \"N/A\"; expected a number")
    #expect(results["summary"]?.values["all/grade/unknown/count"] == .number(1))
    #expect(results["summary"]?.values["all/age/NA/count"] == .number(1))
  }

  @Test("refuses a decimal comma, and a text among the times")
  func numbers() throws {
    #expect(try results("decimal commas")["km"]?.reason == "data.csv:2: time is \"0,5\"; expected a number")
    #expect(try results("impossible times")["km"]?.reason == "data.csv:8: time is \"<30\"; expected a number")
  }

  @Test("takes 1.0 for the code 1, and a code in neither list for censored")
  func codes() throws {
    let results = try results("codes that a program made fractions of")
    #expect(results["all"]?.values["all/events"] == .number(7) && results["all"]?.n == 20)
    let unexplained = try self.results("codes that nobody can explain")
    #expect(unexplained["all"]?.n == 20 && unexplained["all"]?.missingCount == 0)
  }

  @Test("counts a line of separators and a repeated header as rows")
  func rows() throws {
    let results = try results("blank lines, a repeated header, a title")
    #expect(results["summary"]?.n == 22)
    #expect(results["km"]?.reason == "data.csv:9: time is \"time\"; expected a number")
  }

  @Test("names the row that ends as it begins, but for a rounding error, as it always did")
  func emptyInterval() throws {
    let job = """
      {"format": "atrisk-job/1", "name": "late", "data": {"file": "data.csv", "reading": "MODE"},
       "endpoints": {"e": {"entry": "entry", "time": "time", "status": "status", "event": [1]}},
       "analyses": [{"id": "km", "type": "kaplan_meier", "endpoint": "e", "curve": "steps"}]}
      """
    let table = "entry,time,status\n1,40.5,1\n30.123456788,30.123456789,1\n30,50.5,0\n"
    let verbatim = try ScratchFolder().results(job: job.replacing("MODE", with: "verbatim"), table: table)
    #expect(
      verbatim.analyses[0].reason
        == "data.csv:3: observation ends at 30.123456789, but begins at 30.123456788; expected it to begin earlier"
    )
    let inferred = try ScratchFolder().results(job: job.replacing("MODE", with: "inferred"), table: table)
    #expect(inferred.analyses[0].n == 2 && inferred.analyses[0].missingCount == 1)
    #expect(
      inferred.findings.contains {
        $0.lines == [3] && $0.message.hasPrefix("e: observation ends as it begins")
      })
  }

  @Test(
    "reads numbers in the C notation only",
    arguments: [
      ("1e3", 1000), ("-.5", -0.5), ("+2.", 2), ("1e-400", 0), ("0x10", nil), ("1,5", nil), ("inf", nil),
      ("nan", nil), ("1e999", nil), ("<5", nil), ("1 000", nil), ("½", nil),
    ] as [(String, Double?)])
  func notation(text: String, value: Double?) throws {
    let table = try Table.read(Array("x,y\n\"\(text)\",1\n".utf8), named: "data.csv", mode: .verbatim)
    let column = ProfiledTable(table, mode: .verbatim, kinds: [:]).columns[0]
    #expect(column.texts == [text] && column.kind == (value == nil ? .categorical : .continuous))
    #expect(column.numbers[0] == value ?? .nan || value == nil && column.numbers[0].isNaN)
  }

  @Test("orders levels by number where all are numbers, else by text")
  func order() throws {
    let table = try Table.read(
      Array("a,b\n10,10\n9,9\n,x\n1e1,\n-1,A\n".utf8), named: "data.csv", mode: .verbatim)
    let columns = ProfiledTable(table, mode: .verbatim, kinds: [:]).columns
    #expect(columns[0].levels == ["-1", "9", "10", "1e1"])
    #expect(columns[1].levels == ["10", "9", "A", "x"])
    #expect(columns.map { Array($0.codes) } == [[0, 1, -1, 2, 3], [0, 1, 2, -1, 3]])
  }
}

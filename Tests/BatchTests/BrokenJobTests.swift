import Batch
import Foundation
import Testing

@Suite("Jobs that cannot be read")
struct BrokenJobTests {
  private static let table = """
    time,status,arm,age,site
    1,1,A,50,x
    2,0,B,60,y

    """

  /// A sound job, in which one text is replaced.
  private static let job = """
    {
      "format": "atrisk-job/1",
      "name": "broken",
      "data": {"file": "data.csv", "variables": {"arm": {"type": "categorical", "levels": ["A", "B"]}}},
      "endpoints": {"os": {"time": "time", "status": "status", "event": [1]}, "dfs": {"time": "time", "status": "status", "event": [1], "competing": [2]}},
      "analyses": [
        {"id": "a", "type": "kaplan_meier", "endpoint": "os", "group": "arm", "times": [1, 2], "curve": "steps"},
        {"id": "b", "type": "logrank_test", "endpoint": "os", "group": "arm", "weights": ["logrank"]},
        {"id": "c", "type": "cox", "endpoint": "dfs", "covariates": ["age"], "ties": "efron"},
        {"id": "d", "type": "cutpoint", "endpoint": "os", "variable": "age", "minprop": 0.2}
      ]
    }
    """

  struct Mistake: CustomTestStringConvertible, Sendable {
    let replaced: String
    let by: String
    let message: String
    var testDescription: String { by }
    init(_ replaced: String, _ by: String, _ message: String) {
      (self.replaced, self.by, self.message) = (replaced, by, message)
    }
  }

  static let mistakes = [
    Mistake(
      #""endpoint": "os", "group""#, #""endpoint": "oss", "group""#,
      #"$.analyses[0].endpoint: "oss" is no endpoint; expected one of os, dfs"#),
    Mistake(
      "atrisk-job/1", "atrisk-job/7", #"$.format: "atrisk-job/7" is no format of jobs; expected atrisk-job/1"#
    ),
    Mistake(#""name": "broken","#, "", "$.name: is missing; expected a text"),
    Mistake(#""name": "broken""#, #""name": 7"#, "$.name: 7 is no text; expected one in quotes"),
    Mistake(
      "data.csv", "data.tsv", #"$.data.file: "data.tsv": there is no such file"#),
    Mistake(
      #""file": "data.csv""#, #""file": "data.csv", "reading": "guessed""#,
      #"$.data.reading: "guessed" is no mode of reading; expected one of inferred, verbatim"#),
    Mistake(
      #""file": "data.csv""#, #""file": "data.csv", "sheet": "2""#,
      #"$.data.file: "data.csv": this is no workbook, so there is no sheet to choose"#),
    Mistake(
      #""arm": {"#, #""arms": {"#,
      #"$.data.variables.arms: "arms" is no column of data.csv; expected one of time, status, arm, age, site"#
    ),
    Mistake(
      "categorical", "factor",
      #"$.data.variables.arm.type: "factor" is no type of variable; expected one of continuous, categorical"#),
    Mistake(
      #"["A", "B"]"#, #"["A", "A"]"#,
      #"$.data.variables.arm.levels[1]: "A" is listed twice; expected it once"#),
    Mistake(
      #""status": "status", "event": [1]}"#, #""status": "state", "event": [1]}"#,
      #"$.endpoints.os.status: "state" is no column of data.csv; expected one of time, status, arm, age, site"#
    ),
    Mistake(
      #""event": [1]}"#, #""event": ["dead"]}"#,
      #"$.endpoints.os.event[0]: "dead" is no status code; expected a whole number"#),
    Mistake(
      #""event": [1]}"#, #""event": []}"#,
      "$.endpoints.os.event: no code is listed; expected at least one, like [1]"),
    Mistake(
      #""competing": [2]"#, #""competing": [1]"#,
      "$.endpoints.dfs.competing[0]: code 1 is listed twice; expected it once"),
    Mistake(
      #""competing": [2]"#, #""competing": [0]"#,
      "$.endpoints.dfs.competing[0]: code 0 means censored; expected a code of an event"),
    Mistake(
      #""id": "b""#, #""id": "a""#,
      #"$.analyses[1].id: "a" is also $.analyses[0].id; expected a name of its own"#),
    Mistake(
      "kaplan_meier", "kaplan-meier",
      #"$.analyses[0].type: "kaplan-meier" is no type of analysis; expected one of kaplan_meier, risk_table, "#
        + "conditional_survival, cumulative_incidence, gray_test, logrank_test, cox, fine_gray, cutpoint, "
        + "contingency, rank_sum, kruskal_wallis, …"),
    Mistake(
      #""times": [1, 2]"#, #""times": "1 2""#,
      #"$.analyses[0].times: "1 2" is no list; expected values in [ ]"#),
    Mistake(#""times": [1, 2]"#, #""times": [1, "2"]"#, #"$.analyses[0].times[1]: "2" is no number"#),
    Mistake(
      #""curve": "steps""#, #""curve": "smooth""#,
      #"$.analyses[0].curve: "smooth" is no kind of curve; expected one of none, steps, steps_with_ci"#),
    Mistake(
      #""times": [1, 2]"#, #""conf_level": 95"#,
      "$.analyses[0].conf_level: 95 is not between 0 and 1; expected one like 0.95"),
    Mistake(
      #""times": [1, 2]"#, #""quantiles": [50]"#,
      "$.analyses[0].quantiles[0]: 50 is no fraction; expected one from 0 to 1"),
    Mistake(
      #""times": [1, 2]"#, #""followup": 1"#, "$.analyses[0].followup: 1 is neither true nor false"),
    Mistake(
      #""weights": ["logrank"]"#, #""weights": ["fh(-1,0)"]"#,
      #"$.analyses[1].weights[0]: "fh(-1,0)" is no weight; expected one of logrank, gehan-breslow, tarone-ware, "#
        + "peto-peto, modified-peto-peto, fh(p,q)"),
    Mistake(
      #""weights": ["logrank"]"#, #""wieghts": ["logrank"]"#,
      #"$.analyses[1].wieghts: "wieghts" is no field here; expected one of id, type, endpoint, group, strata, "#
        + "landmark, weights, trend, pairwise"),
    Mistake(
      #"["age"]"#, #"["age", "sex"]"#,
      #"$.analyses[2].covariates[1]: "sex" is no column of data.csv; expected one of time, status, arm, age, site"#
    ),
    Mistake(#"["age"]"#, "[]", "$.analyses[2].covariates: no variable is listed; expected at least one"),
    Mistake(
      #""minprop": 0.2"#, #""minprop": 0.95"#,
      "$.analyses[3].minprop: 0.95 is not below maxprop, which is 0.9; expected it to be"),
    Mistake(
      #""analyses": ["#, #""analysis": ["#, "$.analyses: there is no list of analyses; expected one in [ ]"),
    Mistake(
      #""name": "broken""#, #""name": "broken", "naame": 1"#,
      #"$.naame: "naame" is no field here; expected one of format, name, title, data, endpoints, analyses"#),
  ]

  @Test("end with one line that has the path, the value and what was expected", arguments: mistakes)
  func oneLine(_ mistake: Mistake) throws {
    let folder = try ScratchFolder()
    _ = try folder.write(Self.table, to: "data.csv")
    #expect(Self.job.contains(mistake.replaced))
    let first = try #require(Self.job.range(of: mistake.replaced))
    let path = try folder.write(Self.job.replacingCharacters(in: first, with: mistake.by), to: "job.json")
    let error = try #require(throws: JobError.self) { try Job(contentsOf: path) }
    #expect("\(error)" == "\(path): \(mistake.message)")
    #expect(!"\(error)".contains("\n"))
  }

  struct Text: CustomTestStringConvertible, Sendable {
    let json: String
    let message: String
    var testDescription: String { json }
    init(_ json: String, _ message: String) { (self.json, self.message) = (json, message) }
  }

  static let texts = [
    Text("", ":1:1: the file ends here; expected a value"),
    Text("[]", ": $: [] is no object; expected fields in { }"),
    Text("{\"a\": 1,\n }", ":2:2: \"}\" is not expected here; expected a name in quotes"),
    Text("{\"a\": 01}", ":1:7: 01 is no number; expected one like -1.5e3"),
    Text("{\"a\": NaN}", ":1:7: \"N\" is not expected here; expected a value"),
    Text("{\"a\": 1e999}", ":1:7: 1e999 is no number; expected one like -1.5e3"),
    Text("{\"é\": \"x}", ":1:7: the text that begins here never ends"),
    Text("{\"a\": \"\\q\"}", ":1:8: the backslash escapes nothing; expected \\\\ for the sign itself"),
    Text("{\"a\": \"\\ud800\"}", ":1:8: \\u stands here without a character; expected \\u00e9"),
    Text("{\"a\": 1, \"a\": 2}", ":1:10: \"a\" stands here a second time; expected it once"),
    Text("{\"a\": 1} x", ":1:10: \"x\" is not expected here; expected the end of the file"),
    Text("{\"a\" 1}", ":1:6: \"1\" is not expected here; expected a colon"),
    Text(
      String(repeating: "[", count: 5000),
      ":1:101: more than 100 values inside each other; expected fewer"),
  ]

  @Test("say where a file stops being JSON", arguments: texts)
  func syntax(_ text: Text) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(text.json, to: "job.json")
    let error = try #require(throws: JobError.self) { try Job(contentsOf: path) }
    #expect("\(error)" == path + text.message)
  }

  @Test("are missing, or a folder")
  func files() throws {
    let folder = try ScratchFolder()
    let missing = try #require(throws: JobError.self) { try Job(contentsOf: folder.path + "/none.json") }
    #expect("\(missing)" == "\(folder.path)/none.json: there is no such file")
    let directory = try #require(throws: JobError.self) { try Job(contentsOf: folder.path) }
    #expect("\(directory)" == "\(folder.path): this is a directory; expected a job file (.json)")
  }

  @Test("name the line of a broken table")
  func brokenTable() throws {
    let folder = try ScratchFolder()
    let error = try #require(throws: JobError.self) {
      try folder.results(job: Self.job, table: "time,status,arm,age,site\n1,1,A,50\n")
    }
    #expect("\(error)".contains("data.csv:2:9: this row has 4 values where the header has 5"))
  }
}

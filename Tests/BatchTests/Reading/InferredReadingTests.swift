import Batch
import CohortEngine
import CohortModel
import Foundation
import Study
import SurvivalStatistics
import Testing

/// The same file opened as the dashboard opens it and as a job reads it in the inferred mode.
@Suite("A job that reads as the dashboard does")
struct InferredReadingTests {
  private struct Both {
    let study: Study
    let job: JobResults

    init(_ file: AwkwardFile) throws {
      let folder = try ScratchFolder()
      let table = try folder.write(file.text, to: file.fileName)
      var stated = StatedReading()
      (stated.time, stated.status) = ("time", "status")
      study = try Study.open(path: table, stated: stated)
      job = try Job(contentsOf: folder.write(file.job(reading: "inferred"), to: "job.json"))
        .results(producedBy: "atrisk")
    }

    func values(_ id: String) throws -> [String: ResultValue] {
      let analysis = try #require(job.analyses.first { $0.id == id })
      #expect(analysis.status == .ok, "\(analysis.reason ?? "")")
      return analysis.values
    }

    func variable(_ name: String) throws -> VariableColumn {
      try #require(study.cohort.variables.first { $0.name == name })
    }

    /// The counts of the dashboard, all causes but the first being censored.
    func tables(by arms: Arms?) async throws -> [(name: String, table: EventTable)] {
      let schema = study.cohort.schema
      let request = EventTablesRequest(endpoint: try #require(schema.endpoints.first).name, arms: arms)
      let answer = try await BitmapEngine(study.cohort).eventTables(request)
      guard let arms else { return [("all", answer.overall.restricted(toCause: 0))] }
      return zip(arms.names(in: schema), answer.arms).map { ("arm=\($0)", $1.restricted(toCause: 0)) }
    }
  }

  @Test("counts the same at the same times in the same groups", arguments: AwkwardFile.all)
  func eventTables(_ file: AwkwardFile) async throws {
    let both = try Both(file)
    for (id, arms) in [("km", Arms.levels(of: "arm")), ("all", nil)] as [(String, Arms?)] {
      let values = try both.values(id)
      let tables = try await both.tables(by: arms)
      #expect(tables.count == (arms == nil ? 1 : 2))
      for (name, table) in tables {
        let steps = table.times.indices
        #expect(values["\(name)/n"] == .number(Double(table.subjectCount)), "\(name)")
        #expect(values["\(name)/events"] == .number(Double(table.eventCount)), "\(name)")
        #expect(values["\(name)/curve.time"] == .array(table.times.map { .number($0) }), "\(name)")
        for (key, counts) in [
          ("n_risk", table.atRisk), ("n_event", steps.map { table.eventCount(atStep: $0) }),
          ("n_censor", table.censored),
        ] {
          #expect(
            values["\(name)/curve.\(key)"] == .array(counts.map { .number(Double($0)) }), "\(name) \(key)")
        }
      }
    }
  }

  @Test("has the same values, levels and gaps", arguments: AwkwardFile.all)
  func values(_ file: AwkwardFile) throws {
    let both = try Both(file)
    let values = try both.values("summary")
    for name in ["age", "grade"] {
      let variable = try both.variable(name)
      let missing = (0..<variable.rowCount).count { variable.isMissing(row: $0) }
      #expect(values["all/\(name)/missing"] == .number(Double(missing)))
      #expect(values["all/\(name)/n"] == .number(Double(variable.rowCount - missing)))
    }
    guard case .numbers(let ages) = try both.variable("age").values,
      case .levels(let grades) = try both.variable("grade").values
    else { throw Unexpected() }
    let present = ages.values.filter { !$0.isNaN }
    #expect(values["all/age/min"] == .number(present.min() ?? .nan))
    #expect(values["all/age/max"] == .number(present.max() ?? .nan))
    #expect(grades.levels == ["none", "mild", "severe"])
    for (code, level) in grades.levels.enumerated() {
      let count = grades.codes.count { Int($0) == code }
      #expect(values["all/grade/\(level)/count"] == .number(Double(count)), "\(level)")
    }
  }

  private struct Unexpected: Error {}

  @Test("says what the dashboard says of the rows and values that it leaves out", arguments: AwkwardFile.all)
  func findings(_ file: AwkwardFile) throws {
    let both = try Both(file)
    // The endpoints have other names in each.
    let names = both.study.cohort.endpoints.map(\.name) + ["e"]
    let said = both.job.findings.map { Said($0, endpoints: names) }
    for finding in both.study.findings where finding.severity != .note && !finding.lines.isEmpty {
      let expected = Said(finding, endpoints: names)
      #expect(said.contains(expected), "\(expected)")
    }
  }

  private struct Said: Equatable {
    let message: String
    let lines: [Int]

    init(_ finding: Finding, endpoints: [String]) {
      let prefix = endpoints.map { $0 + ": " }.first(where: finding.message.hasPrefix) ?? ""
      (message, lines) = (String(finding.message.dropFirst(prefix.count)), finding.lines)
    }
  }

  @Test("is what the results say that it is, and the options win over the job")
  func mode() throws {
    let folder = try ScratchFolder()
    let file = AwkwardFile.all[0]
    _ = try folder.write(file.text, to: file.fileName)
    for stated in [nil, "verbatim", "inferred"] {
      let path = try folder.write(file.job(reading: stated), to: "job.json")
      let results = try Job(contentsOf: path).results(producedBy: "atrisk")
      #expect(results.reading.rawValue == stated ?? "verbatim")
      #expect(results.json.contains("\"reading\": \"\(stated ?? "verbatim")\","))
      for mode in ReadingMode.allCases {
        #expect(try Job(contentsOf: path, reading: mode).results(producedBy: "atrisk").reading == mode)
      }
    }
  }

  @Test("is no different from the other where nothing is awkward")
  func plain() throws {
    let results = try ["verbatim", "inferred"].map { mode in
      try ScratchFolder().results(job: AwkwardFile.all[0].job(reading: mode), table: AwkwardFile.all[0].text)
    }
    #expect(results[0].analyses.map(\.values) == results[1].analyses.map(\.values))
    #expect(results.allSatisfy { $0.analyses.allSatisfy { $0.n == 20 && $0.missingCount == 0 } })
    #expect(results[0].findings.isEmpty)
  }

  @Test("takes missing values, types and levels from the study file beside the table, if that fits")
  func studyFile() throws {
    let folder = try ScratchFolder()
    let job = AwkwardFile.all[0].job(reading: "inferred")
    _ = try folder.write(AwkwardFile.all[0].text.replacing(",none", with: ",99"), to: "data.csv")
    let path = try folder.write(job, to: "job.json")
    func summary() throws -> (values: [String: ResultValue], findings: [Finding]) {
      let results = try Job(contentsOf: path).results(producedBy: "atrisk")
      return (try #require(results.analyses.last).values, results.findings)
    }
    let head = "[study]\ndata = \"data.csv\"\n"
    let grade = "[variables.grade]\nmissing = [\"99\"]\nlevels = [\"severe\", \"mild\"]\n"
    #expect(try summary().values["all/grade/missing"] == .number(0))
    _ = try folder.write(head + grade, to: "data.toml")
    let described = try summary()
    #expect(described.values["all/grade/missing"] == .number(7))
    #expect(
      described.findings.contains { $0.message.hasPrefix("types, levels and missing values are those of") })
    // A job that declares the column itself has the last word on its kind, not on what is missing.
    _ = try folder.write(
      job.replacing(
        "\"reading\": \"inferred\"",
        with: "\"reading\": \"inferred\", \"variables\": {\"grade\": {\"type\": \"continuous\"}}"),
      to: "job.json")
    let declared = try summary()
    #expect(
      declared.values["all/grade/n"] == .number(0) && declared.values["all/grade/missing"] == .number(20))
    _ = try folder.write(job, to: "job.json")
    for broken in [head + "[variables.stage]\nmissing = [\"99\"]\n" + grade, head + "[variables"] {
      _ = try folder.write(broken, to: "data.toml")
      let read = try summary()
      #expect(read.values["all/grade/missing"] == .number(0), "\(broken)")
      #expect(
        read.findings.contains { $0.message.hasPrefix("the study file beside the table is not used: ") })
    }
  }

  @Test("orders levels as the job lists them, and refuses others")
  func declaredLevels() throws {
    let variables = "\"variables\": {\"arm\": {\"type\": \"categorical\", \"levels\": [\"B\", \"A\"]}}"
    let job = AwkwardFile.all[0].job(reading: "inferred").replacing(
      "\"reading\"", with: variables + ", \"reading\"")
    let table = AwkwardFile.all[0].text
    let json = try ScratchFolder().results(job: job, table: table).json
    let (b, a) = (try #require(json.range(of: "arm=B/n")), try #require(json.range(of: "arm=A/n")))
    #expect(b.lowerBound < a.lowerBound)
    let other = try ScratchFolder().results(job: job, table: table.replacing(",A,", with: ",C,"))
    #expect(other.analyses[0].reason == "data.csv:2: arm is \"C\"; expected one of B, A")
  }

  @Test("takes a column that the job calls categorical for levels, whatever it holds")
  func declaredKind() throws {
    let job = AwkwardFile.all[0].job(reading: "inferred").replacing(
      "\"reading\"", with: "\"variables\": {\"age\": {\"type\": \"categorical\"}}, \"reading\"")
    let table = AwkwardFile.all[0].text.replacing("40.25", with: "old")
    let results = try ScratchFolder().results(job: job, table: table)
    let values = try #require(results.analyses.last).values
    #expect(values["all/age/old/count"] == .number(1) && values["all/age/missing"] == .number(0))
    #expect(results.findings.isEmpty)
  }

  @Test("tells of patients with several rows, unless the endpoint says whose they are")
  func repeatedPatients() throws {
    let table =
      "patient_id," + AwkwardFile.columns.joined(separator: ",") + "\n"
      + (0..<20).map { "P\($0 / 2),\($0 + 1),\($0 % 2),A,50,mild" }.joined(separator: "\n") + "\n"
    let job = AwkwardFile.all[0].job(reading: "inferred")
    let told = try ScratchFolder().results(job: job, table: table)
    let finding = try #require(
      told.findings.first { $0.message.hasPrefix("10 patients in more than one row") })
    #expect(finding.column == "patient_id" && finding.lines == Array(2...21))
    let named = job.replacing("\"event\"", with: "\"id\": \"patient_id\", \"event\"")
    #expect(try ScratchFolder().results(job: named, table: table).findings.isEmpty)
  }
}

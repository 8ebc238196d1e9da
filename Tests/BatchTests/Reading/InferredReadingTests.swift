import Batch
import CohortEngine
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

    func variable(_ name: String) throws -> Variable {
      try #require(study.cohort.variables.first { $0.name == name })
    }

    /// The counts of the dashboard, all causes but the first being censored.
    func tables(by variable: Int?) async -> [(name: String, table: EventTable)] {
      let query = CohortQuery(endpoint: 0, stratification: variable.map { .levels(variable: $0) })
      let answer = await BitmapEngine(study.cohort).answer(query)
      guard variable != nil else { return [("all", answer.overall.restricted(toCause: 0))] }
      return answer.strata.map { ("arm=\($0.label)", $0.table.restricted(toCause: 0)) }
    }
  }

  @Test("counts the same at the same times in the same groups", arguments: AwkwardFile.all)
  func eventTables(_ file: AwkwardFile) async throws {
    let both = try Both(file)
    let arm = try #require(both.study.cohort.variable(named: "arm"))
    for (id, variable) in [("km", arm), ("all", nil)] as [(String, Int?)] {
      let values = try both.values(id)
      let tables = await both.tables(by: variable)
      #expect(tables.count == (variable == nil ? 1 : 2))
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
}

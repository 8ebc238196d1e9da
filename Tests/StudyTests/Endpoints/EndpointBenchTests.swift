import CohortEngine
import CohortModel
import Foundation
import TestSupport
import Testing

@testable import Study

@Suite("Endpoints that somebody builds")
struct EndpointBenchTests {
  private static let path = Repository.root().appending(path: "sample-data/blinatumomab-hsct.toml").path

  private func built(_ text: String, on study: Study) throws -> EndpointColumn {
    let definition = try EndpointDefinition(parsing: text)
    let grown = try EndpointBench(study).studyAdding(definition)
    return try grown.endpoint(definition.name)
  }

  @Test(
    "An endpoint built of the sample study's events is the declared one, patient by patient",
    arguments: [
      ("DFS", "x events=(relapse, death)"), ("OS", "x events=death"),
      ("GRFS", "x events=(agvhd_3_4, cgvhd_moderate_severe, relapse, death)"),
      ("CIR", "x events=relapse competing=death"), ("NRM", "x events=death competing=relapse"),
      ("IVIG_independence", "x events=ivig_independence follow_up=ivig_months"),
    ])
  func equalsDeclared(name: String, text: String) throws {
    let study = try Study.open(path: Self.path)
    let (declared, made) = (try study.endpoint(name), try built(text, on: study))
    #expect(made.times == declared.times && made.status == declared.status)
    #expect(made.causes == declared.causes && made.scale == declared.scale && made.kind == declared.kind)
  }

  @Test("So is one of a column of times and a column of statuses")
  func columns() throws {
    let study = try Study.open(path: Self.path)
    let declared = try study.endpoint("OS")
    let made = try built(
      "x time=os_months status=os_event codes=(0=censored, 1=death)", on: study)
    #expect(made.status == declared.status)
    #expect(
      zip(made.times, declared.times).allSatisfy {
        made.scale.ticksPerUnit == declared.scale.ticksPerUnit && $0 == $1
      })
  }

  private static let table = """
    id,start,end,state,months,dli,second
    1,2020-01-01,2020-03-01,dead,10,5,
    2,2020-01-01,2020-01-31,alive,20,,8
    3,,2020-02-01,dead,30,,
    4,2020-05-01,2020-04-01,alive,-1,,
    5,2020-01-01,2021-01-01,lost,40,40,
    6,2020-01-01,2020-01-11,relapse,50,,60
    7,2020-01-01,2020-02-11,relapse,9,9,
    8,2020-01-01,2020-02-21,alive,19,,

    """
  private static let file = """
    # What the columns mean.
    [study]
    data = "data.csv"   # beside this file
    time_unit = "months"

    [follow_up]
    time = "months"

    [events.death]
    time = "months"
    when = "state = dead"
    [events.relapse]
    time = "months"
    when = "state = relapse"
    [events.dli]
    time = "dli"
    [events.second]
    time = "second"

    [endpoints.OS]
    events = ["death"]

    """

  @Test(
    "Times may be the days between two dates; where one is missing, or the end comes first, nobody is event-free"
  )
  func dates() throws {
    let study = try study(toml: Self.file, csv: Self.table)
    let bench = try withBench(study)
    let grown = try bench.studyAdding(
      EndpointDefinition(
        parsing:
          "x time=end from=start status=state codes=(dead=death, alive=censored, relapse=relapse) competing=relapse"
      ))
    let made = try grown.endpoint("x")
    #expect(made.status == [1, 0, -1, -1, -1, 2, 2, 0])
    #expect(made.times[0] == 60 && made.times[1] == 30 && made.times[5] == 10)
    #expect(made.scale.unit == .days)
    // What nobody explained is told of by its line, and is not taken for censored.
    let messages = grown.findings.filter { $0.message.hasPrefix("x:") }
    #expect(messages.first { $0.message.contains("“lost” has no known meaning") }?.lines == [6])
    #expect(messages.first { $0.message.contains("a status but no time") }?.lines == [4])
    #expect(messages.first { $0.message.contains("negative time") }?.lines == [5])
    #expect(grown.endpointOrigins.last?.unusableCount == 3)
  }

  @Test("Intercurrent events compete, are part, end observation, or are not looked at")
  func intercurrent() throws {
    let study = try study(toml: Self.file, csv: Self.table)
    let bench = try withBench(study)
    func outcome(_ text: String) throws -> [[Int64]] {
      let made = try bench.studyAdding(EndpointDefinition(parsing: text)).endpoint("x")
      return [0, 5, 6, 1].map { [made.times[$0], Int64(made.status[$0])] }
    }
    // Patients 1 (dead at 10, lymphocytes at 5), 6 (relapse at 50), 7 (both at 9), 2 (second transplant at 8).
    #expect(try outcome("x events=(relapse, death)") == [[10, 2], [50, 1], [9, 1], [20, 0]])
    #expect(try outcome("x events=(relapse, death) censoring=dli") == [[5, 0], [50, 1], [9, 1], [20, 0]])
    #expect(try outcome("x events=(relapse, death) competing=dli") == [[5, 2], [50, 1], [9, 1], [20, 0]])
    #expect(try outcome("x events=(relapse, death, dli)") == [[5, 3], [50, 1], [9, 1], [20, 0]])
    #expect(
      try outcome("x events=(relapse, death) censoring=(dli, second)") == [
        [5, 0], [50, 1], [9, 1], [8, 0],
      ])
  }

  @Test("Its columns are known only when it happens, and nothing else of the study changes")
  func grows() throws {
    let study = try Study.open(path: Self.path)
    var bench = try EndpointBench(study)
    try bench.add(EndpointDefinition(parsing: "x time=os_months status=os_event codes=(0=censored, 1=death)"))
    #expect(bench.study.cohort.endpoints.dropLast().map(\.name) == study.cohort.endpoints.map(\.name))
    #expect(bench.study.cohort.endpoints.last?.name == "x" && bench.study.findings == study.findings)
    #expect(try bench.study.variable("os_event").variable.isOutcome)
    #expect(try bench.study.variable("sex") == study.variable("sex"))
  }

  @Test(
    "What cannot be says why",
    arguments: [
      ("OS events=death", "a name that no endpoint has"), ("x events=deth", "deth"),
      ("x time=state status=dli codes=(5=death)", "a column of numbers"),
      ("x time=months status=months codes=(10=death)", "different columns"),
      ("x time=months status=state codes=(dead=death, gone=censored)", "values of state"),
      ("x time=start status=state codes=(dead=death)", "a column of numbers"),
      ("x time=end from=months status=state codes=(dead=death)", "a column of dates"),
      ("x time=end from=end status=state codes=(dead=death)", "different columns"),
    ])
  func refuses(text: String, why: String) throws {
    let bench = try withBench(study(toml: Self.file, csv: Self.table))
    let error = try #require(throws: StudyError.self) {
      try bench.studyAdding(EndpointDefinition(parsing: text))
    }
    #expect("\(error)".contains(why), "\(error)")
  }

  @Test("What was built is written at the end of the study file, whose text stays, and reads back the same")
  func writes() throws {
    let directory = try TemporaryDirectory()
    _ = try directory.file("data.csv", Self.table)
    let path = try directory.file("study.toml", Self.file)
    let study = try Study.open(path: path)
    var bench = try EndpointBench(study)
    try bench.add(EventDefinition(parsing: "late time=dli when=\"months > 9\""))
    try bench.add(
      EndpointDefinition(
        parsing: "x label='A, \"b\"' events=(relapse, late) competing=death censoring=second"))
    try bench.add(
      EndpointDefinition(
        parsing: "y time=end from=start status=state codes=(dead=death, alive=censored, lost=unknown)"))
    #expect(try ReadingFile.add(to: bench.study, since: study.declarations) == path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix(Self.file))
    let again = try Study.open(path: path)
    for name in ["OS", "x", "y"] {
      let (one, other) = (try bench.study.endpoint(name), try again.endpoint(name))
      #expect(one.times == other.times && one.status == other.status && one.causes == other.causes, "\(name)")
    }
    #expect(again.declarations.endpoints == bench.study.declarations.endpoints)
    #expect(again.declarations.events == bench.study.declarations.events)
    // Nothing new leaves the file as it is.
    #expect(try ReadingFile.add(to: again, since: again.declarations) == path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("Without a study file a new one is written beside the table, and grows from then on")
  func writesAnew() throws {
    let directory = try TemporaryDirectory()
    let table = try directory.file(
      "t.csv", "os_months,os_status,why\n5,dead,a\n9,alive,b\n12,dead,b\n20,alive,a\n")
    let study = try Study.open(path: table)
    var bench = try EndpointBench(study)
    try bench.add(EndpointDefinition(parsing: "x time=os_months status=why codes=(a=first, b=censored)"))
    let path = try ReadingFile.add(to: bench.study, since: study.declarations)
    #expect(path.hasSuffix("/t.toml"))
    let written = bench.study.declarations
    try bench.add(EndpointDefinition(parsing: "z time=os_months status=why codes=(b=second, a=censored)"))
    #expect(try ReadingFile.add(to: bench.study, since: written) == path)
    let again = try Study.open(path: table)
    #expect(again.cohort.endpoints.map(\.name) == bench.study.cohort.endpoints.map(\.name))
    #expect(try again.endpoint("z").status == bench.study.endpoint("z").status)
  }

  @Test("Columns of times come with unit and range, those of few values with their counts")
  func candidates() throws {
    let bench = try EndpointBench(Study.open(path: Self.path))
    let os = try #require(bench.times.first { $0.name == "os_months" })
    #expect(os.unit == .months && os.known == 78)
    let status = try #require(bench.statuses.first { $0.name == "status" })
    #expect(status.values.map(\.value) == ["alive", "dead"] && status.values.map(\.count) == [69, 9])
    #expect(status.values.map(\.meaning) == [.censored, .event("death")])
    #expect(bench.events.first { $0.name == "relapse" }?.count == 16)
  }

  /// The bench of a study whose files are gone already.
  private func withBench(_ study: Study) throws -> EndpointBench {
    let table = try Table.read(Array(Self.table.utf8), named: "data.csv", mode: .inferred)
    return try EndpointBench(study, table: table)
  }
}

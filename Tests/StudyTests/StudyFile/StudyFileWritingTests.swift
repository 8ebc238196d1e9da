import CohortEngine
import CohortModel
import Testing

@testable import Study

struct StudyFileWritingTests {
  private func readBack(_ toml: String) throws -> StudyFile {
    try StudyFileReader(SourceText(path: "s.toml", contents: Array(toml.utf8))).file
  }

  @Test func `Everything that can be said survives writing and reading`() throws {
    var file = StudyFile(data: "a b.csv")
    file.title = "A \"title\" with \\ and\ttabs"
    file.notes = "Two\nlines – and “signs”"
    (file.timeUnit, file.displayUnit) = (.days, .months)
    (file.origin, file.timeZero, file.dateOrder) = ("HSCT", "tx date", .dayFirst)
    (file.at, file.landmark) = (TimePoint(24.5, nil), TimePoint(1, .years))
    (file.missing, file.entry) = (["99", "-1"], "in")
    var variable = VariableDeclaration(name: "Größe (cm)")
    (variable.label, variable.unit, variable.kind) = ("Height", "cm", .number)
    (variable.knownAt, variable.missing, variable.isHidden) = ("t", ["0"], true)
    var levels = VariableDeclaration(name: "phase")
    levels.levels = ["CR2", "CR1"]
    var groups = VariableDeclaration(name: "late")
    groups.groups = [
      .init(level: "z first", when: "phase = CR2"), .init(level: "a", when: "phase = \"CR1\""),
    ]
    file.variables = [variable, levels, groups]
    file.events = [
      EventDeclaration(name: "relapse", label: "Relapse", column: .time("r"), when: "x = 1"),
      EventDeclaration(name: "death", column: .date("d")),
      EventDeclaration(name: "second cancer", column: .date("d2"), isFatal: true),
    ]
    file.followUp = .date("last")
    file.endpoints = [
      EndpointDeclaration(name: "Z", label: "z", events: ["relapse", "death"]),
      EndpointDeclaration(
        name: "A", events: ["relapse"], competing: ["death"], origin: "relapse", followUp: .time("fu"),
        entry: "e"),
      EndpointDeclaration(name: "D", events: ["death"], followUp: .date("last2")),
      EndpointDeclaration(
        name: "C",
        source: .columns(
          time: "t", status: "s",
          codes: [StatusCode("1", .event("x")), StatusCode("0", .censored), StatusCode("9 ?", .unknown)]),
        events: ["x"]),
    ]
    file.views = [
      SavedView(
        name: "v", screen: .models, endpoint: "A", by: "phase", filter: "x = 1",
        at: TimePoint(6, .months), landmark: TimePoint(0, nil), censorAt: TimePoint(1e300, .days), cause: "c",
        covariates: ["a"], note: "n"),
      SavedView(name: "w"),
    ]
    file.views[0].interval = .plain
    #expect(try readBack(file.toml) == file)
  }

  @Test(arguments: [
    "id,os_months,os_status\na,5.5,0:LIVING\nb,6,1:DECEASED\nc,7,1:DECEASED\n",
    "time,status,x\n5,0,a\n8,1,b\n9,2,a\n12,1,b\n20,0,a\n",
    "case_id,vital_status,days_to_death,days_to_last_follow_up\na,Dead,100,90\nb,Alive,,200\nc,Not Reported,,9\n",
    "id,hsct,death,last\na,2019-01-01,2019-06-01,2019-06-01\nb,2019-01-01,,2020-01-01\n",
    "os_months,os_event,relapse,relapse_months\n10,1,1,4\n20,0,0,\n30,0,0,\n9,0,1,3\n",
  ])
  func `What was guessed from a table gives the same study when written and opened`(csv: String) throws {
    let directory = try TemporaryDirectory()
    let guessed = try Study.open(path: try directory.file("data.csv", csv))
    #expect(!guessed.cohort.endpoints.isEmpty)
    let path = directory.path + "/data.toml"
    try guessed.declarations.write(to: path)
    let opened = try Study.open(path: path)
    #expect(opened.cohort == guessed.cohort)
    #expect(opened.declarations == guessed.declarations)
    #expect(opened.endpointOrigins.allSatisfy { $0.rule == .declared })
    #expect(!opened.findings.contains { $0.place != nil })
  }

  @Test func `A file that cannot be written is an error of its own`() {
    #expect(throws: StudyError.self) { try StudyFile(data: "x").write(to: "/nonexistent/directory/s.toml") }
  }
}

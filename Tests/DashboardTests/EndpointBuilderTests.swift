import Analysis
import ArgumentParser
import CohortEngine
import CohortModel
import SurvivalStatistics
import Report
import Session
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The endpoint builder")
struct EndpointBuilderTests {
  /// Of a table that the program opens, with its place for building.
  private func renderer(_ size: String = "120x36", keys: String) async throws -> Renderer {
    let opening = try Opening(
      QuestionOptions.parse([Screens.sampleStudy, "--theme", "default", "--charset", "unicode"]))
    var renderer = try await Screens.renderer(opening, size: size)
    try await renderer.keys(keys)
    return renderer
  }

  /// Goes to a line and changes it until it is what is wanted.
  private func choose(
    _ line: EndpointDraft.Line, _ isThere: (EndpointDraft) -> Bool, _ renderer: inout Renderer
  ) async throws {
    let draft = try #require(renderer.state.builder)
    let lines = draft.lines(try #require(renderer.state.scene?.builder).candidates)
    let (from, to) = (
      try #require(lines.firstIndex(of: draft.line)), try #require(lines.firstIndex(of: line))
    )
    for _ in 0..<abs(to - from) { try await renderer.keys(to > from ? "Down" : "Up") }
    for _ in 0..<90 where !isThere(try #require(renderer.state.builder)) { try await renderer.keys("Right") }
    #expect(isThere(try #require(renderer.state.builder)))
  }

  private func overallSurvival(_ size: String = "120x36") async throws -> Renderer {
    var renderer = try await renderer(size, keys: "E")
    try await choose(.time, { $0.time == "os_months" }, &renderer)
    try await choose(.status, { $0.status == "os_event" }, &renderer)
    try await choose(.value("0"), { $0.values["0"] == .censored }, &renderer)
    try await choose(.value("1"), { $0.values["1"] == .event }, &renderer)
    try await renderer.keys("C-u")
    try await renderer.press("death".map { Key.character($0) })
    return renderer
  }

  @Test("A time, a status and what its values mean, with the curve beside them", arguments: Screens.sizes)
  func columns(size: String) async throws {
    expectSnapshot(of: try await overallSurvival(size).grid, named: "builder-columns-\(size)")
  }

  @Test("A composite by a well-known definition, with what the study does not have", arguments: Screens.sizes)
  func presets(size: String) async throws {
    var renderer = try await renderer(size, keys: "E Right")
    try await choose(.preset, { $0.preset == .grfs }, &renderer)
    expectSnapshot(of: renderer.grid, named: "builder-grfs-\(size)")
  }

  @Test("Enter adds the endpoint and asks about it; it is the declared one, and undo goes back")
  func adds() async throws {
    var renderer = try await overallSurvival()
    #expect(renderer.text.contains("78 patients: 9 death, 69 censored"))
    try await choose(.name, { _ in true }, &renderer)
    try await renderer.press("mine".map { Key.character($0) } + [.enter])
    #expect(renderer.state.builder == nil && renderer.state.question.endpoint == "mine")
    let made = try #require(renderer.state.scene?.report.curves.arms.first?.table)
    try await renderer.ask("endpoint OS")
    let declared = try #require(renderer.state.scene?.report.curves.arms.first?.table)
    #expect(
      made.times == declared.times && made.atRisk == declared.atRisk && made.censored == declared.censored)
    try await renderer.keys("u")
    #expect(renderer.state.question.endpoint == "mine")
    try await renderer.keys("u")
    #expect(renderer.state.question.endpoint == "DFS")
    let log = renderer.state.session.logText(in: renderer.state.context)
    #expect(
      log.hasPrefix(
        "endpoint-add mine time=os_months status=os_event codes=(0=censored, 1=death) events=(death)\nendpoint mine\n"
      ))
  }

  @Test("What a definition asks for and the study does not have is said, and nothing stands for it")
  func nothingIsGuessed() async throws {
    var renderer = try await renderer("200x60", keys: "E Right")
    try await choose(.preset, { $0.preset == .grfs }, &renderer)
    #expect(renderer.row("not among the events: chronic GvHD with systemic therapy") != nil)
    let chosen = try #require(renderer.state.builder).events.filter { $0.value != .none }
    #expect(chosen == ["agvhd_3_4": .event, "relapse": .event, "death": .event])
    try await choose(.preset, { $0.preset == .moderateGRFS }, &renderer)
    #expect(renderer.row("not among the events") == nil)
    // The declared one has the name already.
    try await choose(.name, { _ in true }, &renderer)
    try await renderer.press("GRFS".map { Key.character($0) } + [.enter])
    #expect(renderer.row("an endpoint is called GRFS already") != nil)
    try await renderer.keys("C-u")
    #expect(renderer.row("endpoint-add GRFS_2") != nil)
    try await choose(.name, { _ in true }, &renderer)
    try await renderer.press("G2".map { Key.character($0) } + [.enter])
    let made = try #require(renderer.state.scene?.report.curves.arms.first?.table)
    try await renderer.ask("endpoint GRFS")
    let declared = try #require(renderer.state.scene?.report.curves.arms.first?.table)
    #expect(made == declared)
  }

  @Test(
    "A value that nobody explained leaves its patients out, and an unfinished endpoint says what it lacks")
  func unfinished() async throws {
    var renderer = try await renderer(keys: "E Enter")
    #expect(renderer.row("Choose the column of the times") != nil)
    try await choose(.time, { $0.time == "dfs_months" }, &renderer)
    try await choose(.status, { $0.status == "first_event" }, &renderer)
    for value in ["none", "relapse", "nrm"] {
      try await choose(.value(value), { $0.values[value, default: .none] == .none }, &renderer)
    }
    try await choose(.value("relapse"), { $0.values["relapse"] == .event }, &renderer)
    #expect(renderer.row("16 relapse")?.contains("62 left out") == true)
    try await choose(.value("none"), { $0.values["none"] == .censored }, &renderer)
    try await choose(.value("nrm"), { $0.values["nrm"] == .competing }, &renderer)
    #expect(renderer.row("16 relapse, 2 nrm, 60 censored") != nil)
    try await renderer.keys("Escape")
    #expect(renderer.state.builder == nil && renderer.state.session.log.isEmpty)
  }

  @Test("Typed lines do the same, and an event that is added can be chosen")
  func commands() async throws {
    var renderer = try await renderer(keys: "")
    try await renderer.type("event-add severe time=cgvhd_months when=\"cgvhd_severity = severe\"")
    #expect(renderer.state.message == .note("Added; endpoints can be made of it"))
    try await renderer.type("endpoint-add rGRFS events=(agvhd_3_4, severe, relapse, death)")
    #expect(renderer.state.question.endpoint == "rGRFS")
    #expect(renderer.state.scene?.report.curves.counts.analysed == 78)
    try await renderer.type("endpoint-add rGRFS events=death")
    #expect(renderer.state.message?.kind == .error)
    try await renderer.type("endpoint-add x events=nothing")
    #expect(renderer.state.message?.text.contains("nothing") == true)
    #expect(renderer.state.session.log.count == 3)
  }

  @Test("Without a file there is nothing to build of")
  func withoutFile() async throws {
    var renderer = try await Screens.renderer(
      BitmapEngine(Screens.cohort("x", levels: ["a", "b"])), size: "80x24")
    try await renderer.keys("E Down Right Enter")
    #expect(renderer.text.contains("There is no file to make endpoints of"))
    try await renderer.keys("Escape")
    #expect(renderer.state.builder == nil)
  }
}

import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Report
import Session
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The Patients view")
struct PatientsViewTests {
  private static let cohort = ["endpoint DFS", "where disease_phase in (CR2, CR3) and age_years >= 5"]

  @Test("Patients with their swim lanes", arguments: Screens.sizes)
  func screens(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "5 j", commands: Self.cohort)
    expectSnapshot(of: renderer.grid, named: "patients-\(size)")
  }

  @Test("Arms, marks and competing causes, and the same in ASCII", arguments: ["unicode", "ascii"])
  func arms(charset: String) async throws {
    let renderer = try await Screens.renderer(
      keys: "5 Space j Space",
      commands: ["charset \(charset)", "endpoint CIR", "by inotuzumab", "until 36", "landmark 3"])
    if charset == "ascii" { #expect(renderer.text.allSatisfy { $0.isASCII }) }
    expectSnapshot(of: renderer.grid, named: "patients-arms-\(charset)-120x36")
  }

  @Test("The card of one patient", arguments: ["80x24", "120x36"])
  func card(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "5 j Enter", commands: Self.cohort)
    expectSnapshot(of: renderer.grid, named: "patient-card-\(size)")
  }

  @Test("A lane ends in the column of its time, on the axis of the curves, with the letter of its event")
  func lanes() async throws {
    let renderer = try await Screens.renderer(keys: "5", commands: Self.cohort)
    let state = renderer.state
    let whole = try #require(state.scene)
    let scene = try #require(whole.patients)
    #expect(scene.frame.horizon == whole.layout.frame.horizon)
    #expect(Set(scene.ticks).isSubset(of: whole.layout.ticks))
    for (line, row) in scene.rows.prefix(scene.list.height).enumerated() {
      let outcome = try #require(scene.report.result.outcome(row))
      // Months with two decimals, shown in months.
      let column = scene.frame.column(of: Double(outcome.time) / 100)
      let sign: Character =
        outcome.cause.map { ["relapse": "R", "death": "†"][whole.report.curves.endpoint.causes[$0]] ?? "?" }
        ?? ">"
      let y = scene.list.y + line
      #expect(renderer.grid[column, y].glyph == sign, "line \(line)")
      #expect(
        renderer.grid[max(scene.frame.area.x, column - 1), y].glyph
          == (column > scene.frame.area.x ? "━" : sign))
    }
    for tick in scene.ticks {
      let label = tick == 0 ? "0" : String(Int(tick))
      let x = max(scene.frame.area.x, scene.frame.column(of: tick) - label.count / 2)
      #expect(renderer.grid[x, scene.head.y].glyph == label.first)
    }
  }

  @Test("x takes a patient out of all numbers by a filter that says so, and u brings the patient back")
  func leavesOut() async throws {
    var renderer = try await Screens.renderer(keys: "5 x", commands: ["endpoint DFS", "order identifier"])
    #expect(
      renderer.state.session.log.last?.text(in: renderer.state.context) == "filter id != SYN-001")
    #expect(renderer.rows[2].contains("without SYN-001") && renderer.rows[0].contains("77 of 78 patients"))
    try await renderer.keys("x")
    #expect(renderer.rows[2].contains("without SYN-001, SYN-002"))
    #expect(renderer.state.scene?.report.headline.text.contains("without SYN-001, SYN-002") == true)
    #expect(renderer.state.scene?.report.curves.counts.analysed == 76)
    try await renderer.keys("u u")
    #expect(renderer.state.question.filters.isEmpty && renderer.row("SYN-001") != nil)
  }

  @Test("Hidden, no identifier is on any screen nor in a table, whoever is left out, marked or looked at")
  func hidden() async throws {
    var renderer = try await Screens.renderer(
      keys: "5 x j Space", commands: ["endpoint DFS", "mark SYN-007", "where id not in (SYN-030)"])
    #expect(renderer.text.contains("SYN-0"))
    try await renderer.keys("P")
    #expect(renderer.state.session.log.last == .identifiers(false))
    for keys in ["", "Enter", "Escape /", "Escape o", "Escape v", "Escape 1", "2", "3", "6", "1 ?"] {
      try await renderer.keys(keys)
      #expect(!renderer.text.contains("SYN-0"), "after \(keys)")
    }
    #expect(renderer.rows[2].contains("without 2 patients"))
    let report = try #require(renderer.state.scene).report
    let document = "\(report.document(title: ""))\(report.flowData)\(report.flowTable)\(report.context)"
    #expect(!document.contains("SYN-0") && document.contains("without 2 patients"))
  }

  @Test("Enter at a cross-hair lists the patients of the step, q goes back to it")
  func step() async throws {
    var renderer = try await Screens.renderer(
      keys: "Tab Enter", commands: ["endpoint DFS", "order identifier", "crosshair 6"])
    if renderer.state.display.view != .patients { try await renderer.keys("Tab Enter") }
    let scene = try #require(renderer.state.scene?.patients)
    let list = scene.report.result
    let times = (0..<list.patientCount).compactMap { list.outcome($0) }.filter {
      $0.cause != nil && $0.time <= 600
    }
    let last = try #require(times.map(\.time).max())
    #expect(scene.rows.compactMap { list.outcome($0)?.time } == times.filter { $0.time == last }.map(\.time))
    #expect(renderer.rows[2].contains("the step at") && renderer.rows[0].contains(" 78 patients"))
    try await renderer.keys("q")
    #expect(
      renderer.state.display.view == .curves && renderer.state.display.crosshair == TimePoint(6, .months))
  }

  @Test("Marks survive filters and are found on the curves; / lists those with a text, Escape everybody")
  func marksAndSearch() async throws {
    var renderer = try await Screens.renderer(
      keys: "5 Space", commands: ["endpoint DFS", "order identifier"])
    #expect(renderer.state.display.markedPatients == [.identifier("SYN-001")])
    try await renderer.ask("where disease_phase in (CR2)")
    #expect(renderer.row("SYN-001")?.contains("◉") == true)
    try await renderer.keys("1")
    let marked = try #require(renderer.state.scene?.marked.first)
    #expect(marked.number == 0 && renderer.curvesText.contains("◉"))
    try await renderer.keys("5 / S Y N - 0 3 Enter")
    let scene = try #require(renderer.state.scene?.patients)
    #expect(!scene.rows.isEmpty)
    #expect(scene.rows.allSatisfy { scene.report.name($0)?.hasPrefix("SYN-03") == true })
    try await renderer.keys("Escape")
    #expect(renderer.state.scene?.patients?.rows.count == scene.report.result.patientCount)
  }

  @Test("Columns are chosen and sorted by; moving asks for nothing anew")
  func columns() async throws {
    var renderer = try await Screens.renderer(
      keys: "5", commands: ["columns sex, age_years", "order age_years down"])
    let scene = try #require(renderer.state.scene?.patients)
    var ages: [Double] = []
    if case .numbers(let values) = scene.report.result.column(1) { ages = values }
    try #require(!ages.isEmpty)
    let sorted = scene.rows.map { ages[$0] }
    #expect(sorted == sorted.sorted(by: >) && scene.columns.map(\.heading) == ["Patient", "Sex", "Age"])
    let ask = renderer.state.ask
    try await renderer.keys("j j PageDown G")
    #expect(renderer.state.ask == ask && renderer.state.patients.line == 77)
  }

  @Test("A patient cannot be left out where nothing tells who is who")
  func refused() async throws {
    var renderer = try await Screens.renderer(
      BitmapEngine(Screens.cohort("sex", levels: ["M", "F"])), commands: ["view patients"])
    try await renderer.keys("x")
    #expect(renderer.state.question.filters.isEmpty && renderer.text.contains("nobody can be left out"))
    try await renderer.keys("Space")
    #expect(renderer.state.display.markedPatients.count == 1)
  }
}

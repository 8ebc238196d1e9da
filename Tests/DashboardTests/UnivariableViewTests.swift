import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Foundation
import Report
import Session
import Study
import SurvivalStatistics
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The Univariable view")
struct UnivariableViewTests {
  @Test("One factor at a time", arguments: Screens.sizes)
  func screens(size: String) async throws {
    expectSnapshot(of: try await Screens.renderer(size: size, keys: "2").grid, named: "univariable-\(size)")
  }

  @Test("Incidences in ASCII, and the factors known only later at the end")
  func ascii() async throws {
    let renderer = try await Screens.renderer(
      keys: "2 End", commands: ["charset ascii", "endpoint CIR", "where age_years >= 4"])
    #expect(renderer.text.allSatisfy { $0.isASCII })
    expectSnapshot(of: renderer.grid, named: "univariable-ascii-120x36")
  }

  @Test("The sentence above the table is of the view, and names the filters")
  func headline() async throws {
    let renderer = try await Screens.renderer(
      keys: "2", commands: ["endpoint CIR", "where disease_phase in (CR2, CR3)"])
    #expect(renderer.rows[2].contains("one factor at a time"))
    #expect(renderer.rows[2].contains("CR2, CR3"))
  }

  private func factors(_ renderer: Renderer) throws -> [String] {
    try #require(renderer.state.scene?.factors).forest.table.groups.filter { !$0.rows.isEmpty }.map(
      \.variable)
  }

  @Test("o sorts by P, by name, as in the study, and says which; the cursor stays on its factor")
  func sorting() async throws {
    var renderer = try await Screens.renderer(keys: "2 Right Right Down")
    let place = renderer.state.factors
    #expect(renderer.rows[3].contains("factors by P"))
    let result = try #require(renderer.state.scene?.factors).report.result
    let byP = result.factors(by: .p)
    let p = byP.map { $0.test.result.pValue ?? .infinity }
    #expect(p == p.sorted())
    #expect(try byP.map(\.variable.name) == factors(renderer))
    try await renderer.keys("o")
    #expect(renderer.rows[3].contains("factors by name"))
    let labels = try factors(renderer).compactMap { renderer.state.schema.variable($0)?.label.lowercased() }
    #expect(labels == labels.sorted() && labels.count == byP.count)
    try await renderer.keys("o")
    #expect(renderer.rows[3].contains("factors as in the study"))
    let names = try factors(renderer)
    #expect(names == renderer.state.schema.variables.map(\.name).filter(Set(names).contains))
    #expect(renderer.state.factors.variable == place.variable && renderer.state.factors.row == place.row)
    #expect(renderer.state.session.log.suffix(2) == [.sort(.name), .sort(.study)])
  }

  @Test(
    "Enter shows the curves of the factor, Escape and q come back to the same line",
    arguments: ["Escape", "q"])
  func curves(back: String) async throws {
    var renderer = try await Screens.renderer(size: "80x24", keys: "2 PageDown PageDown Down")
    let (place, line) = (renderer.state.factors, renderer.state.factorLine)
    let name = try #require(place.variable)
    let variable = try #require(renderer.state.schema.variable(name))
    try await renderer.keys("Enter")
    #expect(renderer.state.display.view == .curves)
    #expect(renderer.state.question.arms == (try Arms(variable)))
    #expect(renderer.state.scene?.factors == nil)
    try await renderer.keys(back)
    #expect(renderer.state.display.view == .univariable)
    #expect(renderer.state.factors == place && renderer.state.factorLine == line && line != nil)
    // Whoever turned to the curves by 1 quits there.
    try await renderer.keys("1")
    var state = renderer.state
    #expect(state.press(.character("q")) == .quit)
  }

  @Test("Space takes a factor into the models and out again, by a command that undo takes back")
  func covariates() async throws {
    var renderer = try await Screens.renderer(keys: "2")
    let first = try #require(factors(renderer).first)
    try await renderer.keys("Space Right Space")
    let second = try #require(renderer.state.factors.variable)
    #expect(renderer.state.question.covariates.map(\.variable) == [first, second] && first != second)
    #expect(renderer.rows.count { $0.contains("[x]") } == 2)
    #expect(
      renderer.state.session.log.last?.text(in: renderer.state.context) == "covariates \(first), \(second)")
    try await renderer.keys("g Space")
    #expect(renderer.state.question.covariates.map(\.variable) == [second])
    try await renderer.keys("u u u")
    #expect(renderer.state.question.covariates.isEmpty && !renderer.text.contains("[x]"))
  }

  @Test(
    "Every line is reached and in sight, with the factor that it belongs to above it",
    arguments: Screens.sizes)
  func scrolling(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, keys: "2")
    let scene = try #require(renderer.state.scene?.factors)
    var places: [FactorsPane] = []
    for _ in scene.forest.lines {
      let line = try #require(renderer.state.factorLine)
      let variable = try #require(scene.forest.place(ofLine: line)?.variable)
      let label = try #require(renderer.state.schema.variable(variable)?.label)
      let shown = Screen.grid(renderer.state)
      let selected = (scene.list.y..<scene.list.maxY).filter {
        shown[scene.list.maxX - 1, $0].style.background == .selection
      }
      #expect(selected.count == 1)
      let above = (scene.list.y...(selected.first ?? 0)).map { shown.rowTexts[$0] }
      #expect(above.contains { $0.contains(label.prefix(12)) }, "\(label) at \(size)")
      places.append(renderer.state.factors)
      try await renderer.keys("Down")
    }
    let all = scene.forest.lines.indices.compactMap { scene.forest.place(ofLine: $0)?.variable }
    #expect(Set(places.compactMap(\.variable)) == Set(all))
    try await renderer.keys("g")
    #expect(renderer.state.factorLine == 0 && renderer.state.factors.scroll == 0)
    try await renderer.keys("End")
    #expect(renderer.state.factorLine == scene.forest.lines.count - 1)
  }

  @Test("A factor known only later has no P, and Enter shows its curves with what is wrong with them")
  func late() async throws {
    var renderer = try await Screens.renderer(keys: "2 End")
    let name = try #require(renderer.state.factors.variable)
    #expect(renderer.state.schema.variable(name)?.knownAt != nil)
    #expect(renderer.row("known only later")?.contains("L landmark") == true)
    try await renderer.keys("Enter")
    #expect(renderer.text.lowercased().contains("immortal time") || renderer.text.contains("known only"))
  }

  @Test("Only the view that is shown is computed, and once")
  func work() async throws {
    let source = BitmapEngine(try Screens.opening().study.cohort)
    let (state, scenery) = Screens.dashboard(source, size: "120x36")
    var renderer = try await Renderer(state, scenery: scenery)
    try await renderer.keys("6 1 c r")
    #expect(await scenery.analyst.work.univariable == 0)
    try await renderer.keys("2 o Space t 1 2 Enter 1 2")
    #expect(await scenery.analyst.work.univariable == 1)
    try await renderer.ask("where age_years > 4")
    #expect(await scenery.analyst.work.univariable == 2)
    try await renderer.keys("1")
    try await renderer.ask("where age_years > 5")
    #expect(await scenery.analyst.work.univariable == 2)
    #expect(await scenery.analyst.work.models == 0)
  }

  @Test("The table of an older question is muted until the new one comes")
  func stale() async throws {
    let renderer = try await Screens.renderer(keys: "2")
    var state = renderer.state
    let row = try #require(renderer.rows.firstIndex { $0.contains("3.15 (1.24–8.02)") })
    func style(_ state: DashboardState) -> Style { Screen.grid(state)[6, row].style }
    #expect(style(state).foreground == .text)
    _ = state.run(.endpoint("OS"))
    #expect(style(state).foreground == .muted)
  }

  @Test("The mouse turns to the view and chooses a line; nobody selected leaves it empty")
  func mouse() async throws {
    var renderer = try await Screens.renderer()
    let x = try #require(renderer.rows[1].range(of: "2 Univariable")).lowerBound
    var state = renderer.state
    _ = state.receive(MouseEvent(.press, x: renderer.rows[1][..<x].count, y: 1))
    #expect(state.display.view == .univariable)
    try await renderer.keys("2")
    state = renderer.state
    let list = try #require(state.scene?.factors).list
    _ = state.receive(MouseEvent(.press, x: 10, y: list.y + 4))
    #expect(state.factorLine == 4)
    try await renderer.ask("where age_years > 90")
    try await renderer.keys("Down Space Enter o End")
    #expect(renderer.state.scene?.factors?.report.result.factors.isEmpty != false)
  }
}

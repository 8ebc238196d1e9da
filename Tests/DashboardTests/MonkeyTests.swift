import Analysis
import CohortModel
import Report
import Session
import TerminalGrid
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("Random use")
struct MonkeyTests {
  @Test(
    "Whatever is done while answers are late or lost, the session is what its log says and the screen holds together",
    arguments: 1...16)
  func monkey(seed: UInt64) async throws {
    var use = RandomUse(seed: seed)
    let opening = try Screens.opening()
    var state = opening.state(size: Screens.size("100x30"))
    let start = state.question
    var asked = state.ask
    var shown: Set<Question.Hypothesis> = []
    var beside: [(patients: Question.Hypothesis, hypotheses: [Question.Hypothesis])] = []
    for step in 0..<150 {
      let act = use.next(in: state.size)
      let (unit, question) = (state.unit, state.question)
      state.does(act)
      let place: Comment = "step \(step), \(act)"
      if case .line(let text) = act, text.hasPrefix("unit") {
        #expect(state.question == question, "another unit is no other question (\(unit?.rawValue ?? ""))")
      }
      // Answers come for what was asked last, perhaps some keys later; some never come.
      if use.isLucky(3) {
        let scene = try await opening.scenery.scene(for: asked)
        state.receive(scene)
        let (schema, patients) = (state.schema, asked.question.patients(in: state.schema))
        if let patients, let factors = scene.factors?.report.result {
          beside.append((patients, factors.hypotheses(in: schema)))
        } else if let patients, let models = scene.models?.report?.models {
          beside.append((patients, models.hypotheses(in: schema)))
        } else if let patients, scene.panels != nil {
          beside.append((patients, scene.hypotheses(in: schema)))
        } else if let found = scene.characteristics, found.table?.showsPValues == true {
          beside.append((asked.question.selected, found.report?.result.hypotheses ?? []))
        }
        if scene.hasPValue, let tested = asked.question.hypothesis(in: state.schema) { shown.insert(tested) }
      }
      if use.isLucky(2) { asked = state.ask }
      let remembered = state.session.questions.compactMap { $0.hypothesis(in: state.schema) }
      let patients = state.session.questions.flatMap { [$0.patients(in: state.schema), $0.selected] }
      let looked = beside.filter { patients.contains($0.patients) }.flatMap(\.hypotheses)
      #expect(state.looks == shown.intersection(remembered).union(looked).count, place)
      try check(state, place)
    }
    while state.session.canUndo { state.run(.undo) }
    #expect(state.question == start)
    let patients = [try #require(start.patients(in: state.schema)), start.selected]
    let atStart = Set(beside.filter { patients.contains($0.patients) }.flatMap(\.hypotheses))
    #expect(state.looks <= atStart.count + 1)
  }

  private func check(_ state: DashboardState, _ place: Comment) throws {
    #expect(try Session.replay(state.session.log, in: state.context) == state.session, place)
    #expect(state.pane.cursor == 0 || state.filterRows.indices.contains(state.pane.cursor), place)
    #expect((0...state.pane.cursor).contains(state.pane.scroll), place)
    let grid = Screen.grid(state)
    #expect(grid.size == state.size, place)
    #expect(!grid.text.lowercased().contains("nan%"), place)
    let smallest = ScreenLayout.smallest
    guard state.size.columns >= smallest.columns, state.size.rows >= smallest.rows else { return }
    let layout = ScreenLayout(state)
    // Nothing is drawn over the bars, and nothing of the plot over the filters.
    #expect(grid.rowTexts[0].hasPrefix(" atrisk"), place)
    #expect(grid.rowTexts[1].contains("1 Curves"), place)
    for x in 0..<state.size.columns {
      #expect(grid[x, layout.header.y].style.background == .bar, place)
      #expect(grid[x, layout.footer.y].style.background == .bar, place)
    }
    let plotted = layout.body.cells.filter { grid[$0.x, $0.y].style.foreground.isSeries }
    if state.fittingScene == nil { #expect(plotted.isEmpty, "an unfitting scene is drawn; \(place)") }
    let area = state.display.view == .patients ? layout.body : layout.curves
    #expect(plotted.allSatisfy { area.contains(x: $0.x, y: $0.y) }, place)
    if layout.isDrawer, state.focus == .filters, state.display.view == .curves {
      #expect(plotted.allSatisfy { !layout.filters.contains(x: $0.x, y: $0.y) }, place)
    }
  }
}

extension Role {
  fileprivate var isSeries: Bool { if case .series = self { true } else { false } }
}

extension Rect {
  fileprivate var cells: [(x: Int, y: Int)] { (y..<maxY).flatMap { y in (x..<maxX).map { ($0, y) } } }
}

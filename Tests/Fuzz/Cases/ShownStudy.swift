import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Report
import Session
import Study
import TerminalGrid

/// A cohort with what it takes to show it.
struct ShownStudy: Sendable {
  let context: SessionContext
  let description: StudyDescription
  let scenery: Scenery

  /// - Precondition: the cohort has an endpoint.
  init(_ cohort: Cohort, description: StudyDescription, views: [NamedView] = [], unit: TimeUnit? = nil) {
    context = SessionContext(
      schema: cohort.schema, views: views, themes: [Theme.default.name, "another one"], defaultUnit: unit)
    self.description = description
    scenery = Scenery(Analyst(BitmapEngine(cohort)), study: description)
  }

  init(_ study: Study) {
    var description = StudyDescription(title: study.title)
    description.hiddenVariables = study.hiddenVariables
    description.outcomeVariables = study.endpointColumns
    description.reading = {
      var reading = FileReading(
        title: study.title, tablePath: study.tablePath, rows: study.reading.rowCount,
        patients: study.cohort.rowCount)
      reading.columns = study.cohort.variables.map {
        FileReading.Column(
          name: $0.name, label: $0.label, kind: "", missing: 0, values: ColumnText.values($0))
      }
      reading.findings = study.findings.map {
        FileReading.Finding(
          severity: "\($0.severity)", column: $0.column, message: $0.message, lines: $0.lines)
      }
      return reading
    }
    let first = study.cohort.schema.endpoints.first?.name ?? ""
    let views = [
      NamedView(name: "View", commands: [.endpoint(first), .bands(true)]),
      NamedView(name: "none", note: "x", commands: [.by(nil), .clear]),
    ]
    self.init(study.cohort, description: description, views: views, unit: study.displayUnit)
  }

  func state(_ size: Size = Size(columns: 100, rows: 30)) -> DashboardState {
    DashboardState(study: description, context: context, size: size)
  }

  /// Computes what a state asks, and draws it.
  func show(_ state: inout DashboardState) async throws(BrokenPromise) {
    do {
      if state.scene?.ask != state.ask { state.receive(try await scenery.scene(for: state.ask)) }
    } catch {
      throw BrokenPromise("no numbers: \(error)")
    }
    let grid = Screen.grid(state)
    guard grid.size == state.size else { throw BrokenPromise("a screen of another size") }
    try Promises.check(grid)
  }

  /// A study that could be read must be shown, divided by each of its first variables too.
  static func check(_ study: Study) async throws(BrokenPromise) {
    for line in StudyReport(study).lines { try Promises.check(printed: line) }
    guard !study.cohort.endpoints.isEmpty else { return }
    let shown = ShownStudy(study)
    var state = shown.state()
    for name in state.listedVariables.prefix(12) { state.run(.open(name)) }
    try await shown.show(&state)
    for name in state.listedVariables.prefix(2) {
      guard let variable = state.schema.variable(name), let arms = try? Arms(variable) else { continue }
      state.run(.by(arms))
      try await shown.show(&state)
    }
  }
}

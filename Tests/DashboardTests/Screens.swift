import Analysis
import ArgumentParser
import CohortEngine
import CohortFixtures
import CohortModel
import Dashboard
import Foundation
import Session
import TerminalGrid
import TestSupport

@testable import atrisk

/// Dashboards to test with: the sample study that comes with the program, and small cohorts made for one test.
enum Screens {
  static let sampleStudy = Repository.root().appending(path: "sample-data/blinatumomab-hsct.toml").path
  static let sizes = ["60x18", "80x24", "120x36", "200x60"]

  /// The sample study, opened once for all tests.
  private static let sample = Result { try open(sampleStudy) }

  static func opening() throws -> Opening { try sample.get() }

  /// The study of a file as the program opens it, whatever the environment of the test says of themes and charset.
  private static func open(_ path: String) throws -> Opening {
    try Opening(QuestionOptions.parse([path, "--theme", "default", "--charset", "unicode"]))
  }

  static func size(_ text: String) -> Size { Size(text) ?? Size(columns: 120, rows: 36) }

  static func renderer(_ opening: Opening, size: String = "120x36") async throws -> Renderer {
    try await Renderer(opening.state(size: Self.size(size)), scenery: opening.scenery)
  }

  /// The sample study on a screen after some commands and keys.
  static func renderer(
    size: String = "120x36", keys: String = "", commands: [String] = []
  ) async throws -> Renderer {
    var renderer = try await renderer(opening(), size: size)
    for command in commands { try await renderer.ask(command) }
    try await renderer.press(Key.sequence(parsing: keys))
    return renderer
  }

  /// A dashboard on a table with the given lines.
  static func renderer(table: String, size: String = "100x30") async throws -> Renderer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "atrisk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "table.csv")
    try table.write(to: file, atomically: true, encoding: .utf8)
    return try await renderer(open(file.path), size: size)
  }

  /// A dashboard on a source alone: no file, no study.
  static func renderer(
    _ source: any CohortSource, size: String = "100x30", commands: [String] = []
  ) async throws -> Renderer {
    let (state, scenery) = dashboard(source, size: size)
    var renderer = try await Renderer(state, scenery: scenery)
    for command in commands { try await renderer.ask(command) }
    return renderer
  }

  static func dashboard(_ source: any CohortSource, size: String = "100x30") -> (DashboardState, Scenery) {
    let study = StudyDescription(title: "Without a file")
    let context = SessionContext(schema: source.schema, themes: [Theme.default.name])
    let state = DashboardState(study: study, context: context, size: Self.size(size))
    return (state, Scenery(Analyst(source), study: study))
  }

  /// A cohort whose only variable has the given levels, one patient after the other.
  static func cohort(
    _ name: String, label: String? = nil, kind: Variable.Kind = .categorical, levels: [String], each: Int = 12
  ) -> Cohort {
    let rows = levels.count * each
    let codes = (0..<rows).map { Int32($0 % levels.count) }
    var column = VariableColumn(
      name: name, kind: kind, values: .levels(LevelColumn(levels: levels, codes: codes)))
    if let label { column.label = label }
    return Cohort(
      rowCount: rows, variables: [column],
      endpoints: [
        EndpointColumn(
          name: "OS", kind: .survival, causes: ["death"], scale: TimeScale(unit: .months),
          times: (0..<rows).map { Int64($0 % 40 + 1) }, status: (0..<rows).map { $0 % 3 == 0 ? 1 : 0 })
      ])
  }
}

extension Renderer {
  /// Carries out a command as somebody would type it.
  mutating func ask(_ text: String) async throws {
    try await run(Command(parsing: text, in: state.context, unit: state.unit))
  }

  /// Types a line after `:` and sends it.
  mutating func type(_ line: String, andEnters: Bool = true) async throws {
    try await press([.character(":")] + line.map { Key.character($0) } + (andEnters ? [.enter] : []))
  }

  mutating func keys(_ text: String) async throws { try await press(Key.sequence(parsing: text)) }

  var text: String { grid.text }
  var rows: [String] { grid.rowTexts }
  /// The lines of the Curves view without its filters.
  var curvesText: String {
    let grid = self.grid
    let area = ScreenLayout(state).curves
    return (area.y..<area.maxY).map { y in
      String((area.x..<area.maxX).map { grid[$0, y].glyph }.filter { $0 != Cell.continuation })
    }.joined(separator: "\n")
  }

  /// The first row that contains a text.
  func row(_ text: String) -> String? { rows.first { $0.contains(text) } }

  /// The styles of the cells in which a text stands.
  func styles(of text: String) -> Set<Style> {
    let grid = self.grid
    for (y, row) in rows.enumerated() {
      guard let range = row.range(of: text) else { continue }
      let x = String(row[..<range.lowerBound]).columns
      return Set((x..<(x + text.columns)).filter { grid[$0, y].glyph != " " }.map { grid[$0, y].style })
    }
    return []
  }

  /// What stands at the prompt, menu or command line that is open.
  var overlayError: String? {
    switch state.overlay {
    case .menu(let menu): menu.error
    case .prompt(let prompt): prompt.error
    case .commandLine(let line): line.error
    case nil: nil
    }
  }

  var commandLine: CommandLine? { if case .commandLine(let line) = state.overlay { line } else { nil } }
  var menu: Menu? { if case .menu(let menu) = state.overlay { menu } else { nil } }
}

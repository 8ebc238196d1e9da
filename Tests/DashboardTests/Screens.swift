import CohortEngine
import Dashboard
import Foundation
import Study
import TerminalGrid

/// Dashboards to test with: the sample study that comes with the program, and small tables written for one test.
enum Screens {
  static let sampleStudy = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("sample-data/blinatumomab-hsct.toml").path

  static func state(size: String = "120x36") throws -> DashboardState {
    DashboardState(study: try Study.open(path: sampleStudy), size: Size(size) ?? Size(columns: 120, rows: 36))
  }

  /// A dashboard on a table with the given lines.
  static func state(table: String, size: String = "100x30") throws -> DashboardState {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atrisk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("table.csv")
    try table.write(to: file, atomically: true, encoding: .utf8)
    return DashboardState(
      study: try Study.open(path: file.path), size: Size(size) ?? Size(columns: 100, rows: 30))
  }

  static func renderer(_ state: DashboardState) async throws -> Renderer {
    try await Renderer(state, recomputer: Recomputer(BitmapEngine(state.cohort), cohort: state.cohort))
  }

  /// The screen after some keys and commands.
  static func renderer(
    size: String = "120x36", keys: String = "", commands: [String] = []
  ) async throws -> Renderer {
    var renderer = try await renderer(try state(size: size))
    for command in commands { try await renderer.perform(.command(command)) }
    try await renderer.press(Key.sequence(parsing: keys))
    return renderer
  }
}

import Dashboard
import Foundation
import Session
import TestSupport
import Testing

@testable import atrisk

/// What `figure FILE` writes from the dashboard.
@Suite
struct DrawnFiguresTests {
  private func ask(_ commands: [Command] = []) throws -> (DrawnFigures, Scene.Ask) {
    let opening = try Screens.opening()
    var state = opening.state(size: Render.defaultSize)
    for command in commands { state.run(command) }
    return (DrawnFigures(opening), state.ask)
  }

  @Test(arguments: [Display.View.curves, .univariable], ["svg", "pdf", "png"])
  func `a view is drawn as the file's name says, and again over what was drawn`(
    view: Display.View, ending: String
  ) async throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a figure.\(ending)").path
    let (figures, ask) = try ask([.view(view)])
    let word = try await figures.draw(ask, to: path)
    #expect(word.contains(path) && word.contains("180 × "))
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(first.count > 5000)
    #expect(try await figures.draw(ask, to: path) == word)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test
  func `a file that was not drawn here stays as it is`() async throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("thesis.pdf")
    try Data("mine".utf8).write(to: file)
    let (figures, ask) = try ask()
    await #expect(throws: Failure.self) { try await figures.draw(ask, to: file.path) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }

  @Test(arguments: ["plot", "plot.gif", "", "/nonexistent/plot.svg"])
  func `what cannot be written is refused in one line`(path: String) async throws {
    let (figures, ask) = try ask()
    let error = await #expect(throws: (any Error).self) { try await figures.draw(ask, to: path) }
    let words = error.map { "\($0)" } ?? ""
    #expect(words.contains(path.isEmpty ? ".svg" : path) && !words.contains("\n"))
  }

  @Test
  func `a view that is no figure says which are`() async throws {
    let (figures, ask) = try ask([.view(.data)])
    let error = await #expect(throws: Failure.self) { try await figures.draw(ask, to: "data.svg") }
    #expect(error?.message.contains("curves, univariable and models") == true)
    #expect(!FileManager.default.fileExists(atPath: "data.svg"))
  }

  @Test
  func `what the screen shows of the curves is drawn, and nothing else`() async throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [Data] = []
    let changes: [[Command]] = [
      [], [.bands(true)], [.marks(false)], [.riskRows(.withEvents)], [.zoom(true)], [.pane(false)],
    ]
    for (place, commands) in changes.enumerated() {
      let file = folder.appendingPathComponent("\(place).svg")
      let (figures, ask) = try ask(commands)
      _ = try await figures.draw(ask, to: file.path)
      files.append(try Data(contentsOf: file))
    }
    #expect(Set(files.dropLast()).count == 5)
    #expect(files.last == files.first)
  }
}

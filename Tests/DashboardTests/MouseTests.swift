import CohortModel
import Dashboard
import Foundation
import Session
import TerminalGrid
import Testing

@Suite("The mouse")
struct MouseTests {
  /// The cell in which a text begins on the screen.
  private func place(of text: String, in grid: Grid) throws -> (x: Int, y: Int) {
    for (y, row) in grid.rowTexts.enumerated() {
      if let range = row.range(of: text) { return (String(row[..<range.lowerBound]).columns, y) }
    }
    throw CancellationError()
  }

  @Test(
    "A press on a level ticks it, on a variable opens it, on a tab turns to it, on the plot sets the cross-hair"
  )
  func presses() async throws {
    let renderer = try await Screens.renderer(size: "120x36")
    var state = renderer.state
    let level = try place(of: "[x] F", in: renderer.grid)
    _ = state.receive(MouseEvent(.press, x: level.x, y: level.y))
    #expect(state.levelChoice("sex")?.ticked == ["M"])

    let closed = try place(of: "▸ Donor", in: renderer.grid)
    _ = state.receive(MouseEvent(.press, x: closed.x, y: closed.y))
    #expect(state.display.openVariables.contains("donor_type"))

    let plot = try #require(state.scene?.layout.frame)
    _ = state.receive(MouseEvent(.press, x: plot.column(of: 24), y: plot.area.y + 2))
    #expect(try abs(#require(state.display.crosshair).value(in: .months) - 24) < 1)

    let tab = try place(of: "6 Data", in: renderer.grid)
    _ = state.receive(MouseEvent(.press, x: tab.x + 1, y: tab.y))
    #expect(state.display.view == .data)
  }

  @Test("A press on a key of the footer does what the key does")
  func footer() async throws {
    let renderer = try await Screens.renderer(size: "120x36")
    var state = renderer.state
    let arms = try place(of: "s arms", in: renderer.grid)
    _ = state.receive(MouseEvent(.press, x: arms.x, y: arms.y))
    guard case .menu(let menu) = state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(menu.title == "Divide by")
  }

  @Test("The wheel moves the cursor; a press anywhere else, or outside, does nothing")
  func wheel() async throws {
    let renderer = try await Screens.renderer(size: "120x36")
    var state = renderer.state
    _ = state.receive(MouseEvent(.wheelDown, x: 3, y: 3))
    #expect(state.pane.cursor == 1)
    _ = state.receive(MouseEvent(.wheelUp, x: 3, y: 3))
    #expect(state.pane.cursor == 0)
    let session = state.session
    for (x, y) in [(0, 0), (5000, 5000), (3, 34), (-1, -1), (.max, .max), (.min, .min)] {
      _ = state.receive(MouseEvent(.press, x: x, y: y))
    }
    #expect(state.session == session)
  }
}

import CohortEngine
import Dashboard
import Foundation
import TerminalGrid
import Testing

@Suite("The mouse")
struct MouseTests {
  /// The cell in which a text begins on the screen.
  private func place(of text: String, in grid: Grid) throws -> (x: Int, y: Int) {
    for (y, row) in grid.rowTexts.enumerated() {
      if let range = row.range(of: text) {
        return (row.distance(from: row.startIndex, to: range.lowerBound), y)
      }
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
    let sex = try #require(state.cohort.variable(named: "sex"))
    #expect(state.levelChoice(sex)?.levels == [0])

    let closed = try place(of: "▸ Donor", in: renderer.grid)
    _ = state.receive(MouseEvent(.press, x: closed.x, y: closed.y))
    let donor = try #require(state.cohort.variable(named: "donor_type"))
    #expect(state.openVariables.contains(donor))

    let plot = PlotLayout(state).frame
    _ = state.receive(MouseEvent(.press, x: plot.column(of: 24), y: plot.area.y + 2))
    #expect(try abs(#require(state.crosshair) - 24) < 1)

    let tab = try place(of: "6 Data", in: renderer.grid)
    _ = state.receive(MouseEvent(.press, x: tab.x + 1, y: tab.y))
    #expect(state.view == .data)
  }

  @Test("The wheel moves the cursor; a press anywhere else, or outside, does nothing")
  func wheel() async throws {
    let renderer = try await Screens.renderer(size: "120x36")
    var state = renderer.state
    _ = state.receive(MouseEvent(.wheelDown, x: 3, y: 3))
    #expect(state.filterCursor == 1)
    _ = state.receive(MouseEvent(.wheelUp, x: 3, y: 3))
    #expect(state.filterCursor == 0)
    let question = state.question
    for (x, y) in [(0, 35), (0, 0), (5000, 5000), (3, 34)] {
      _ = state.receive(MouseEvent(.press, x: x, y: y))
    }
    #expect(state.question == question)
    #expect(state.crosshair == nil)
  }
}

import TerminalGrid
import Testing

struct AreaPlotTests {
  private func area(_ label: String, _ steps: [(Double, Double)], series: Int, texture: Character?)
    -> PlotArea
  {
    PlotArea(
      label: label,
      edge: PlotCurve(
        label: "", start: 0, steps: steps.map { PlotCurve.Step($0.0, $0.1) }, end: 40,
        style: Style(.series(series))), texture: texture)
  }

  private func drawn(_ areas: [PlotArea], right: Int = 12) -> (Grid, unplaced: [Int]) {
    var grid = Grid(Size(columns: 41 + right, rows: 20))
    let plot = AreaPlot(frame: PlotFrame(area: Rect(x: 0, y: 0, width: 41, height: 20), horizon: 40))
    plot.draw(areas, on: &grid)
    let unplaced = plot.drawNames(areas, in: grid.bounds, on: &grid)
    return (grid, unplaced)
  }

  @Test func `A name stands on its own area, in its colour, with a blank on either side`() throws {
    let (grid, unplaced) = drawn([
      area("relapse", [(0, 0.5)], series: 1, texture: "░"), area("free", [(0, 1)], series: 2, texture: nil),
    ])
    #expect(unplaced.isEmpty)
    let row = try #require(grid.rowTexts.firstIndex { $0.contains("░ relapse ░") })
    #expect(row >= 10)
    let free = try #require(grid.rowTexts.firstIndex { $0.contains("free") })
    #expect(free < 10)
    // Below the edge at one half everything is filled, above it nothing.
    #expect(grid[0, 15].glyph == "░" && grid[0, 15].style.foreground == .series(1))
    #expect(grid[0, 5].glyph == " ")
  }

  @Test func `An area too thin for its name has it beside its end, and nowhere without room`() {
    let areas = [
      area("relapse", [(0, 0.5)], series: 1, texture: "░"),
      area("death", [(0, 0.52)], series: 2, texture: "▒"),
      area("free", [(0, 1)], series: 3, texture: nil),
    ]
    let (grid, unplaced) = drawn(areas)
    #expect(unplaced.isEmpty)
    #expect(grid.rowTexts.contains { $0.contains("╴╴ death") })
    #expect(drawn(areas, right: 2).unplaced == [1])
  }

  @Test func `Nothing is drawn after the end of observation`() {
    var short = area("a", [(0, 0.5)], series: 1, texture: "░")
    short.edge.end = 20
    var free = area("b", [(0, 1)], series: 2, texture: nil)
    free.edge.end = 20
    let (grid, _) = drawn([short, free])
    #expect(grid[20, 15].glyph != " ")
    #expect(grid[22, 15].glyph == " ")
  }
}

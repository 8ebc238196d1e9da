import TerminalGrid
import Testing

@Suite("Step plots")
struct StepPlotTests {
  private func draw(
    _ curves: [PlotCurve], columns: Int = 21, rows: Int = 9, horizon: Double = 20,
    _ charset: Charset = .unicode
  ) -> Grid {
    var grid = Grid(Size(columns: columns, rows: rows))
    StepPlot(frame: PlotFrame(area: grid.bounds, horizon: horizon), charset: charset).draw(curves, on: &grid)
    return grid
  }

  private func curve(
    _ steps: [(Double, Double)], end: Double = 20, censorings: [Double] = [], dash: Dash = .solid,
    series: Int = 1
  ) -> PlotCurve {
    PlotCurve(
      label: "", start: 1, steps: steps.map { PlotCurve.Step($0.0, $0.1) }, end: end, censorings: censorings,
      style: Style(.series(series)), dash: dash)
  }

  @Test("A survival curve falls by corners, runs between them, and ends where follow-up ends")
  func survival() {
    let grid = draw([curve([(5, 0.75), (10, 0.25)], end: 16)], rows: 5)
    #expect(grid.rowTexts == ["─────┐", "     └────┐", "          │", "          └──────", ""])
  }

  @Test("An incidence rises by corners")
  func incidence() {
    var rising = curve([(5, 0.5)], end: 20)
    rising.start = 0
    #expect(draw([rising], rows: 5).rowTexts == ["", "", "     ┌───────────────", "     │", "─────┘"])
  }

  @Test("Plain ASCII turns at dots and apostrophes")
  func ascii() {
    let grid = draw([curve([(5, 0.75), (10, 0.25)], end: 16)], rows: 5, .ascii)
    #expect(grid.rowTexts == ["-----.", "     '----.", "          |", "          '------", ""])
  }

  @Test("Each curve keeps its dash in both directions", arguments: Dash.allCases)
  func dashes(dash: Dash) {
    let text = draw([curve([(10, 0)], dash: dash)]).text
    #expect(text.contains(dash.horizontal))
    #expect(text.contains(dash.vertical))
  }

  @Test("Curves on top of each other take turns, and a crossing shows both")
  func overlap() {
    let same = draw([curve([]), curve([], dash: .dashed, series: 2)], rows: 3)
    let styles = Set((1..<20).map { same[$0, 0].style.foreground })
    #expect(styles == [.series(1), .series(2)])
    let crossing = draw([curve([(1, 0.5)]), curve([(10, 0)], series: 2)])
    #expect(crossing[10, 4].glyph == "┼")
  }

  @Test("A censoring is a mark on the line, never on a corner or outside of the curve")
  func censorings() {
    let grid = draw([curve([(5, 0.5)], end: 12, censorings: [3, 5, 8, 19])])
    #expect(grid[3, 0].glyph == "+")
    #expect(grid[5, 0].glyph == "┐")
    #expect(grid[8, 4].glyph == "+")
    #expect(grid.text.count { $0 == "+" } == 2)
  }

  @Test("The value above every column is the curve's value at that column's time", arguments: 1...60)
  func raster(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let (columns, rows) = (2 + random(150), 1 + random(40))
    let horizon = Double(1 + random(500))
    var (value, time) = (1.0, 0.0)
    var steps: [(Double, Double)] = []
    for _ in 0..<random(80) {
      time += Double(random(1000)) / 1000 * horizon / 20
      value *= 1 - Double(random(300)) / 1000
      steps.append((time, value))
    }
    let drawn = curve(steps, end: horizon)
    var grid = Grid(Size(columns: columns, rows: rows))
    let frame = PlotFrame(area: grid.bounds, horizon: horizon)
    StepPlot(frame: frame, charset: .unicode).draw([drawn], on: &grid)
    for column in 0..<columns {
      let expected = steps.last { $0.0 <= frame.time(at: column) * (1 + 1e-12) }?.1 ?? 1
      // The lowest cell drawn in a column is where a falling curve leaves it.
      let lowest = (0..<rows).last { grid[column, $0].glyph != " " }
      #expect(lowest == frame.row(of: expected), "column \(column) of \(columns)")
    }
  }

  @Test("Nothing is drawn outside of the plot's area, whatever its size")
  func clipping() {
    for (width, height) in [(0, 0), (1, 1), (3, 0), (0, 3), (2, 1), (7, 4)] {
      var grid = Grid(Size(columns: 12, rows: 8))
      let area = Rect(x: 3, y: 2, width: width, height: height)
      var wide = curve([(1, 0.4), (2, 0.1)], censorings: [1, 5, 100])
      wide.band = .band(1)
      wide.steps = wide.steps.map { PlotCurve.Step($0.time, $0.value, lower: 0, upper: 1) }
      StepPlot(frame: PlotFrame(area: area, horizon: 5), charset: .unicode).draw([wide], on: &grid)
      for y in 0..<8 {
        for x in 0..<12 where !area.contains(x: x, y: y) { #expect(grid[x, y] == .blank) }
      }
    }
  }

  @Test("One band is shaded; of two only the edges show")
  func bands() {
    func banded(_ lower: Double, _ upper: Double, _ series: Int) -> PlotCurve {
      var result = curve([], series: series)
      result.steps = [PlotCurve.Step(0, (lower + upper) / 2, lower: lower, upper: upper)]
      result.band = .band(series)
      return result
    }
    let one = draw([banded(0.5, 1, 1)])
    #expect((0...4).allSatisfy { one[10, $0].style.background == .band(1) })
    #expect(one[10, 5].style.background == nil)
    let two = draw([banded(0.5, 1, 1), banded(0.25, 0.75, 2)])
    #expect((0..<9).allSatisfy { two[10, $0].style.background == nil })
    #expect([0, 6].allSatisfy { two[10, $0].glyph == "·" })
  }

  @Test("A stretch that rests on few patients is dim")
  func faint() {
    var few = curve([(4, 0.8), (10, 0.5)])
    few.steps[1].isFaint = true
    let grid = draw([few])
    #expect(!grid[7, grid.rowTexts.firstIndex { $0.contains("└") } ?? 0].style.dim)
    #expect(grid[15, 4].style.dim)
  }
}

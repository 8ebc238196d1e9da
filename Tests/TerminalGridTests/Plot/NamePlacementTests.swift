import TerminalGrid
import Testing

@Suite("Names of curves")
struct NamePlacementTests {
  private func flat(_ label: String, at value: Double, end: Double, series: Int) -> PlotCurve {
    PlotCurve(
      label: label, start: 1, steps: [PlotCurve.Step(0, value)], end: end, style: Style(.series(series)))
  }

  @Test("A name stands behind the end of its curve, on its row")
  func behind() {
    var grid = Grid(Size(columns: 40, rows: 11))
    let frame = PlotFrame(area: grid.bounds, horizon: 39)
    let curves = [flat("MUD", at: 0.8, end: 20, series: 1), flat("MSD", at: 0.2, end: 30, series: 2)]
    let plot = StepPlot(frame: frame)
    plot.draw(curves, on: &grid)
    #expect(plot.drawNames(curves, in: grid.bounds, on: &grid).isEmpty)
    #expect(grid.rowTexts[frame.row(of: 0.8)].hasSuffix(" MUD"))
    #expect(grid[22, frame.row(of: 0.8)].glyph == "M")
    #expect(grid[32, frame.row(of: 0.2)].style.foreground == .series(2))
  }

  @Test("Where its place is taken, a leader ties a name to its curve")
  func leader() {
    var grid = Grid(Size(columns: 40, rows: 11))
    let frame = PlotFrame(area: grid.bounds, horizon: 39)
    let curves = [flat("one", at: 0.5, end: 39, series: 1), flat("two", at: 0.52, end: 20, series: 2)]
    let plot = StepPlot(frame: frame)
    plot.draw(curves, on: &grid)
    #expect(plot.drawNames(curves, in: grid.bounds, on: &grid).isEmpty)
    let leaders = grid.text.filter { "╮╯╰╭".contains($0) }
    #expect(!leaders.isEmpty)
    #expect(grid.text.contains("one") && grid.text.contains("two"))
  }

  @Test("Where two curves end in one cell and nothing else is free, their names stand behind it together")
  func together() {
    var grid = Grid(Size(columns: 50, rows: 2))
    let frame = PlotFrame(area: Rect(x: 0, y: 0, width: 30, height: 2), horizon: 29)
    let curves = [
      flat("CR2", at: 0.1, end: 29, series: 1), flat("CR3", at: 0.25, end: 29, series: 2),
      flat("CR1", at: 0.9, end: 29, series: 3),
    ]
    let plot = StepPlot(frame: frame)
    plot.draw(curves, on: &grid)
    #expect(plot.drawNames(curves, in: grid.bounds, on: &grid).isEmpty)
    #expect(grid.rowTexts[1].hasSuffix(" CR2, CR3"))
    #expect(grid.rowTexts[0].hasSuffix(" CR1"))
    #expect(grid[31, 1].style.foreground == .series(1))
    #expect(grid[36, 1].style.foreground == .series(2))
    // Without room for both, the second is said to lack one.
    grid = Grid(grid.size)
    plot.draw(curves, on: &grid)
    #expect(plot.drawNames(curves, in: Rect(x: 0, y: 0, width: 38, height: 2), on: &grid) == [1])
  }

  @Test("An arm of nobody has no name, and is not said to lack one")
  func nobody() {
    var grid = Grid(Size(columns: 40, rows: 11))
    let curves = [flat("CR4", at: 1, end: -1, series: 1)]
    let plot = StepPlot(frame: PlotFrame(area: grid.bounds, horizon: 39))
    plot.draw(curves, on: &grid)
    #expect(plot.drawNames(curves, in: grid.bounds, on: &grid).isEmpty)
    #expect(grid == Grid(grid.size))
  }

  @Test("A name that finds no place is left away and returned")
  func unplaced() {
    var grid = Grid(Size(columns: 12, rows: 3))
    let curves = [flat("a name too long", at: 0.5, end: 39, series: 1)]
    let plot = StepPlot(frame: PlotFrame(area: grid.bounds, horizon: 39))
    plot.draw(curves, on: &grid)
    #expect(plot.drawNames(curves, in: grid.bounds, on: &grid) == [0])
    #expect(!grid.text.contains("a"))
  }

  @Test("A name touches no other curve and no other name", arguments: 1...80)
  func apart(seed: Int) {
    var random = RandomCurve(seed: UInt64(seed))
    let size = Size(columns: 30 + random.number(below: 80), rows: 8 + random.number(below: 24))
    let area = Rect(x: 0, y: 0, width: size.columns - 6, height: size.rows)
    let plot = StepPlot(frame: PlotFrame(area: area, horizon: 60))
    let curves = (1...(2 + random.number(below: 5))).map {
      random.curve($0, steps: random.number(below: 12), horizon: 60, mark: "●")
    }
    var before = Grid(size)
    plot.draw(curves, on: &before)
    var grid = before
    let unplaced = plot.drawNames(curves, in: grid.bounds, on: &grid)
    for (index, curve) in curves.enumerated() {
      let rows = (0..<size.rows).filter { grid.rowTexts[$0].contains(curve.label) }
      #expect(rows.count == (unplaced.contains(index) ? 0 : 1))
      for y in rows {
        let cells = (0..<size.columns).filter {
          before[$0, y] != grid[$0, y] && grid[$0, y].style.foreground == curve.style.foreground
        }
        for x in cells {
          #expect(before[x, y].glyph == " ")
          for near in [x - 1, x + 1] where grid[near, y].glyph != " " {
            #expect(grid[near, y].style.foreground == curve.style.foreground, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("A name lies on no other curve's band: it goes behind a leader, or is left away", arguments: 1...60)
  func bands(seed: Int) {
    var random = RandomCurve(seed: UInt64(seed))
    let size = Size(columns: 40 + random.number(below: 80), rows: 14 + random.number(below: 20))
    let frame = PlotFrame(area: Rect(x: 0, y: 0, width: size.columns - 4, height: size.rows), horizon: 60)
    let curves = (1...(2 + random.number(below: 2))).map { series in
      var curve = random.curve(series, steps: random.number(below: 12), horizon: 60, mark: "●")
      curve.band = .band(series)
      return curve
    }
    var grid = Grid(size)
    let plot = StepPlot(frame: frame)
    plot.draw(curves, on: &grid)
    let before = grid
    _ = plot.drawNames(curves, in: grid.bounds, on: &grid)
    for (index, curve) in curves.enumerated() {
      guard let y = (0..<size.rows).first(where: { grid.rowTexts[$0].contains(curve.label) }) else {
        continue
      }
      for x in 0..<frame.area.width where before[x, y] != grid[x, y] && grid[x, y].glyph.isLetter {
        for (other, banded) in curves.enumerated() where other != index && frame.time(at: x) <= banded.end {
          let step = banded.steps.last { $0.time <= frame.time(at: x) }
          guard let lower = step?.lower, let upper = step?.upper else { continue }
          #expect(!(frame.row(of: upper)...frame.row(of: lower)).contains(y), "\(curve.label), seed \(seed)")
        }
      }
    }
  }
}

import TerminalGrid
import Testing

@Suite("Step plots")
struct StepPlotTests {
  private func draw(
    _ curves: [PlotCurve], columns: Int = 21, rows: Int = 9, horizon: Double = 20,
    _ charset: Charset = .unicode
  ) -> Grid {
    var grid = Grid(Size(columns: columns, rows: rows))
    StepPlot(frame: PlotFrame(area: grid.bounds, horizon: horizon, charset: charset)).draw(curves, on: &grid)
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

  @Test("A curve's level pieces lie at three heights a row, joined by upright pieces")
  func joins() {
    let heights: [(Double, Double)] = [(2, 0.86), (5, 0.66), (8, 0.51), (11, 0.34), (14, 0.16), (17, 0)]
    #expect(
      draw([curve(heights)], rows: 4).rowTexts == [
        "▔▔━━━┑", "     ┕━━▁▁▁▁", "           ┕━━┑", "              ┕━━▁▁▁▁",
      ])
    var rising = curve(heights.map { ($0.0, 1 - $0.1) })
    rising.start = 0
    #expect(
      draw([rising], rows: 4).rowTexts == [
        "              ┍━━▔▔▔▔", "           ┍━━┙", "     ┍━━▔▔▔▔", "▁▁━━━┙",
      ])
    #expect(
      draw([curve(heights)], rows: 4, .ascii).rowTexts == [
        "\"\"---.", "     '--____", "           '--.", "              \"\"\"|___",
      ])
  }

  @Test("What happens between two columns is one upright piece from the highest to the lowest value")
  func excursion() {
    let grid = draw([curve([(9.6, 0), (9.8, 0.5)])], rows: 5)
    #expect((0..<5).map { grid[10, $0].glyph } == Array("││┝││"))
  }

  @Test("Every dash draws another pattern, and none leaves out the ends of a level stretch")
  func dashes() {
    let patterns = Dash.allCases.map { dash in
      draw([curve([(20, 0.5)], end: 40, dash: dash)], columns: 41, horizon: 40).rowTexts
    }
    #expect(Set(patterns).count == Dash.allCases.count)
    #expect(patterns.allSatisfy { $0.contains { $0.count == 41 } })
    let short = draw([curve((0..<20).map { (Double($0), 1 - Double($0) / 20) }, dash: .dotted)])
    #expect((0..<21).allSatisfy { column in (0..<9).contains { short[column, $0].glyph != " " } })
  }

  @Test("Curves on top of each other take turns, and a crossing shows both")
  func overlap() {
    let same = draw([curve([]), curve([], dash: .dashed, series: 2)], rows: 3)
    let styles = Set((1..<20).map { same[$0, 0].style.foreground })
    #expect(styles == [.series(1), .series(2)])
    let crossing = draw([curve([(1, 0.5)]), curve([(10, 0)], series: 2)])
    #expect(crossing[10, 4].glyph == "┿")
  }

  @Test("A censoring is a tick on the line; in the column of an event it stands behind the event")
  func censorings() {
    let ticks = draw([curve([(5, 0.5)], end: 12, censorings: [3, 5, 8, 19])], rows: 8)
    let bare = draw([curve([(5, 0.5)], end: 12)], rows: 8)
    let changed = (0..<21).filter { column in (0..<8).contains { ticks[column, $0] != bare[column, $0] } }
    #expect(changed == [3, 6, 8])
    // From the top of the plot a tick can only hang.
    #expect(ticks[3, 0].glyph == "╵")
  }

  @Test("Drawing says whether censor marks were thinned")
  func thinnedCensorings() {
    func omissions(_ censorings: [Double], showsCensorings: Bool = true) -> Bool {
      var grid = Grid(Size(columns: 21, rows: 9))
      let plot = StepPlot(
        frame: PlotFrame(area: grid.bounds, horizon: 20), showsCensorings: showsCensorings)
      return plot.draw([curve([(5, 0.5)], censorings: censorings)], on: &grid).hasThinnedCensorings
    }
    #expect(!omissions([3, 8, 12]))
    #expect(!omissions([3, 8, 12, 100]))
    #expect(omissions((0..<20).map(Double.init)))
    #expect(!omissions((0..<20).map(Double.init), showsCensorings: false))
    // Two in a row behind an event: the first has no place.
    #expect(omissions([5, 6]))
  }

  /// The columns in which a curve's mark stands.
  private func columns(of curve: PlotCurve, in grid: Grid) -> [Int] {
    (0..<grid.size.columns).filter { x in
      (0..<grid.size.rows).contains {
        grid[x, $0].glyph == curve.mark && grid[x, $0].style.foreground == curve.style.foreground
      }
    }
  }

  /// The stretches of 15 columns of a curve in which no mark says whose it is.
  private func nameless(_ curve: PlotCurve, until last: Int, in grid: Grid) -> [ClosedRange<Int>] {
    let marked = [-1] + columns(of: curve, in: grid) + [last + 1]
    return zip(marked, marked.dropFirst()).filter { $1 - $0 > 15 }.map { $0...$1 }
  }

  @Test("Every curve has a mark in each 15 columns, in columns of its own", arguments: 1...30)
  func marks(seed: Int) {
    var random = RandomCurve(seed: UInt64(seed))
    let count = 2 + random.number(below: 5)
    let curves = (1...count).map { series in
      let value = Double(series) / Double(count + 1)
      return PlotCurve(
        label: "", start: 1, steps: [PlotCurve.Step(0.1, value)], end: 60, style: Style(.series(series)),
        mark: SeriesMark.standard[series - 1].glyph)
    }
    var grid = Grid(Size(columns: 60 + random.number(below: 100), rows: 22))
    StepPlot(frame: PlotFrame(area: grid.bounds, horizon: 60)).draw(curves, on: &grid)
    let columns = curves.map { self.columns(of: $0, in: grid) }
    for curve in curves { #expect(nameless(curve, until: grid.size.columns - 1, in: grid) == []) }
    #expect(columns.allSatisfy { abs($0.count - columns[0].count) <= 1 })
    #expect(Set(columns.joined()).count == columns.joined().count)
  }

  @Test("Marks are as close where curves step, cross and censor", arguments: 1...60)
  func marksOfSteps(seed: Int) {
    var random = RandomCurve(seed: UInt64(seed))
    let curves = (1...(2 + random.number(below: 3))).map {
      random.curve($0, steps: random.number(below: 20), horizon: 60, mark: SeriesMark.standard[$0 - 1].glyph)
    }
    var grid = Grid(Size(columns: 50 + random.number(below: 80), rows: 14 + random.number(below: 12)))
    let frame = PlotFrame(area: grid.bounds, horizon: 60)
    StepPlot(frame: frame).draw(curves, on: &grid)
    for curve in curves {
      #expect(nameless(curve, until: min(frame.area.maxX - 1, frame.column(of: curve.end)), in: grid) == [])
    }
  }

  @Test("Curves on top of each other show both, in colour and marks, in each 15 columns", arguments: 2...4)
  func marksOfTheSame(count: Int) {
    let curves = (1...count).map { series in
      var same = curve([(5, 0.5)], dash: Dash.allCases[series - 1], series: series)
      same.mark = SeriesMark.standard[series - 1].glyph
      return same
    }
    let grid = draw(curves, columns: 81)
    for curve in curves {
      #expect(nameless(curve, until: 80, in: grid) == [])
      let coloured = (0..<81).filter { x in
        (0..<9).contains { grid[x, $0].style.foreground == curve.style.foreground }
      }
      #expect(zip(coloured, coloured.dropFirst()).allSatisfy { $1 - $0 <= 15 })
    }
  }

  @Test("A sample for a legend shows the mark and the dash")
  func sample() {
    #expect(SeriesMark.standard[0].sample(columns: 4, .unicode) == "●━━━")
    #expect(SeriesMark.standard[1].sample(columns: 4, .unicode) == "○━━ ")
    #expect(SeriesMark.standard[2].sample(columns: 4, .ascii) == "#- -")
    #expect(SeriesMark.standard[2].sample(columns: 0, .ascii) == "")
    let samples = Set(SeriesMark.standard.map { $0.sample(columns: 4, .ascii) })
    #expect(samples.count == 8)
  }

  @Test("Nothing is drawn outside of the plot's area, whatever its size")
  func clipping() {
    for (width, height) in [(0, 0), (1, 1), (3, 0), (0, 3), (2, 1), (7, 4)] {
      var grid = Grid(Size(columns: 12, rows: 8))
      let area = Rect(x: 3, y: 2, width: width, height: height)
      var wide = curve([(1, 0.4), (2, 0.1)], censorings: [1, 5, 100])
      wide.band = .band(1)
      wide.steps = wide.steps.map { PlotCurve.Step($0.time, $0.value, lower: 0, upper: 1) }
      StepPlot(frame: PlotFrame(area: area, horizon: 5)).draw([wide], on: &grid)
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
    #expect((0...3).allSatisfy { one[10, $0].style.background == .band(1) })
    #expect(one[10, 5].style.background == nil)
    let two = draw([banded(0.5, 1, 1), banded(0.1, 0.7, 2)])
    #expect((0..<9).allSatisfy { two[10, $0].style.background == nil })
    let guides = PlotHeight.Level.allCases.map(Charset.unicode.dot)
    for (share, series) in [(1.0, 1), (0.5, 1), (0.1, 2)] {
      let edge = two[10, PlotFrame(area: two.bounds, horizon: 20).row(of: share)]
      #expect(edge.style.foreground == .series(series))
      #expect(!guides.contains(edge.glyph))
    }
  }

  @Test("A stretch that rests on few patients is drawn in sparse pieces of the same colour, never dim")
  func faint() {
    var few = curve([(4, 0.8), (10, 0.5)])
    few.steps[1].isFaint = true
    let grid = draw([few])
    let drawn = (0..<21).filter { column in (0..<9).contains { grid[column, $0].glyph != " " } }
    #expect(drawn == Array(0...11) + [14, 17, 20])
    #expect(grid.cells.allSatisfy { !$0.style.dim })
  }
}

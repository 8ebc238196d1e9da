import TerminalGrid
import Testing

struct PlotFrameTests {
  private func frame(rows: Int, _ charset: Charset, columns: Int = 60) -> PlotFrame {
    PlotFrame(area: Rect(x: 3, y: 2, width: columns, height: rows), horizon: 60, charset: charset)
  }

  @Test(arguments: [(22, 0.01), (12, 0.02)], Charset.allCases)
  func `give every share a height that stands for it within a point of 22 rows and two of 12`(
    size: (rows: Int, tolerance: Double), charset: Charset
  ) {
    let frame = frame(rows: size.rows, charset)
    for step in 0...5000 {
      let share = Double(step) / 5000
      let height = frame.height(of: share)
      #expect(abs(frame.share(at: height) - share) <= size.tolerance + 1e-9)
      #expect((2..<(2 + size.rows)).contains(height.row))
    }
  }

  @Test(arguments: [(22, 0.01), (12, 0.02)], 1...80)
  func `let the estimate be read back from what is drawn, in every column`(
    size: (rows: Int, tolerance: Double), seed: Int
  ) throws {
    let charset = seed % 4 < 2 ? Charset.unicode : .ascii
    var random = RandomCurve(seed: UInt64(seed))
    let frame = frame(rows: size.rows, charset, columns: 20 + random.number(below: 140))
    let rises = seed.isMultiple(of: 2)
    var curve = random.curve(steps: random.number(below: 90), horizon: 60, rises: rises)
    curve.dash = .solid
    for step in curve.steps.indices { curve.steps[step].isFaint = false }
    var grid = Grid(Size(columns: 200, rows: 40))
    StepPlot(frame: frame, showsCensorings: false).draw([curve], on: &grid)
    for column in frame.area.x..<frame.area.maxX where frame.time(at: column) <= curve.end {
      let time = frame.time(at: column) * (1 + 1e-12)
      let estimate = curve.steps.last { $0.time <= time }?.value ?? curve.start
      // A falling curve leaves a column at its lowest cell, a rising one at its highest.
      let rows = (0..<40).filter { grid[column, $0].glyph != " " }
      let row = try #require(rises ? rows.first : rows.last)
      let drawn = try #require(frame.shares(drawnBy: grid[column, row].glyph, inRow: row))
      #expect(
        abs((rises ? drawn.upperBound : drawn.lowerBound) - estimate) <= size.tolerance + 1e-9,
        "column \(column)")
    }
  }

  @Test
  func `know where glyphs lie in their row`() {
    // 22 rows hold 21.875 between the middles of the topmost ▔ and the lowest ▁.
    let unicode = frame(rows: 22, .unicode)
    #expect(abs(unicode.share(at: PlotHeight(row: 12, .upper)) - (1 - 10 / 21.875)) < 1e-12)
    #expect(abs(unicode.share(at: PlotHeight(row: 12, .middle)) - (1 - 10.4375 / 21.875)) < 1e-12)
    #expect(abs(unicode.share(at: PlotHeight(row: 12, .lower)) - (1 - 10.875 / 21.875)) < 1e-12)
    let ascii = frame(rows: 22, .ascii)
    #expect(abs(ascii.share(at: PlotHeight(row: 12, .lower)) - (1 - 10.8875 / 21.875)) < 1e-12)
    #expect(Charset.unicode.line(at: .upper) == "▔" && Charset.unicode.line(at: .lower) == "▁")
    #expect(Charset.ascii.line(at: .upper) == "\"" && Charset.ascii.line(at: .lower) == "_")
  }

  @Test
  func `keep apart what is not the same`() {
    let frame = frame(rows: 22, .unicode)
    #expect(frame.height(of: 0.722) != frame.height(of: 0.75))
    #expect(frame.height(of: 0.692) != frame.height(of: 0.733))
    #expect(frame.height(of: 1) == PlotHeight(row: 2, .upper))
    #expect(frame.height(of: 0) == PlotHeight(row: 23, .lower))
    #expect(frame.row(of: .nan) == 23)
  }

  @Test(arguments: [Double.infinity, .nan, -.infinity, 0, 1e300, .leastNonzeroMagnitude])
  func `draw what ends at no time at all without harm`(end: Double) {
    for width in [0, 1, 2, 30] {
      var grid = Grid(Size(columns: 30, rows: 5))
      let frame = PlotFrame(area: Rect(x: 0, y: 0, width: width, height: 5), horizon: 10)
      let steps = [
        PlotCurve.Step(1, .nan), PlotCurve.Step(2, -.infinity), PlotCurve.Step(.nan, 7),
        PlotCurve.Step(3, .infinity, lower: .nan, upper: 2),
      ]
      let curve = PlotCurve(
        label: "x", start: 1, steps: steps, end: end, censorings: [.nan, .infinity, 3], style: .plain,
        mark: "●", band: .band(1))
      let plot = StepPlot(frame: frame)
      plot.draw([curve, curve.thinned(to: frame)], on: &grid)
      let unplaced = plot.drawNames([curve], in: grid.bounds, on: &grid)
      #expect(unplaced.count <= 1)
      #expect((width..<30).allSatisfy { x in (0..<5).allSatisfy { y in grid[x, y].style.background == nil } })
    }
  }

  @Test
  func `say what a cell stands for, and nothing of what is no line`() {
    let frame = frame(rows: 10, .unicode)
    let corner = frame.shares(drawnBy: "┑", inRow: 4)
    #expect(corner?.upperBound == frame.share(at: PlotHeight(row: 4, .middle)))
    #expect(corner?.lowerBound == frame.share(at: PlotHeight(row: 4, .lower)))
    #expect(frame.shares(drawnBy: "●", inRow: 4) == nil)
    #expect(frame.shares(drawnBy: " ", inRow: 4) == nil)
  }
}

import TerminalGrid
import Testing

struct ThinningTests {
  @Test(arguments: 1...60)
  func `draws the same, cell for cell`(seed: Int) {
    var random = RandomCurve(seed: UInt64(seed))
    let area = Rect(x: 1, y: 1, width: 1 + random.number(below: 120), height: 1 + random.number(below: 30))
    let frame = PlotFrame(
      area: area, horizon: 30, charset: seed.isMultiple(of: 5) ? .ascii : .unicode)
    var curves = (1...3).map {
      random.curve($0, steps: random.number(below: 2000), horizon: 40, rises: $0 == 3, mark: "●")
    }
    // A curve that goes up and down within a column, as a state's occupancy does.
    for step in curves[1].steps.indices { curves[1].steps[step].value = random.share() }
    for index in curves.indices { curves[index].band = .band(index + 1) }
    #expect(drawn(curves, frame) == drawn(curves.map { $0.thinned(to: frame) }, frame))
    for curve in curves {
      let thinned = curve.thinned(to: frame)
      #expect(thinned.steps.count <= 3 * area.width)
      #expect(thinned.censorings.count <= area.width)
    }
  }

  @Test
  func `leaves a few steps a column of a very long curve`() {
    let times = (0..<300_000).map { Double($0) / 300_000 }
    let frame = PlotFrame(area: Rect(x: 0, y: 0, width: 72, height: 22), horizon: 1)
    let visible = frame.visibleSteps(times: times, values: times.map { 1 - $0 }, until: 1)
    #expect(visible.count <= 3 * 72)
    #expect(visible == visible.sorted())
    #expect(visible.last == 299_999)
  }

  @Test
  func `needs no steps and no room`() {
    let none = PlotFrame(area: Rect(x: 0, y: 0, width: 0, height: 5), horizon: 1)
    #expect(none.visibleSteps(times: [0.5], values: [0.5], until: 1).isEmpty)
    let frame = PlotFrame(area: Rect(x: 0, y: 0, width: 10, height: 5), horizon: 1)
    #expect(frame.visibleSteps(times: [], values: [], until: 1).isEmpty)
    #expect(frame.visibleSteps(times: [0.5], values: [.nan], until: -1).isEmpty)
    #expect(frame.visibleSteps(times: [0.5], values: [.nan], until: 1) == [0])
  }

  private func drawn(_ curves: [PlotCurve], _ frame: PlotFrame) -> Grid {
    var grid = Grid(Size(columns: 130, rows: 34))
    let plot = StepPlot(frame: frame)
    let omissions = plot.draw(curves, on: &grid)
    let unplaced = plot.drawNames(curves, in: grid.bounds, on: &grid)
    grid.write("\(omissions) \(unplaced)", x: 0, y: 33)
    return grid
  }
}

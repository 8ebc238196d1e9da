import TerminalGrid

/// The axes of the plot, their labels, and the guide lines behind the curves.
struct AxesPanel {
  let state: DashboardState
  let layout: PlotLayout

  private var charset: Charset { state.options.charset }
  private var plot: Rect { layout.frame.area }

  func draw(on grid: inout Grid) {
    drawShares(on: &grid)
    drawTimes(on: &grid)
    drawLandmark(on: &grid)
  }

  private func drawShares(on grid: inout Grid) {
    let frame = layout.frame
    let x = plot.x - 1
    grid.verticalLine(x: x, y: plot.y, length: plot.height, style: Style(.axis), charset: charset)
    let shares = Ticks.shares(floor: frame.floor, ceiling: frame.ceiling, rows: plot.height)
    for share in shares {
      let (y, level) = (frame.height(of: share).row, frame.height(of: share).level)
      grid[x - 1, y] = Cell(charset.line(at: level), Style(.axis))
      let label = NumberText.short(share * 100, decimals: 0) + "%"
      grid.write(label, in: Rect(x: x - 6, y: y, width: 5, height: 1), .right, style: Style(.muted))
      // Beside the dotted edges of bands, dotted guides would be taken for more of them.
      guard share > frame.floor, share < frame.ceiling, !state.options.showsIntervals else { continue }
      for column in stride(from: plot.x + 2, to: plot.maxX, by: 4) {
        grid[column, y] = Cell(charset.dot(at: level), Style(.grid, dim: true))
      }
    }
  }

  private func drawTimes(on grid: inout Grid) {
    let y = layout.axis.y
    // A broken corner where the axis does not start at zero.
    let isBroken = layout.frame.floor > 0
    grid.horizontalLine(x: plot.x, y: y, length: plot.width, style: Style(.axis), charset: charset)
    grid[plot.x - 1, y] = Cell(
      isBroken ? (charset == .unicode ? "≈" : "~") : charset.bottomLeft, Style(.axis))
    // The unit stands where the labels begin, for the title may be too long to name it.
    let unit = state.timeDisplay.name
    let margin = plot.x - 2 - layout.axis.x
    if unit.columns <= margin {
      grid.write(
        unit, in: Rect(x: layout.axis.x, y: y + 1, width: margin, height: 1), .right, style: Style(.muted))
    }
    for tick in layout.ticks {
      let column = layout.frame.column(of: tick)
      grid[column, y] = Cell(charset.teeDown, Style(.axis))
      let label = NumberText.short(tick)
      grid.write(label, x: column - label.count / 2, y: y + 1, style: Style(.muted))
    }
  }

  /// A faint line at the time at which the estimates below are read.
  private func drawLandmark(on grid: inout Grid) {
    guard let landmark = state.snapshot?.question.landmark, state.crosshair == nil, landmark > 0,
      landmark <= layout.frame.horizon
    else { return }
    let column = layout.frame.column(of: landmark)
    for row in plot.y..<plot.maxY {
      grid[column, row] = Cell(charset.guide, Style(.grid, dim: true))
    }
  }
}

import Analysis
import Report
import Session
import TerminalGrid

/// The axes of the plot with what they mean, their labels, and the guide lines behind the curves.
struct AxesPanel {
  let state: DashboardState
  let scene: Scene

  private var charset: Charset { state.charset }
  private var layout: CurvesLayout { scene.layout }
  private var plot: Rect { layout.frame.area }

  func draw(on grid: inout Grid) {
    drawMeaning(on: &grid)
    drawShares(on: &grid)
    drawTimes(on: &grid)
    drawReadingTime(on: &grid)
  }

  private func drawMeaning(on grid: inout Grid) {
    let area = layout.yTitle
    for (line, text) in layout.yTitleLines.enumerated() {
      grid.write(
        text, in: Rect(x: area.x, y: area.y + line, width: area.width, height: 1), .right,
        style: Style(.muted))
    }
    guard layout.yTitleLines.isEmpty else { return }
    let (floor, ceiling) = (layout.frame.floor, layout.frame.ceiling)
    let isFitted = layout.isFittedByNeed && (floor > 0 || ceiling < 1)
    let fitted = isFitted ? "axis \(percent(floor)) to \(percent(ceiling))" : ""
    let text = [scene.yTitle, fitted].filter { !$0.isEmpty }.joined(separator: charset.separator)
    grid.write(charset.spelled(text), in: layout.yTitle, style: Style(.muted), ellipsis: charset.ellipsis)
  }

  private func percent(_ share: Double) -> String { NumberText.short(share * 100, decimals: 0) + "%" }

  private func drawShares(on grid: inout Grid) {
    let frame = layout.frame
    let x = plot.x - 1
    grid.verticalLine(x: x, y: plot.y, length: plot.height, style: Style(.axis), charset: charset)
    for share in Ticks.shares(floor: frame.floor, ceiling: frame.ceiling, rows: plot.height) {
      let height = frame.height(of: share)
      grid[x - 1, height.row] = Cell(charset.line(at: height.level), Style(.axis))
      grid.write(
        percent(share), in: Rect(x: x - 6, y: height.row, width: 5, height: 1), .right, style: Style(.muted))
      // Beside the dotted edges of bands, dotted guides would be taken for more of them.
      guard share > frame.floor, share < frame.ceiling, !state.display.showsIntervals else { continue }
      for column in stride(from: plot.x + 2, to: plot.maxX, by: 4) {
        grid[column, height.row] = Cell(charset.dot(at: height.level), Style(.grid, dim: true))
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
    let labels = layout.axis.maxY - 1
    drawHeadings(on: &grid)
    for tick in layout.ticks {
      let column = layout.frame.column(of: tick)
      grid[column, y] = Cell(charset.teeDown, Style(.axis))
      let label = NumberText.short(tick)
      grid.write(label, x: column - label.count / 2, y: labels, style: Style(.muted))
    }
  }

  /// The unit stands where the labels begin, at every size; what the numbers below them are, where there is no line
  /// for it.
  private func drawHeadings(on grid: inout Grid) {
    let axis = layout.axis
    func write(_ text: String, y: Int) {
      let area = Rect(x: axis.x, y: y, width: plot.x - 2 - axis.x, height: 1)
      grid.write(text, in: area, .right, style: Style(.muted), ellipsis: charset.ellipsis)
    }
    if layout.hasOneAxisRow { return write(scene.atRisk.axisHeadingWithUnit, y: axis.y) }
    write(scene.report.time.name, y: layout.isHeadingInAxis ? axis.y : axis.maxY - 1)
    if layout.isHeadingInAxis { write(scene.atRisk.axisHeading, y: axis.maxY - 1) }
  }

  /// A faint line at the time at which the estimates below are read.
  private func drawReadingTime(on grid: inout Grid) {
    guard let recorded = scene.report.curves.readingTime, state.display.crosshair == nil else { return }
    let time = scene.report.time.shown(recorded)
    guard time > 0, time <= layout.frame.horizon else { return }
    let column = layout.frame.column(of: time)
    for row in plot.y..<plot.maxY { grid[column, row] = Cell(charset.guide, Style(.grid, dim: true)) }
  }
}

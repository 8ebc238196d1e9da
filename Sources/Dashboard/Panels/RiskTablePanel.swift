import SurvivalStatistics
import TerminalGrid

/// Numbers at risk under the ticks of the plot, one block a stratum in the order and style of the curves.
///
/// At risk at a tick are those observed up to it at least: entered before, neither failed nor censored before.
struct RiskTablePanel {
  let state: DashboardState
  let layout: PlotLayout
  let snapshot: Snapshot
  let display: TimeDisplay

  private var charset: Charset { state.options.charset }

  func draw(on grid: inout Grid) {
    let area = layout.riskTable
    grid.write(heading, x: area.x, y: area.y, style: Style(.muted))
    let times = layout.ticks.map(display.recorded)
    var y = area.y + 1
    let arms = snapshot.analysis.arms
    let hasRoom = layout.armLimit >= arms.count
    for arm in arms.prefix(hasRoom ? arms.count : layout.armLimit - 1) {
      draw(arm, RiskTable(arm.table, at: times), y: y, on: &grid)
      y += layout.rowsPerArm
    }
    if !hasRoom {
      grid.write(
        "\(charset.ellipsis) \(arms.count - layout.armLimit + 1) more", x: area.x, y: y,
        style: Style(.warning))
    }
  }

  private var heading: String {
    switch layout.rowsPerArm {
    case 1: "at risk"
    case 2: "at risk, events so far"
    default: "at risk, events and censored so far"
    }
  }

  private func draw(_ arm: CurveAnalysis.Arm, _ table: RiskTable, y: Int, on grid: inout Grid) {
    let label = Rect(x: layout.riskTable.x, y: y, width: layout.labelWidth, height: 1)
    var style = Style(.series(arm.series))
    if snapshot.analysis.curves.first?.cause != nil,
      snapshot.analysis.curves.count != snapshot.analysis.arms.count
    {
      style = Style(.text)
    } else {
      let mark = state.activeTheme.mark(series: arm.series)
      grid[label.x, y] = Cell(mark.glyph(charset), style)
    }
    grid.write(charset.spelled(arm.label), in: label.inset(left: 2), style: style, ellipsis: charset.ellipsis)
    numbers(table.atRisk, y: y, style: style, on: &grid)
    if layout.rowsPerArm > 1 {
      row("events", table.cumulativeEventsOfAnyCause, y: y + 1, on: &grid)
    }
    if layout.rowsPerArm > 2 { row("censored", table.cumulativeCensored, y: y + 2, on: &grid) }
  }

  private func row(_ name: String, _ counts: [Int], y: Int, on grid: inout Grid) {
    let label = Rect(x: layout.riskTable.x, y: y, width: layout.labelWidth, height: 1)
    grid.write(name, in: label.inset(left: 3), style: Style(.muted), ellipsis: charset.ellipsis)
    numbers(counts, y: y, style: Style(.muted), on: &grid)
  }

  private func numbers(_ counts: [Int], y: Int, style: Style, on grid: inout Grid) {
    for (tick, count) in zip(layout.ticks, counts) {
      let text = String(count)
      grid.write(text, x: layout.frame.column(of: tick) - text.count / 2, y: y, style: style)
    }
  }
}

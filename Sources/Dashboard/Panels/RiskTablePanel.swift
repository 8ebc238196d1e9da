import Report
import Session
import TerminalGrid

/// Numbers at risk under the ticks of the plot, one block an arm in the order and style of the curves.
struct RiskTablePanel {
  let state: DashboardState
  let scene: Scene

  private var charset: Charset { state.charset }
  private var layout: CurvesLayout { scene.layout }

  func draw(on grid: inout Grid) {
    let area = layout.riskTable
    let width = (layout.isOneBlock ? layout.estimates.x - 1 : area.maxX) - area.x
    let isShort = layout.rowsPerArm == 1 && scene.ask.display.riskRows != .atRisk
    var y = area.y
    if !layout.isHeadingInAxis {
      let heading =
        layout.rowsPerArm > 1
        ? scene.atRisk.heading : isShort ? NumbersAtRisk.atRiskOnly : NumbersAtRisk.atRisk
      grid.write(
        heading.text(fitting: width) { $0.columns }, in: Rect(x: area.x, y: y, width: width, height: 1),
        style: Style(.muted), ellipsis: charset.ellipsis)
      y += 1
    }
    let blocks = scene.atRisk.blocks
    let isWhole = layout.armLimit >= blocks.count
    // Cut alike, so that arms differ by what is left of them.
    let names = blocks.map(\.name).texts(fitting: layout.labelWidth - 2) { charset.spelled($0).columns }
    for (block, name) in zip(blocks, names).prefix(isWhole ? blocks.count : layout.armLimit - 1) {
      draw(block, named: name, y: y, on: &grid)
      y += layout.rowsPerArm
    }
    if !isWhole {
      let more = blocks.count - layout.armLimit + 1
      grid.write("\(charset.ellipsis) \(more) more", x: area.x, y: y, style: Style(.warning))
    }
  }

  private func draw(_ block: NumbersAtRisk.Block, named name: String, y: Int, on grid: inout Grid) {
    for (offset, row) in shown(block).enumerated() {
      let line = Rect(x: layout.riskTable.x, y: y + offset, width: layout.labelWidth, height: 1)
      if offset == 0 {
        let style = block.series.map { Style(.series($0)) } ?? Style(.text)
        if let series = block.series {
          grid[line.x, line.y] = Cell(state.theme.mark(series: series).glyph(charset), style)
        }
        grid.write(charset.spelled(name), in: line.inset(left: 2), style: style, ellipsis: charset.ellipsis)
        numbers(row.counts, y: line.y, style: style, on: &grid)
      } else {
        let label = row.labels.first { $0.columns <= line.width - 3 } ?? row.labels.last ?? ""
        grid.write(label, in: line.inset(left: 3), style: Style(.muted), ellipsis: charset.ellipsis)
        numbers(row.counts, y: line.y, style: Style(.muted), on: &grid)
      }
    }
  }

  /// The rows of an arm that there is room for.
  private func shown(_ block: NumbersAtRisk.Block) -> [NumbersAtRisk.Row] {
    Array(block.rows.prefix(layout.rowsPerArm))
  }

  private func numbers(_ counts: [Int], y: Int, style: Style, on grid: inout Grid) {
    for (tick, count) in zip(layout.ticks, counts) {
      let text = String(count)
      grid.write(text, x: layout.frame.column(of: tick) - text.count / 2, y: y, style: style)
    }
  }
}

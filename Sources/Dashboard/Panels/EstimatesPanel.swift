import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// One line a curve: patients, events, the estimate at the reading time or the cross-hair, median, follow-up.
struct EstimatesPanel {
  let state: DashboardState
  let scene: Scene

  private var charset: Charset { state.charset }
  private var layout: CurvesLayout { scene.layout }

  func draw(on grid: inout Grid) {
    let area = layout.estimates
    let placed = placed
    let columns = placed.columns
    draw(columns.map(\.heading), columns, y: area.y, on: &grid) { _ in Style(.muted) }
    let isWhole = layout.curveLimit >= placed.rows.count
    let rows = placed.rows.prefix(isWhole ? placed.rows.count : layout.curveLimit - 1)
    for (line, row) in rows.enumerated() {
      // Beside the numbers at risk an arm's estimate stands in the arm's first line.
      let y = area.y + 1 + (layout.isOneBlock ? line * layout.rowsPerArm : line)
      let style = row.series.map { Style(.series($0)) } ?? Style(.text)
      draw(columns.map { $0.cells[line] }, columns, y: y, on: &grid) { column in
        columns[column].index == nil || layout.isOneBlock
          ? style : Style(.text, bold: column == placed.estimateColumn)
      }
      if !layout.isOneBlock, let series = row.series {
        grid.write(
          sample(series), x: area.x, y: y, style: style)
      }
    }
    // In one block the risk table says how many there are more.
    if !isWhole, !layout.isOneBlock {
      let more = placed.rows.count - rows.count
      grid.write("\(charset.ellipsis) \(more) more", x: area.x, y: area.maxY - 1, style: Style(.warning))
    }
  }

  /// A piece of the row's line, or of its area.
  private func sample(_ series: Int) -> String {
    let columns = PlacedEstimates.sampleWidth
    guard !scene.areas.isEmpty else {
      return state.theme.mark(series: series).sample(columns: columns, charset)
    }
    let texture = scene.areas.first { $0.edge.style.foreground == .series(series) }?.texture
    return String(repeating: texture ?? " ", count: columns)
  }

  /// Read at the cross-hair where there is one.
  private var placed: PlacedEstimates {
    guard let crosshair = state.display.crosshair else { return scene.estimates }
    return PlacedEstimates(scene.report, at: crosshair, in: layout, charset: charset)
  }

  private func draw(
    _ cells: [String], _ columns: [Table.Layout.Column], y: Int, on grid: inout Grid, style: (Int) -> Style
  ) {
    var x = layout.estimates.x
    for (index, (text, column)) in zip(cells, columns).enumerated() {
      let isName = column.index == nil && !layout.isOneBlock
      let width = min(column.width, layout.estimates.maxX - x)
      let inset = isName ? PlacedEstimates.sampleWidth + 1 : 0
      grid.write(
        charset.spelled(text), in: Rect(x: x + inset, y: y, width: width - inset, height: 1),
        column.isNumber ? .right : .left, style: style(index), ellipsis: charset.ellipsis)
      x += column.width + 2
    }
  }
}

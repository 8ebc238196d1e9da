import SurvivalStatistics
import TerminalGrid

/// The curves themselves, and the cross-hair over them.
struct PlotPanel {
  let state: DashboardState
  let layout: PlotLayout
  let snapshot: Snapshot
  let display: TimeDisplay

  func draw(on grid: inout Grid) {
    let curves = snapshot.analysis.curves.map(plotted)
    let plot = StepPlot(
      frame: layout.frame, charset: state.options.charset, showsCensorings: state.options.showsCensorings)
    plot.draw(curves, on: &grid)
    drawCrosshair(on: &grid)
    if snapshot.analysis.curves.count > 1 { plot.drawLabels(curves, in: layout.labels, on: &grid) }
  }

  private func plotted(_ curve: AnalysedCurve) -> PlotCurve {
    let table = snapshot.analysis.arms[curve.arm].table
    let steps = curve.times.indices.map { step in
      PlotCurve.Step(
        display.shown(curve.times[step]), curve.values[step], lower: curve.band.lower[step],
        upper: curve.band.upper[step], isFaint: curve.isFaint[step])
    }
    let censorings = table.times.indices.filter { table.censored[$0] > 0 }.map {
      display.shown(table.times[$0])
    }
    return PlotCurve(
      label: state.options.charset.spelled(curve.label), start: curve.cause == nil ? 1 : 0, steps: steps,
      end: curve.end.map { display.shown($0.time) } ?? -1, censorings: censorings,
      style: Style(.series(curve.series)),
      dash: state.activeTheme.mark(series: curve.series).dash,
      band: state.options.showsIntervals ? .band(curve.series) : nil)
  }

  /// A column of its own, standing in the gaps between the curves so that it hides none of them.
  private func drawCrosshair(on grid: inout Grid) {
    guard let time = state.crosshair, time <= layout.frame.horizon else { return }
    let column = layout.frame.column(of: time)
    let area = layout.frame.area
    let charset = state.options.charset
    for row in area.y..<area.maxY where [" ", charset.dot].contains(grid[column, row].glyph) {
      grid[column, row] = Cell(charset.vertical, Style(.accent))
    }
    grid[column, layout.axis.y] = Cell(charset.up, Style(.accent, bold: true))
  }
}

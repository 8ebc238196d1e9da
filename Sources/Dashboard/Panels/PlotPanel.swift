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
    let plot = StepPlot(frame: layout.frame, showsCensorings: state.options.showsCensorings)
    _ = plot.draw(curves, on: &grid)
    drawCrosshair(on: &grid)
    if curves.count > 1 { _ = plot.drawNames(curves, in: layout.labels, on: &grid) }
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
    let mark = state.activeTheme.mark(series: curve.series)
    return PlotCurve(
      label: state.options.charset.spelled(curve.label), start: curve.cause == nil ? 1 : 0, steps: steps,
      end: curve.end.map { display.shown($0.time) } ?? -1, censorings: censorings,
      style: Style(.series(curve.series)),
      dash: mark.dash,
      mark: snapshot.analysis.curves.count > 1 ? mark.glyph(state.options.charset) : nil,
      band: state.options.showsIntervals ? .band(curve.series) : nil)
  }

  /// Marks where the curves are at the cross-hair's time, and the time on the axis.
  ///
  /// A full-height line would have to be sent over the wire at every step; the places it is read at are enough.
  private func drawCrosshair(on grid: inout Grid) {
    guard let time = state.crosshair, time <= layout.frame.horizon else { return }
    let column = layout.frame.column(of: time)
    for curve in snapshot.analysis.curves {
      guard case .estimate(let value, _) = curve.reading(at: display.recorded(time)) else { continue }
      let row = layout.frame.row(of: value)
      let mark = state.activeTheme.mark(series: curve.series).glyph(state.options.charset)
      grid[column, row] = Cell(mark, Style(.series(curve.series), bold: true, reverse: true))
    }
    grid[column, layout.axis.y] = Cell(state.options.charset.up, Style(.accent, bold: true, reverse: true))
  }
}

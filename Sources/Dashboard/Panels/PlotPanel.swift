import Analysis
import CohortModel
import Report
import Session
import SurvivalStatistics
import TerminalGrid

/// The curves themselves, and the cross-hair over them.
struct PlotPanel {
  let state: DashboardState
  let scene: Scene

  /// Draws, and returns what found no room.
  func draw(on grid: inout Grid) -> [PlotOmission] {
    if !scene.areas.isEmpty { return drawAreas(on: &grid) }
    var omissions: [PlotOmission] = []
    let curves = marked
    let plot = StepPlot(frame: scene.layout.frame, showsCensorings: state.display.showsCensorings)
    if plot.draw(curves, on: &grid).hasThinnedCensorings { omissions.append(.censorMarks) }
    drawCrosshair(on: &grid)
    if curves.count > 1, !plot.drawNames(curves, in: scene.layout.labels, on: &grid).isEmpty {
      omissions.append(.names)
    }
    return omissions
  }

  private func drawAreas(on grid: inout Grid) -> [PlotOmission] {
    let plot = AreaPlot(frame: scene.layout.frame)
    plot.draw(scene.areas, on: &grid)
    drawCrosshair(on: &grid)
    return plot.drawNames(scene.areas, in: scene.layout.labels, on: &grid).isEmpty ? [] : [.names]
  }

  /// The curves with dash and mark of the theme; one alone has nothing to be told apart from.
  private var marked: [PlotCurve] {
    guard scene.curves.count > 1 else { return scene.curves }
    return zip(scene.curves, scene.series).map { curve, series in
      var curve = curve
      let mark = state.theme.mark(series: series)
      (curve.dash, curve.mark) = (mark.dash, mark.glyph(state.charset))
      return curve
    }
  }

  /// Marks where the curves are at the cross-hair's time, and the time on the axis.
  ///
  /// A full-height line would have to be sent over the wire at every step; the places it is read at are enough.
  private func drawCrosshair(on grid: inout Grid) {
    guard let crosshair = state.display.crosshair else { return }
    let (frame, report) = (scene.layout.frame, scene.report)
    let time = crosshair.value(in: scene.ask.unit)
    guard time <= frame.horizon else { return }
    let column = frame.column(of: time)
    // The edge of an area is as high as all below it.
    var below = 0.0
    for (curve, series) in zip(report.curves.curves, scene.series) {
      guard case .estimate(let value, _, _) = curve.reading(at: report.time.recorded(time)) else { continue }
      let mark = state.theme.mark(series: series).glyph(state.charset)
      let height = below + value.value
      if !scene.areas.isEmpty { below = height }
      grid[column, frame.row(of: height)] = Cell(mark, Style(.series(series), bold: true, reverse: true))
    }
    let style = Style(.accent, bold: true, reverse: true)
    let axis = scene.layout.axis.y
    guard scene.layout.hasOneAxisRow, isNumber(grid[column, axis].glyph) else {
      grid[column, axis] = Cell(state.charset.up, style)
      return
    }
    // An arrow in the place of a digit would make the time at the tick another.
    grid[column, axis].style = style
    if grid[column, axis - 1].glyph == " " { grid[column, axis - 1] = Cell(state.charset.up, style) }
  }

  private func isNumber(_ glyph: Character) -> Bool { glyph.isNumber || glyph == "." }
}

extension StepPlot {
  /// Shades the confidence band of a single curve; of several, whose bands overlap, only the edges are dotted, each
  /// broken like its curve.
  func drawBands(_ curves: [PlotCurve], _ paths: [CurvePath], on grid: inout Grid) {
    let isAlone = curves.count { $0.band != nil } == 1
    for (curve, path) in zip(curves, paths) where curve.band != nil {
      for (offset, column) in path.columns.enumerated() {
        guard let lower = column.step.lower, let upper = column.step.upper, lower <= upper else { continue }
        let x = frame.area.x + offset
        let (top, foot) = (frame.height(of: upper), frame.height(of: lower))
        if isAlone { shade(x, from: top, to: foot, curve.band, on: &grid) }
        guard isAlone || curve.dash.isDrawn(offset) else { continue }
        for edge in [top, foot] where grid[x, edge.row].glyph == " " {
          let background = grid[x, edge.row].style.background
          grid[x, edge.row] = Cell(
            charset.dots(at: edge.level), Style(curve.style.foreground, on: background))
        }
      }
    }
  }

  /// Shades the rows of which the band takes the larger part.
  private func shade(
    _ column: Int, from top: PlotHeight, to foot: PlotHeight, _ band: Role?, on grid: inout Grid
  ) {
    let first = top.level == .lower ? top.row + 1 : top.row
    let last = foot.level == .upper ? foot.row - 1 : foot.row
    guard first <= last else { return }
    for row in first...last { grid[column, row].style.background = band }
  }
}

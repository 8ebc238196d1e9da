extension StepPlot {
  /// Writes each curve's name behind its end where there is free space, inside `area` (the plot and its margin).
  ///
  /// A name whose place is taken moves a row up or down; where it finds none it is left to the legend.
  package func drawLabels(_ curves: [PlotCurve], in area: Rect, on grid: inout Grid) {
    for curve in curves where !curve.label.isEmpty {
      let width = curve.label.columns
      let value = curve.steps.last { $0.time <= min(curve.end, frame.horizon) }?.value ?? curve.start
      let row = frame.row(of: value)
      let end = min(frame.area.maxX - 1, frame.column(of: min(curve.end, frame.horizon)))
      let x = min(end + 2, area.maxX - width)
      guard x > frame.area.x else { continue }
      let free = [0, -1, 1].first { offset in
        let y = row + offset
        // Beside its own line there may be nothing else; it must not be mistaken for another curve's name.
        return y >= area.y && y < area.maxY
          && ((x - 1)..<(x + width)).allSatisfy { isFree(grid[$0, y]) } && (x > end || offset != 0)
      }
      if let free { grid.write(curve.label, x: x, y: row + free, style: curve.style) }
    }
  }

  private func isFree(_ cell: Cell) -> Bool { cell.glyph == " " || cell.glyph == charset.dot }
}

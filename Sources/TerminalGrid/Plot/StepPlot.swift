/// Draws step curves into a frame, with confidence bands, censor marks and labels at their ends.
///
/// A column shows the curve at its own time, so the value above a tick is the value at that tick; what happens
/// between two columns is one vertical line. Where curves lie on top of each other they take turns column by column,
/// and where they cross the crossing is drawn, so that neither hides the other.
package struct StepPlot {
  package var frame: PlotFrame
  package var charset: Charset
  package var showsCensorings: Bool

  package init(frame: PlotFrame, charset: Charset, showsCensorings: Bool = true) {
    (self.frame, self.charset, self.showsCensorings) = (frame, charset, showsCensorings)
  }

  /// One curve's piece in one cell.
  private struct Stroke {
    var curve: Int
    var arms: Arms
    var isFaint: Bool
  }

  /// The cells of the area, row by row, with the strokes in each.
  private typealias Strokes = [[Stroke]]

  package func draw(_ curves: [PlotCurve], on grid: inout Grid) {
    guard !frame.area.isEmpty else { return }
    grid.clipped(to: frame.area) { grid in
      drawBands(curves, on: &grid)
      let strokes = strokes(of: curves)
      drawLines(curves, strokes, on: &grid)
      if showsCensorings { drawCensorings(curves, strokes, on: &grid) }
    }
  }

  /// The last column a curve reaches.
  private func lastColumn(of curve: PlotCurve) -> Int {
    min(frame.area.maxX - 1, frame.area.x + Int(clamping: frame.position(of: curve.end).rounded(.up)))
  }

  // MARK: Lines

  private func strokes(of curves: [PlotCurve]) -> Strokes {
    var strokes = Strokes(repeating: [], count: frame.area.width * frame.area.height)
    for (index, curve) in curves.enumerated() {
      let samples = samples(of: curve)
      for (offset, sample) in samples.enumerated() {
        let column = frame.area.x + offset
        let row = frame.row(of: sample.value)
        let before = offset > 0 ? frame.row(of: samples[offset - 1].value) : row
        let isLast = offset == samples.count - 1
        add(
          column, before, row, isFirst: offset == 0, isLast: isLast && offset > 0, index, sample.isFaint,
          to: &strokes)
      }
    }
    return strokes
  }

  /// Adds a curve's pieces in one column, where it comes in at row `before` and leaves at `row`.
  private func add(
    _ column: Int, _ before: Int, _ row: Int, isFirst: Bool, isLast: Bool, _ curve: Int, _ isFaint: Bool,
    to strokes: inout Strokes
  ) {
    var arms: [(Int, Arms)] = []
    if before == row {
      arms.append((row, isFirst ? .right : isLast ? .left : .horizontal))
    } else {
      let falls = row > before
      arms.append((before, [.left, falls ? .down : .up]))
      for between in (min(before, row) + 1)..<max(before, row) { arms.append((between, .vertical)) }
      arms.append((row, [falls ? .up : .down, .right]))
    }
    for (row, arms) in arms {
      let cell = (row - frame.area.y) * frame.area.width + column - frame.area.x
      strokes[cell].append(Stroke(curve: curve, arms: arms, isFaint: isFaint))
    }
  }

  /// The curve at the time of each column it reaches.
  private func samples(of curve: PlotCurve) -> [PlotCurve.Step] {
    let last = lastColumn(of: curve)
    guard curve.end >= 0, last >= frame.area.x else { return [] }
    var current = PlotCurve.Step(0, curve.start)
    var next = 0
    return (frame.area.x...last).map { column in
      let time =
        column == last ? min(max(curve.end, frame.time(at: column)), frame.horizon) : frame.time(at: column)
      // A hair of tolerance, so that a step at a tick is on that tick's column.
      while next < curve.steps.count, curve.steps[next].time <= time * (1 + 1e-12) {
        current = curve.steps[next]
        next += 1
      }
      return current
    }
  }

  private func drawLines(_ curves: [PlotCurve], _ strokes: Strokes, on grid: inout Grid) {
    for (cell, here) in strokes.enumerated() where !here.isEmpty {
      let (column, row) = (cell % frame.area.width, cell / frame.area.width)
      let isShared = here.count > 1 && here.allSatisfy { $0.arms == here[0].arms }
      // A vertical piece is short: it stays on top of the horizontals it crosses.
      let top =
        isShared
        ? here[column % here.count] : here.last { !$0.arms.isSubset(of: .horizontal) } ?? here[here.count - 1]
      let arms = isShared ? top.arms : here.reduce(into: Arms()) { $0.formUnion($1.arms) }
      let curve = curves[top.curve]
      let dash = arms == top.arms ? curve.dash : .solid
      var style = curve.style
      style.background = grid[frame.area.x + column, frame.area.y + row].style.background
      style.dim = style.dim || top.isFaint
      grid[frame.area.x + column, frame.area.y + row] = Cell(arms.glyph(dash, charset), style)
    }
  }

  // MARK: Censorings

  /// A mark on the curve in each column in which somebody was censored; in a crowd every other one.
  private func drawCensorings(_ curves: [PlotCurve], _ strokes: Strokes, on grid: inout Grid) {
    for (index, curve) in curves.enumerated() {
      let columns = Set(curve.censorings.map { frame.column(of: $0) })
      let last = lastColumn(of: curve)
      let isCrowded = columns.count * 3 > max(1, last - frame.area.x + 1)
      for column in columns.sorted() where column >= frame.area.x && column <= last {
        if isCrowded, (column - frame.area.x) % 3 != 1 { continue }
        for row in 0..<frame.area.height {
          let here = strokes[row * frame.area.width + column - frame.area.x]
          guard here.count == 1, here[0].curve == index, here[0].arms.isSubset(of: .horizontal) else {
            continue
          }
          grid[column, frame.area.y + row].glyph = "+"
        }
      }
    }
  }

  // MARK: Bands

  /// Shades the confidence band of a single curve; of several, whose bands overlap, only the edges are dotted.
  private func drawBands(_ curves: [PlotCurve], on grid: inout Grid) {
    let isAlone = curves.count { $0.band != nil } == 1
    for curve in curves {
      for span in bandSpans(curve) {
        if isAlone { for row in span.rows { grid[span.column, row].style.background = curve.band } }
        for edge in [span.rows.lowerBound, span.rows.upperBound] where grid[span.column, edge].glyph == " " {
          let background = grid[span.column, edge].style.background
          grid[span.column, edge] = Cell(
            charset.dot, Style(curve.style.foreground, on: background, dim: true))
        }
      }
    }
  }

  private func bandSpans(_ curve: PlotCurve) -> [(column: Int, rows: ClosedRange<Int>)] {
    guard curve.band != nil else { return [] }
    return samples(of: curve).enumerated().compactMap { offset, sample in
      guard let lower = sample.lower, let upper = sample.upper, lower <= upper else { return nil }
      return (frame.area.x + offset, frame.row(of: upper)...frame.row(of: lower))
    }
  }
}

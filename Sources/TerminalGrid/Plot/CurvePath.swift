/// The way of one curve through the columns of a frame.
///
/// A column shows the curve at its own time, so the value above a tick is the value at that tick; all that happens
/// since the column before is one upright piece, from the highest to the lowest value in between.
struct CurvePath {
  /// What the curve does in one column.
  struct Column: Hashable {
    /// The heights at which it comes from the left and goes on to the right.
    var enters: PlotHeight
    var leaves: PlotHeight
    /// The heights it reaches in between.
    var top: PlotHeight
    var foot: PlotHeight
    /// The step that holds at the column's time.
    var step: PlotCurve.Step
    /// Whether the dash leaves this column blank.
    var isBlank = false

    var isLevel: Bool { top == foot }
  }

  /// From the first column of the frame to the last that the curve reaches.
  private(set) var columns: [Column] = []

  init(_ curve: PlotCurve, in frame: PlotFrame) {
    let last = frame.lastColumn(until: curve.end)
    guard last >= frame.area.x, !frame.area.isEmpty else { return }
    var step = PlotCurve.Step(0, curve.start)
    var next = 0
    for column in frame.area.x...last {
      let time = frame.latestTime(in: column, until: curve.end)
      var (lowest, highest) = (Double.infinity, -Double.infinity)
      while next < curve.steps.count, curve.steps[next].time <= time {
        step = curve.steps[next]
        // What is no number is drawn at the foot.
        let value = step.value.isNaN ? -.infinity : step.value
        (lowest, highest) = (min(lowest, value), max(highest, value))
        next += 1
      }
      let leaves = frame.height(of: step.value)
      guard let enters = columns.last?.leaves else {
        columns.append(Column(enters: leaves, leaves: leaves, top: leaves, foot: leaves, step: step))
        continue
      }
      let (top, foot) =
        lowest > highest ? (leaves, leaves) : (frame.height(of: highest), frame.height(of: lowest))
      columns.append(
        Column(
          enters: enters, leaves: leaves, top: min(enters, top), foot: max(enters, foot), step: step))
    }
    breakLine(curve.dash)
  }

  /// Leaves out what the dash leaves out of each level stretch, but never its first or last column: however short
  /// a stretch is, it is seen, and where it ends as well.
  private mutating func breakLine(_ dash: Dash) {
    var start = 0
    for index in columns.indices {
      let isFaint = columns[index].step.isFaint
      if !columns[index].isLevel {
        start = index + 1
      } else if index > start, isFaint != columns[index - 1].step.isFaint {
        start = index
      }
      let isLast = index + 1 == columns.count || !columns[index + 1].isLevel
      guard columns[index].isLevel, index > start, !isLast else { continue }
      columns[index].isBlank = isFaint ? (index - start) % 3 != 0 : !dash.isDrawn(index - start)
    }
  }
}

/// Where a plot's coordinates lie on the grid: time from 0 at the left edge to `horizon` at the right, a share from
/// `floor` at the foot of the bottom row to `ceiling` at the top of the top row.
///
/// The risk table takes its columns from the same frame, so that its numbers stand under the ticks they belong to.
package struct PlotFrame: Hashable, Sendable {
  package var area: Rect
  package var horizon: Double
  package var floor: Double
  package var ceiling: Double
  /// What lines are drawn with, and so which heights there are.
  package var charset: Charset

  package init(
    area: Rect, horizon: Double, floor: Double = 0, ceiling: Double = 1, charset: Charset = .unicode
  ) {
    (self.area, self.horizon) = (area, horizon > 0 && horizon.isFinite ? horizon : 1)
    (self.floor, self.ceiling) = (floor, ceiling > floor ? ceiling : floor + 1)
    self.charset = charset
  }

  // MARK: Times and columns

  /// The column nearest to a time; may lie outside of the area, but never far.
  package func column(of time: Double) -> Int {
    area.x + Int(position(of: time).rounded())
  }

  /// The time that a column stands for.
  package func time(at column: Int) -> Double {
    area.width > 1 ? horizon * Double(column - area.x) / Double(area.width - 1) : 0
  }

  /// Columns from the left edge, in fractions.
  func position(of time: Double) -> Double {
    let position = time / horizon * Double(max(0, area.width - 1))
    // Far beyond the frame is outside, however far; what is no time is at its left edge.
    return position.isNaN ? 0 : min(max(position, -2), Double(area.width) + 2)
  }

  /// The last column that observation until `end` reaches; before the area where there was none.
  func lastColumn(until end: Double) -> Int {
    guard end >= 0 else { return area.x - 1 }
    return min(area.maxX - 1, area.x + Int(position(of: end).rounded(.up)))
  }

  /// The time up to which a column shows what happened: its own, and in the last column all that was observed.
  ///
  /// A hair of tolerance keeps a step at a tick on that tick's column.
  func latestTime(in column: Int, until end: Double) -> Double {
    let time = time(at: column)
    return (column < lastColumn(until: end) ? time : min(max(end, time), horizon)) * (1 + 1e-12)
  }

  // MARK: Shares and heights

  /// The row in which a share is drawn; always inside of the area.
  package func row(of share: Double) -> Int { height(of: share).row }

  /// The height nearest to a share, of those at which its row can have a line; always inside of the area.
  ///
  /// In Unicode it is at most 7/32 of a row off, in ASCII 1/5: at most 1 point of 100 where the plot has 22 rows,
  /// 2 where it has 12.
  package func height(of share: Double) -> PlotHeight {
    let depth = depth(of: share)
    let row = min(max(0, Int(depth)), max(0, area.height - 1))
    func distance(_ level: PlotHeight.Level) -> Double { abs(Double(row) + charset.depth(of: level) - depth) }
    var nearest = PlotHeight.Level.upper
    if distance(.middle) < distance(nearest) { nearest = .middle }
    if distance(.lower) < distance(nearest) { nearest = .lower }
    return PlotHeight(row: area.y + row, nearest)
  }

  /// The share for which a line at a height stands.
  package func share(at height: PlotHeight) -> Double { share(atDepth: depth(of: height)) }

  /// The shares over which a drawn cell of a curve reaches, or `nil` where the glyph draws no line.
  ///
  /// A level piece stands for one share; a corner or an upright piece reaches from one to another. This is what a
  /// reader sees, so a drawing can be checked against the estimate.
  package func shares(drawnBy glyph: Character, inRow row: Int) -> ClosedRange<Double>? {
    let levels: (PlotHeight.Level, PlotHeight.Level)
    if let level = PlotHeight.Level.allCases.first(where: { charset.line(at: $0) == glyph }) {
      levels = (level, level)
    } else if let strokes = ([Strokes.vertical] + (1...15).map(Strokes.init)).first(where: {
      $0.glyph(charset) == glyph
    }) {
      levels = (
        strokes.contains(.up) ? .upper : .middle, strokes.contains(.down) ? .lower : .middle
      )
    } else {
      return nil
    }
    return share(at: PlotHeight(row: row, levels.1))...share(at: PlotHeight(row: row, levels.0))
  }

  /// The frame's heights lie between the middles of the topmost and the lowest piece that a row can have.
  private static let margin = 1.0 / 16

  /// Rows from the top of the area down to a share, in fractions.
  private func depth(of share: Double) -> Double {
    let fraction = (ceiling - share) / (ceiling - floor)
    let length = max(0, Double(area.height) - 2 * Self.margin)
    return Self.margin + length * (fraction.isNaN ? 1 : min(max(fraction, 0), 1))
  }

  private func depth(of height: PlotHeight) -> Double {
    Double(height.row - area.y) + charset.depth(of: height.level)
  }

  private func share(atDepth depth: Double) -> Double {
    let length = max(Self.margin, Double(area.height) - 2 * Self.margin)
    return ceiling - (depth - Self.margin) / length * (ceiling - floor)
  }
}

/// Where a plot's coordinates lie on the grid: time from 0 at the left edge to `horizon` at the right, a share from
/// `floor` at the bottom row to `ceiling` at the top.
///
/// The risk table takes its columns from the same frame, so that its numbers stand under the ticks they belong to.
package struct PlotFrame: Hashable, Sendable {
  package var area: Rect
  package var horizon: Double
  package var floor: Double
  package var ceiling: Double

  package init(area: Rect, horizon: Double, floor: Double = 0, ceiling: Double = 1) {
    (self.area, self.horizon) = (area, horizon > 0 && horizon.isFinite ? horizon : 1)
    (self.floor, self.ceiling) = (floor, ceiling > floor ? ceiling : floor + 1)
  }

  /// The column nearest to a time; may lie outside of the area.
  package func column(of time: Double) -> Int { area.x + Int(clamping: position(of: time).rounded()) }

  /// The time that a column stands for.
  package func time(at column: Int) -> Double {
    area.width > 1 ? horizon * Double(column - area.x) / Double(area.width - 1) : 0
  }

  /// The row nearest to a share, kept inside the area.
  package func row(of share: Double) -> Int {
    let height = Double(max(0, area.height - 1))
    let up = ((share - floor) / (ceiling - floor) * height).rounded()
    return area.y + Int(clamping: height - min(max(up, 0), height))
  }

  /// Columns from the left edge, in fractions.
  func position(of time: Double) -> Double {
    let position = time / horizon * Double(max(0, area.width - 1))
    // Far beyond the frame is outside, however far.
    return min(max(position, -2), Double(area.width) + 2)
  }
}

/// An axis from no difference to a difference of one, on which each is drawn in a line of its own.
package struct DifferenceAxis: Hashable, Sendable {
  package let x: Int
  package let width: Int
  package let charset: Charset

  package init(x: Int, width: Int, charset: Charset) {
    (self.x, self.width, self.charset) = (x, max(1, width), charset)
  }

  /// The column of a difference; the last for one beyond the end, the first for what is no number.
  package func column(of difference: Double) -> Int {
    guard difference > 0 else { return x }
    return x + Int((min(1, difference) * Double(width - 1)).rounded())
  }

  package func drawGuide(at difference: Double, y: Int, style: Style, on grid: inout Grid) {
    grid[column(of: difference), y] = Cell(charset.guide, style)
  }

  /// A mark at the difference; an arrow where it lies beyond the end.
  package func draw(_ difference: Double, y: Int, style: Style, on grid: inout Grid) {
    grid[column(of: difference), y] = Cell(difference > 1 ? charset.beyondRight : charset.estimate, style)
  }

  /// `0` and `1` at the ends, as many of `.25` and `.5` between them as do not touch.
  package func drawTicks(y: Int, style: Style, on grid: inout Grid) {
    var free = x
    grid.write("1", x: x + width - 1, y: y, style: style)
    for (difference, label) in [(0, "0"), (0.25, ".25"), (0.5, ".5")] {
      let start = max(x, column(of: difference) - label.columns / 2)
      guard start >= free, start + label.columns < x + width - 1 else { continue }
      grid.write(label, x: start, y: y, style: style)
      free = start + label.columns + 1
    }
  }
}

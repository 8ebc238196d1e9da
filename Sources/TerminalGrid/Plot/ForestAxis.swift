import Foundation

/// A logarithmic axis on which ratios are drawn, each with its interval in a line of its own.
package struct ForestAxis: Hashable, Sendable {
  package let x: Int
  package let width: Int
  /// The ratios at both ends.
  package let limits: ClosedRange<Double>
  package let charset: Charset

  /// - Parameter limits: above zero.
  package init(x: Int, width: Int, limits: ClosedRange<Double>, charset: Charset) {
    (self.x, self.width, self.limits, self.charset) = (x, max(1, width), limits, charset)
  }

  /// The column of a ratio; the first or the last for one that is beyond an end, or no number.
  package func column(of ratio: Double) -> Int {
    guard ratio > limits.lowerBound else { return x }
    guard ratio < limits.upperBound else { return x + width - 1 }
    let share = log(ratio / limits.lowerBound) / log(limits.upperBound / limits.lowerBound)
    return x + Int((share * Double(width - 1)).rounded())
  }

  /// The guide where nothing differs.
  package func drawGuide(y: Int, style: Style, on grid: inout Grid) {
    grid[column(of: 1), y] = Cell(charset.guide, style)
  }

  /// The estimate on its interval; an arrow where either goes on beyond an end.
  package func draw(
    _ value: Double, _ lower: Double, _ upper: Double, y: Int, style: Style, on grid: inout Grid
  ) {
    guard value > 0, !value.isNaN, !lower.isNaN, !upper.isNaN else { return }
    let (first, last) = (column(of: lower), column(of: upper))
    for column in first...max(first, last) { grid[column, y] = Cell(charset.horizontal, style) }
    let isClippedLeft = lower < limits.lowerBound
    let isClippedRight = upper > limits.upperBound
    grid[first, y] = Cell(isClippedLeft ? charset.beyondLeft : charset.teeLeft, style)
    grid[last, y] = Cell(isClippedRight ? charset.beyondRight : charset.teeRight, style)
    guard limits.contains(value) else { return }
    grid[column(of: value), y] = Cell(charset.estimate, style)
  }

  /// Texts centred under their ratios, as many as do not touch.
  package func drawTicks(
    _ ticks: [(ratio: Double, label: String)], y: Int, style: Style, on grid: inout Grid
  ) {
    var free = x
    for tick in ticks {
      let wanted = column(of: tick.ratio) - tick.label.columns / 2
      let start = min(max(x, wanted), x + width - tick.label.columns)
      guard start >= free else { continue }
      grid.write(tick.label, x: start, y: y, style: style)
      free = start + tick.label.columns + 1
    }
  }
}

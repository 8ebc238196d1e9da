/// Where times and shares lie on a page.
package struct PlotScale: Hashable, Sendable {
  /// The inside of the axes.
  package var area: Box
  /// The time at the right edge, in the shown unit; time zero is at the left.
  package var horizon: Double
  /// The shares at the bottom and at the top.
  package var floor: Double
  package var ceiling: Double

  init(_ area: Box, horizon: Double, floor: Double = 0, ceiling: Double = 1) {
    (self.area, self.floor, self.ceiling) = (area, floor, ceiling)
    self.horizon = horizon > 0 && horizon.isFinite ? horizon : 1
  }

  package func x(_ time: Double) -> Double {
    area.left + min(max(time / horizon, 0), 1) * area.width
  }

  package func y(_ share: Double) -> Double {
    area.bottom - min(max((share - floor) / (ceiling - floor), 0), 1) * area.height
  }

  func point(_ time: Double, _ share: Double) -> Drawing.Point { Drawing.Point(x(time), y(share)) }

  /// Half a pixel of 600 dots an inch is less than this, in points.
  private static let resolution = 0.25

  /// Which of a curve's steps can be told apart on paper, in order: of those within a quarter of a point the lowest,
  /// the highest and the last, however many there are.
  ///
  /// - Complexity: O(*n*) for *n* steps; at most twelve are left for each point of the width.
  func visibleSteps(times: [Double], values: [Double]) -> [Int] {
    var visible: [Int] = []
    var place = 0
    while place < times.count, times[place] <= horizon {
      let column = (x(times[place]) / Self.resolution).rounded(.down)
      var (lowest, highest, last) = (place, place, place)
      while last + 1 < times.count, times[last + 1] <= horizon,
        (x(times[last + 1]) / Self.resolution).rounded(.down) == column
      {
        last += 1
        if values[last] < values[lowest] { lowest = last }
        if values[last] > values[highest] { highest = last }
      }
      visible += Set([place, lowest, highest, last]).sorted()
      place = last + 1
    }
    return visible
  }
}

extension PlotFrame {
  /// Which of a curve's steps can be seen in this frame, in order: at most three a column, however many there are.
  ///
  /// A column shows the last of the steps since the column before, and the highest and the lowest it passed.
  /// A curve of these steps alone is drawn cell for cell like the whole one. O(*n*) for *n* steps.
  ///
  /// - Parameters:
  ///   - times: when the curve steps, in order.
  ///   - values: the curve from each of them on.
  ///   - end: where observation ends.
  package func visibleSteps(times: [Double], values: [Double], until end: Double) -> [Int] {
    let count = min(times.count, values.count)
    let last = lastColumn(until: end)
    guard last >= area.x, !area.isEmpty else { return [] }
    // What is no number is drawn at the foot.
    func comparable(_ step: Int) -> Double { values[step].isNaN ? -.infinity : values[step] }
    var visible: [Int] = []
    var next = 0
    for column in area.x...last {
      let (first, latest) = (next, latestTime(in: column, until: end))
      var (lowest, highest) = (next, next)
      while next < count, times[next] <= latest {
        if comparable(next) < comparable(lowest) { lowest = next }
        if comparable(next) > comparable(highest) { highest = next }
        next += 1
      }
      if next > first { visible += Set([lowest, highest, next - 1]).sorted() }
    }
    return visible
  }
}

extension PlotFrame {
  /// The first time in each column at which somebody is censored, in order: one mark stands for all of a column.
  ///
  /// - Complexity: O(*n*) for *n* times.
  ///
  /// - Parameters:
  ///   - times: in order.
  ///   - counts: how many are censored at each of them.
  package func visibleCensorings(times: [Double], counts: [Int]) -> [Double] {
    var visible: [Double] = []
    var last = area.x - 1
    for (time, count) in zip(times, counts) where count > 0 {
      let column = column(of: time)
      guard column > last, column < area.maxX else { continue }
      last = column
      visible.append(time)
    }
    return visible
  }
}

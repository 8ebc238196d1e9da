/// From where to where a curve reaches in each column of a plot, a point wide: what a text must keep clear of.
struct CurveEnvelope {
  private let left: Int
  private var tops: [Double]
  private var bottoms: [Double]

  init(_ points: [Drawing.Point], in area: Box) {
    left = Int(area.left.rounded(.down))
    let count = max(1, Int(area.right.rounded(.up)) - left + 1)
    tops = Array(repeating: .infinity, count: count)
    bottoms = Array(repeating: -.infinity, count: count)
    for (from, to) in zip(points, points.dropFirst()) {
      let (first, last) = (min(from.x, to.x), max(from.x, to.x))
      for column in self.columns(first, last) {
        tops[column] = min(tops[column], from.y, to.y)
        bottoms[column] = max(bottoms[column], from.y, to.y)
      }
    }
  }

  /// From the highest to the lowest point between two places; `nil` where the curve is not.
  func extent(from first: Double, to last: Double) -> ClosedRange<Double>? {
    let columns = columns(first, last)
    let (top, bottom) = (tops[columns].min() ?? .infinity, bottoms[columns].max() ?? -.infinity)
    return top <= bottom ? top...bottom : nil
  }

  private func columns(_ first: Double, _ last: Double) -> Range<Int> {
    let from = min(max(0, Int(first.rounded(.down)) - left), tops.count - 1)
    let to = min(max(from, Int(last.rounded(.down)) - left), tops.count - 1)
    return from..<(to + 1)
  }
}

/// A figure as a value: lines, areas, marks and texts at places in points, from the top left corner of the page.
package struct Drawing: Hashable, Sendable {
  /// A point of a page is 1/72 of an inch.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  package struct Stroke: Hashable, Sendable {
    package var ink: Ink
    package var width: Double
    /// Lengths drawn and left out in turn; empty for a whole line.
    package var dash: [Double] = []
  }

  package enum Element: Hashable, Sendable {
    /// Points joined by straight lines.
    case line([Point], Stroke)
    /// The inside of a closed path.
    case area([Point], Ink)
    case mark(Mark, Point, Ink)
    case text(Label)
  }

  package var width: Double
  package var height: Double
  /// What the file says it is.
  package var title: String
  package var elements: [Element]

  /// `180 × 162 mm`.
  package var size: String {
    let sides = [width, height].map { "\(Int(($0 / PageSize.pointsPerMillimetre).rounded()))" }
    return sides.joined(separator: " × ") + " mm"
  }

  /// Its texts, in the order in which they are drawn.
  package var labels: [Label] {
    elements.compactMap { if case .text(let label) = $0 { label } else { nil } }
  }
}

extension Drawing.Element {
  /// The same, so much further down.
  func moved(down distance: Double) -> Drawing.Element {
    func moved(_ point: Drawing.Point) -> Drawing.Point { Drawing.Point(point.x, point.y + distance) }
    switch self {
    case .line(let points, let stroke): return .line(points.map(moved), stroke)
    case .area(let points, let ink): return .area(points.map(moved), ink)
    case .mark(let mark, let point, let ink): return .mark(mark, moved(point), ink)
    case .text(var label):
      label.origin = moved(label.origin)
      return .text(label)
    }
  }
}

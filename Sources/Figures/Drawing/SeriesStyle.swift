/// A sign along a curve.
package enum Mark: Hashable, Sendable, CaseIterable {
  case disc, circle, triangle, openTriangle, square, openSquare, diamond, openDiamond
}

/// What tells one curve from another, also in grey: its colour, its dash, and the mark along it.
package struct SeriesStyle: Hashable, Sendable {
  package var ink: Ink
  package var dash: [Double]
  package var mark: Mark

  /// - Parameters:
  ///   - series: from 1; the first eight differ in all three, the next ones in how these go together.
  ///   - variant: how many curves of the series there are before, which have its colour too, but dash and mark of their
  ///     own.
  package init(_ series: Int, variant: Int = 0) {
    let count = Self.inks.count
    let (turn, place) = (max(0, series - 1) / count, max(0, series - 1) % count)
    ink = Self.inks[place]
    dash = Self.dashes[(place + turn + max(0, variant)) % count]
    mark = Mark.allCases[(place + 2 * turn + max(0, variant)) % count]
  }

  /// All dark enough to be read as text on white.
  private static let inks: [Ink] = [
    Ink(0x1B4F9C), Ink(0xC2410C), Ink(0x1F7A4A), Ink(0x7A2E9E), Ink(0x8A6100), Ink(0x4A4A4A), Ink(0x00707A),
    Ink(0xA3195B),
  ]

  private static let dashes: [[Double]] = [
    [], [5, 2], [1.5, 1.5], [6, 1.8, 1.5, 1.8], [9, 2.5], [3, 3], [9, 2, 1.5, 2],
    [5, 1.5, 1.2, 1.5, 1.2, 1.5],
  ]
}

extension [Int?] {
  /// Of each series, how many there are before it.
  var variants: [Int] {
    var seen: [Int?: Int] = [:]
    return map { series in
      defer { seen[series, default: 0] += 1 }
      return seen[series, default: 0]
    }
  }
}

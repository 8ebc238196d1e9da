/// A sign along a curve.
package enum Mark: Hashable, Sendable, CaseIterable {
  case disc, circle, triangle, openTriangle, square, openSquare, diamond, openDiamond
}

/// What tells one curve from another, also in grey: its colour, its dash, and the mark along it.
package struct SeriesStyle: Hashable, Sendable {
  package var ink: Ink
  package var dash: [Double]
  package var mark: Mark

  /// - Parameter series: from 1; the first eight differ in all three, the next ones in how these go together.
  package init(_ series: Int) {
    let count = Self.inks.count
    let (turn, place) = (max(0, series - 1) / count, max(0, series - 1) % count)
    ink = Self.inks[place]
    dash = Self.dashes[(place + turn) % count]
    mark = Mark.allCases[(place + 2 * turn) % count]
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

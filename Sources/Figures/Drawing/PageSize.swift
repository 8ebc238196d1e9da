/// How large a figure is, in points.
package struct PageSize: Hashable, Sendable {
  package var width: Double
  /// `nil` for as high as its contents need.
  package var height: Double?

  package init(width: Double = Self.usualWidth, height: Double? = nil) {
    (self.width, self.height) = (width, height)
  }

  package static let pointsPerInch = 72.0
  package static let pointsPerMillimetre = 72 / 25.4
  /// Two columns of a journal: 180 mm.
  package static let usualWidth = 180 * pointsPerMillimetre

  /// A length as it is typed: `180mm`, `18cm`, `7in`; millimetres where no unit is named.
  ///
  /// - Returns: points; `nil` for what is no length from 1 cm to 2 m.
  package static func points(parsing text: String) -> Double? {
    let units = [("mm", pointsPerMillimetre), ("cm", 10 * pointsPerMillimetre), ("in", pointsPerInch)]
    let unit = units.first { text.lowercased().hasSuffix($0.0) }
    let number = text.dropLast(unit?.0.count ?? 0).trimmingSuffix(while: { $0 == " " })
    guard let value = Double(number), value.isFinite else { return nil }
    let points = value * (unit?.1 ?? pointsPerMillimetre)
    return (10...2000).contains(points / pointsPerMillimetre) ? points : nil
  }

  /// Points in whole millimetres, no less.
  static func millimetres(_ points: Double) -> Int {
    Int(min(max((points / pointsPerMillimetre).rounded(.up), 0), 1e6))
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return self[startIndex..<end]
  }
}

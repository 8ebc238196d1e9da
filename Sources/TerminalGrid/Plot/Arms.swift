/// The directions in which a line leaves the middle of a cell.
struct Arms: OptionSet, Hashable {
  let rawValue: Int

  static let up = Arms(rawValue: 1)
  static let right = Arms(rawValue: 2)
  static let down = Arms(rawValue: 4)
  static let left = Arms(rawValue: 8)
  static let horizontal: Arms = [.left, .right]
  static let vertical: Arms = [.up, .down]

  /// The glyph that draws these arms.
  ///
  /// Straight pieces carry the dash, corners the weight of the line, for there are no dashed corners.
  func glyph(_ dash: Dash, _ charset: Charset) -> Character {
    if charset == .ascii { return asciiGlyph(dash) }
    if isStrictSubset(of: .horizontal) || self == .horizontal, !isEmpty { return dash.horizontal }
    if isStrictSubset(of: .vertical) || self == .vertical, !isEmpty { return dash.vertical }
    let corners: String =
      switch dash {
      case .solid, .dashed, .dotted, .sparse: Self.light
      case .heavy, .heavyDashed, .heavyDotted: Self.heavy
      case .double: Self.double
      }
    return corners[corners.index(corners.startIndex, offsetBy: rawValue)]
  }

  private func asciiGlyph(_ dash: Dash) -> Character {
    if !contains(.up), !contains(.down) { return dash.asciiHorizontal }
    if !contains(.left), !contains(.right) { return "|" }
    // A line that turns down starts at the foot of its cell, one that comes down ends at the top.
    if !contains(.up) { return "." }
    return contains(.down) ? "+" : "'"
  }

  // By the sum of up 1, right 2, down 4, left 8.
  private static let light = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"
  private static let heavy = " ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋"
  private static let double = " ║═╚║║╔╠═╝═╩╗╣╦╬"
}

extension Dash {
  /// The piece of a horizontal line where there is nothing but ASCII.
  package var asciiHorizontal: Character {
    switch self {
    case .solid: "-"
    case .dashed: "="
    case .dotted: "~"
    case .double: "#"
    case .heavy: "%"
    case .heavyDashed: "*"
    case .sparse: ":"
    case .heavyDotted: "&"
    }
  }
}

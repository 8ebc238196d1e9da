/// The directions in which a line leaves the middle of a cell.
struct Strokes: OptionSet, Hashable {
  let rawValue: Int

  static let up = Strokes(rawValue: 1)
  static let right = Strokes(rawValue: 2)
  static let down = Strokes(rawValue: 4)
  static let left = Strokes(rawValue: 8)
  static let horizontal: Strokes = [.left, .right]
  static let vertical: Strokes = [.up, .down]

  /// The glyph that draws these strokes through the middle of a cell.
  func glyph(_ charset: Charset) -> Character {
    if charset == .ascii { return asciiGlyph }
    return Self.box[Self.box.index(Self.box.startIndex, offsetBy: rawValue)]
  }

  private var asciiGlyph: Character {
    if !contains(.up), !contains(.down) { return "-" }
    if !contains(.left), !contains(.right) { return "|" }
    // A line that turns down starts at the foot of its cell, one that comes down ends at the top.
    if !contains(.up) { return "." }
    return contains(.down) ? "+" : "'"
  }

  // By the sum of up 1, right 2, down 4, left 8. Level strokes are as heavy as ▔ and ▁.
  private static let box = " ╵╺┕╷│┍┝╸┙━┷┑┥┯┿"
}

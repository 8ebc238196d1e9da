/// What tells one curve from another besides its colour: the dash of its line and the glyph along it.
package struct SeriesMark: Hashable, Sendable {
  package var dash: Dash
  package var glyph: Character
  /// The glyph where only ASCII can be shown.
  package var asciiGlyph: Character

  package init(_ dash: Dash, glyph: Character, asciiGlyph: Character) {
    (self.dash, self.glyph, self.asciiGlyph) = (dash, glyph, asciiGlyph)
  }

  package func glyph(_ charset: Charset) -> Character { charset == .unicode ? glyph : asciiGlyph }

  /// A sample of the curve for a legend or a table: its mark, then its dash, `columns` wide; 4 tell most dashes apart.
  package func sample(columns: Int, _ charset: Charset) -> String {
    guard columns > 0 else { return "" }
    let line = (0..<(columns - 1)).map { dash.isDrawn($0) ? charset.line(at: .middle) : " " }
    return String([glyph(charset)] + line)
  }

  /// The marks of series 1…8 where a theme has no other wish.
  package static let standard: [SeriesMark] = [
    SeriesMark(.solid, glyph: "●", asciiGlyph: "*"),
    SeriesMark(.dashed, glyph: "○", asciiGlyph: "o"),
    SeriesMark(.dotted, glyph: "▲", asciiGlyph: "#"),
    SeriesMark(.dashDot, glyph: "△", asciiGlyph: "="),
    SeriesMark(.longDashed, glyph: "■", asciiGlyph: "@"),
    SeriesMark(.spaced, glyph: "□", asciiGlyph: "x"),
    SeriesMark(.longDashDot, glyph: "◆", asciiGlyph: "%"),
    SeriesMark(.dashDotDot, glyph: "◇", asciiGlyph: "&"),
  ]
}

/// What tells one curve from another besides its colour: the dash of its line and a glyph for its label.
package struct SeriesMark: Hashable, Sendable {
  package var dash: Dash
  package var glyph: Character
  /// The glyph where only ASCII can be shown.
  package var asciiGlyph: Character

  package init(_ dash: Dash, glyph: Character, asciiGlyph: Character) {
    (self.dash, self.glyph, self.asciiGlyph) = (dash, glyph, asciiGlyph)
  }

  package func glyph(_ charset: Charset) -> Character { charset == .unicode ? glyph : asciiGlyph }

  /// The marks of series 1…8 where a theme has no other wish.
  package static let standard: [SeriesMark] = [
    SeriesMark(.solid, glyph: "●", asciiGlyph: "*"),
    SeriesMark(.dashed, glyph: "○", asciiGlyph: "o"),
    SeriesMark(.dotted, glyph: "▲", asciiGlyph: "#"),
    SeriesMark(.double, glyph: "△", asciiGlyph: "="),
    SeriesMark(.heavy, glyph: "■", asciiGlyph: "@"),
    SeriesMark(.heavyDashed, glyph: "□", asciiGlyph: "x"),
    SeriesMark(.sparse, glyph: "◆", asciiGlyph: "%"),
    SeriesMark(.heavyDotted, glyph: "◇", asciiGlyph: "&"),
  ]
}

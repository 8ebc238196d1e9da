/// One character cell of the screen.
package struct Cell: Hashable, Sendable {
  /// The glyph; a cell to the right of a wide glyph holds ``continuation``.
  package var glyph: Character
  package var style: Style

  package init(_ glyph: Character = " ", _ style: Style = .plain) {
    (self.glyph, self.style) = (glyph, style)
  }

  package static let blank = Cell()
  /// Marks the right half of a wide glyph.
  package static let continuation: Character = "\u{0}"
}

extension Grid {
  /// The same screen in ASCII only: whatever is left of other glyphs is replaced, column by column.
  ///
  /// Panels choose their glyphs by ``Charset``; this takes care of names and notes from the data.
  package var ascii: Grid {
    var ascii = Grid(size)
    for y in 0..<size.rows {
      for x in 0..<size.columns {
        let cell = self[x, y]
        let glyph = cell.glyph == Cell.continuation ? " " : ASCIISubstitute.character(for: cell.glyph)
        ascii[x, y] = Cell(glyph, cell.style)
      }
    }
    return ascii
  }
}

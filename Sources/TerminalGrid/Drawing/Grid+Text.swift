extension Grid {
  /// The glyphs as plain text, a line a row, without the blanks that end a row.
  package var text: String { rowTexts.joined(separator: "\n") }

  /// The glyphs of each row, without the blanks at its end.
  package var rowTexts: [String] {
    (0..<size.rows).map { y in
      var row = ""
      var columnsOfInk = 0
      for (x, cell) in self.row(y).enumerated() where cell.glyph != Cell.continuation {
        row.append(cell.glyph)
        if cell.glyph != " " { columnsOfInk = x + TextWidth.columns(of: cell.glyph) }
      }
      return row.prefix(columns: columnsOfInk)
    }
  }

  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.rows else { return [] }
    return cells[(y * size.columns)..<((y + 1) * size.columns)]
  }
}

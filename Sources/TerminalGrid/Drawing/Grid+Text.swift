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

  /// The styles as plain text: a letter a cell, a point for the plain style, then what each letter stands for.
  ///
  /// Together with ``text`` this is the whole content of a grid, for comparing screens by eye and in tests.
  package var styleText: String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let rows = (0..<size.rows).map { y -> String in
      var row = ""
      var lettered = 0
      for cell in self.row(y) {
        if letters[cell.style] == nil {
          let letter = Self.styleLetters[min(letters.count - 1, Self.styleLetters.count - 1)]
          letters[cell.style] = letter
          legend.append("\(letter)  \(cell.style)")
        }
        row.append(letters[cell.style] ?? "?")
        if cell.style != .plain { lettered = row.count }
      }
      return String(row.prefix(lettered))
    }
    return (rows + legend).joined(separator: "\n")
  }

  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.rows else { return [] }
    return cells[(y * size.columns)..<((y + 1) * size.columns)]
  }

  private static let styleLetters: [Character] = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?")
}

import PrintableText

extension Grid {
  /// Writes a line of text and returns the columns it took.
  ///
  /// The text ends before `maxWidth` columns are passed; a wide character that would stick out is left away.
  /// What falls outside of the grid or the clip is counted but not drawn, so that a text may begin left of
  /// its area. Combining marks stay with their letter; what is not printable is made visible.
  @discardableResult
  package mutating func write(
    _ text: String, x: Int, y: Int, style: Style = .plain, maxWidth: Int = .max
  ) -> Int {
    var written = 0
    for character in text.onOneLine {
      let columns = TextWidth.columns(of: character)
      if columns == 0 { continue }
      let glyph = TextWidth.printable(character)
      if written > maxWidth - columns { break }
      // The right half of a wide glyph whose left half is out of reach.
      if columns == 2, !clip.contains(x: x + written, y: y) {
        self[x + written + 1, y] = Cell(" ", style)
      } else {
        self[x + written, y] = Cell(glyph, style)
      }
      written += columns
    }
    return written
  }

  /// Writes a text truncated and aligned in the first row of an area.
  package mutating func write(
    _ text: String, in area: Rect, _ alignment: TextAlignment = .left, style: Style = .plain,
    ellipsis: String = "…"
  ) {
    guard !area.isEmpty else { return }
    let shown = text.truncated(to: area.width, ellipsis: ellipsis)
    let missing = area.width - shown.columns
    let left =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    write(shown, x: area.x + left, y: area.y, style: style, maxWidth: area.width - left)
  }
}

extension Grid {
  /// The screen as text with escape sequences for its colours, for a pipe, a file or `less -R`.
  ///
  /// Each row ends in the terminal's own style, and blanks that cannot be seen are left away. With no colours
  /// this is ``text`` exactly.
  package func ansi(theme: Theme, depth: ColorDepth) -> String {
    guard depth != .none else { return text }
    var resolved: [Style: ResolvedStyle] = [:]
    let rows = (0..<size.rows).map { y -> String in
      var line = ""
      var current = ResolvedStyle()
      var blanks = ""
      for cell in row(y) where cell.glyph != Cell.continuation {
        let style = resolved[cell.style] ?? theme.resolve(cell.style, depth)
        resolved[cell.style] = style
        if cell.glyph == " ", style == ResolvedStyle(), current == style {
          blanks += " "
          continue
        }
        line += blanks
        blanks = ""
        if style != current { line += style.escapeSequence }
        line.append(cell.glyph)
        current = style
      }
      return current == ResolvedStyle() ? line : line + ResolvedStyle().escapeSequence
    }
    return rows.joined(separator: "\n")
  }
}

import PrintableText

/// Where a text stands in a field wider than itself.
package enum TextAlignment: Hashable, Sendable { case left, centre, right }

/// Texts measured and cut as they are drawn: what is not printable is made visible first.
extension String {
  /// The columns this text takes on a terminal.
  package var columns: Int { TextWidth.columns(of: self) }

  /// The text itself if it fits, else as much of its beginning as fits together with the mark.
  ///
  /// A wide character is never cut in half, so the result may be one column short. Where not even the mark
  /// fits, the result is as much of the mark as does.
  package func truncated(to columns: Int, ellipsis: String = "…") -> String {
    let shown = onOneLine
    if shown.columns <= columns { return shown }
    return shown.prefix(columns: columns - ellipsis.columns) + ellipsis.prefix(columns: columns)
  }

  /// As much of the beginning as fits, without a mark.
  package func prefix(columns: Int) -> String {
    var taken = 0
    return String(
      onOneLine.prefix { character in
        taken += TextWidth.columns(of: character)
        return taken <= columns
      })
  }

  /// The words in as few lines of a width as they take; `nil` where a word is wider, or there are more lines.
  package func wrapped(columns: Int, lines limit: Int) -> [String]? {
    var lines: [String] = []
    for word in split(separator: " ").map(String.init) {
      guard word.columns <= columns else { return nil }
      if let last = lines.last, last.columns + 1 + word.columns <= columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines.isEmpty || lines.count > limit ? nil : lines
  }

  /// The text with blanks around it up to a width; a text that is wide enough stays as it is.
  ///
  /// In the centre, an odd blank goes to the right.
  package func padded(to columns: Int, _ alignment: TextAlignment = .left) -> String {
    let missing = columns - self.columns
    guard missing > 0 else { return self }
    let left =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: left) + self + String(repeating: " ", count: missing - left)
  }
}

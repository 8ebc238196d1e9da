extension Style: CustomStringConvertible {
  /// In words: `series.1 on selection, bold`.
  package var description: String {
    var words = foreground.name
    if let background { words += " on \(background.name)" }
    if bold { words += ", bold" }
    if dim { words += ", dim" }
    if reverse { words += ", reverse" }
    if underline { words += ", underline" }
    return words
  }
}

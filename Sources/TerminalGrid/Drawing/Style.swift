/// How a cell is drawn: meanings for foreground and background, and attributes that survive without colour.
package struct Style: Hashable, Sendable {
  package var foreground: Role
  /// `nil` keeps the terminal's own background.
  package var background: Role?
  package var bold: Bool
  package var dim: Bool
  package var reverse: Bool
  package var underline: Bool

  package init(
    _ foreground: Role = .text, on background: Role? = nil, bold: Bool = false, dim: Bool = false,
    reverse: Bool = false, underline: Bool = false
  ) {
    (self.foreground, self.background) = (foreground, background)
    (self.bold, self.dim, self.reverse, self.underline) = (bold, dim, reverse, underline)
  }

  package static let plain = Style()
}

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

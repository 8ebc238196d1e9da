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

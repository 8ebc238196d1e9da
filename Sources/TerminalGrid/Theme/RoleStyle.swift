/// How a theme draws one role: colours, where it has any, and attributes.
package struct RoleStyle: Hashable, Sendable {
  /// `nil` keeps the terminal's own foreground, or that of the role in the background.
  package var foreground: ThemeColor?
  /// `nil` keeps the terminal's own background.
  package var background: ThemeColor?
  package var bold: Bool
  package var dim: Bool
  package var reverse: Bool
  package var underline: Bool

  package init(
    foreground: ThemeColor? = nil, background: ThemeColor? = nil, bold: Bool = false, dim: Bool = false,
    reverse: Bool = false, underline: Bool = false
  ) {
    (self.foreground, self.background) = (foreground, background)
    (self.bold, self.dim, self.reverse, self.underline) = (bold, dim, reverse, underline)
  }

  package static let plain = RoleStyle()
}

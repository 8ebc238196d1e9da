/// How every role looks, and how the curves differ.
///
/// The only place where colours are known.
package struct Theme: Hashable, Sendable {
  package var name: String
  package var roles: [Role: RoleStyle]
  /// The marks of series 1…8.
  package var marks: [SeriesMark]

  package init(name: String, roles: [Role: RoleStyle], marks: [SeriesMark] = SeriesMark.standard) {
    (self.name, self.roles, self.marks) = (name, roles, marks)
  }

  /// The look of a role; a series or band past the eighth looks like the one eight before.
  package subscript(role: Role) -> RoleStyle { roles[role.wrapped] ?? .plain }

  /// Dash and glyph of a series, counted from 1; after the eighth they begin again.
  package func mark(series number: Int) -> SeriesMark {
    let marks = marks.isEmpty ? SeriesMark.standard : marks
    return marks[((number - 1) % marks.count + marks.count) % marks.count]
  }

  /// The look of a cell on a terminal.
  ///
  /// Attributes add up over the style and its two roles. Text without a colour of its own takes the
  /// foreground that the role behind it asks for, so that it can be read there. What then is still open is
  /// the business of the role `text`: a theme that gives it a background paints the whole screen. A selection
  /// whose background cannot be shown is reversed, as it must be seen.
  package func resolve(_ style: Style, _ depth: ColorDepth) -> ResolvedStyle {
    let front = self[style.foreground]
    let back = style.background.map { self[$0] }
    let canvas = self[.text]
    var resolved = ResolvedStyle()
    let foreground = front.foreground ?? back?.foreground ?? canvas.foreground
    let background = back?.background ?? front.background ?? canvas.background
    resolved.foreground = foreground?.resolved(depth) ?? .terminal
    resolved.background = background?.resolved(depth) ?? .terminal
    resolved.bold = style.bold || front.bold || back?.bold == true
    resolved.dim = style.dim || front.dim
    resolved.reverse = style.reverse || front.reverse || back?.reverse == true
    resolved.underline = style.underline || front.underline || back?.underline == true
    if style.background == .selection, !showsBackground(of: .selection, depth) { resolved.reverse = true }
    return resolved
  }

  /// Whether a role, used as a background, can be seen at all; where not, draw an outline instead.
  package func showsBackground(of role: Role, _ depth: ColorDepth) -> Bool {
    let look = self[role]
    let shown = look.background?.resolved(depth) ?? .terminal
    return look.reverse || (shown != .terminal && shown != self[.text].background?.resolved(depth))
  }
}

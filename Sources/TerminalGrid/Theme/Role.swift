/// What a piece of the screen means.
///
/// A theme says how each meaning looks; no panel names a colour.
package enum Role: Hashable, Sendable {
  case text, muted, accent, title, warning, error
  /// Axes and their ticks; guide lines inside a plot.
  case axis, grid
  case border, borderFocused
  /// Background of the line under the cursor; background of the top and bottom bar.
  case selection, bar
  /// A key to press, in footers and help.
  case key
  case histogram, histogramSelected
  /// One stratum's curve, risk-table row and label: 1…8, then from the start again.
  case series(Int)
  /// A confidence band of that stratum, as a background.
  case band(Int)

  /// All roles a theme describes, series and bands 1…8.
  package static let all: [Role] =
    [
      .text, .muted, .accent, .title, .warning, .error, .axis, .grid, .border, .borderFocused, .selection,
      .bar,
      .key, .histogram, .histogramSelected,
    ] + (1...8).map { .series($0) } + (1...8).map { .band($0) }

  /// The name in theme files: `text`, `border-focused`, `series.1`.
  package var name: String {
    switch self {
    case .borderFocused: "border-focused"
    case .histogramSelected: "histogram-selected"
    case .series(let number): "series.\(number)"
    case .band(let number): "band.\(number)"
    default: "\(self)"
    }
  }

  /// The role a theme describes: series and bands after the eighth begin again.
  package var wrapped: Role {
    switch self {
    case .series(let number): .series(Self.wrap(number))
    case .band(let number): .band(Self.wrap(number))
    default: self
    }
  }

  private static func wrap(_ number: Int) -> Int { ((number - 1) % 8 + 8) % 8 + 1 }
}

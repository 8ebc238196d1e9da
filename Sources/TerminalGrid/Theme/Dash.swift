/// How the line of a curve is broken, so that curves can be told apart without colour.
///
/// A pattern of drawn and blank columns works at every height at which a line can be drawn, and in ASCII.
package enum Dash: String, Hashable, Sendable, CaseIterable {
  case solid, dashed, dotted
  case dashDot = "dash-dot"
  case longDashed = "long-dashed"
  case spaced
  case longDashDot = "long-dash-dot"
  case dashDotDot = "dash-dot-dot"

  /// Whether the dash draws in a column, counted from the start of a level stretch.
  package func isDrawn(_ column: Int) -> Bool {
    let pattern = pattern
    return pattern[(column % pattern.count + pattern.count) % pattern.count] == 1
  }

  private var pattern: [UInt8] {
    switch self {
    case .solid: [1]
    case .dashed: [1, 1, 0]
    case .dotted: [1, 0]
    case .dashDot: [1, 1, 1, 0, 1, 0]
    case .longDashed: [1, 1, 1, 1, 1, 0]
    case .spaced: [1, 1, 0, 0]
    case .longDashDot: [1, 1, 1, 1, 1, 0, 1, 0]
    case .dashDotDot: [1, 1, 0, 1, 0, 1, 0]
    }
  }
}

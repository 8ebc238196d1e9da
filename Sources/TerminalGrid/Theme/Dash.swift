/// How the line of a curve is broken, so that curves can be told apart without colour.
///
/// Each has a horizontal and a vertical glyph of its own in box drawing.
package enum Dash: String, Hashable, Sendable, CaseIterable {
  case solid, dashed, dotted, double, heavy
  case heavyDashed = "heavy-dashed"
  case sparse
  case heavyDotted = "heavy-dotted"

  package var horizontal: Character {
    switch self {
    case .solid: "─"
    case .dashed: "╌"
    case .dotted: "┄"
    case .double: "═"
    case .heavy: "━"
    case .heavyDashed: "╍"
    case .sparse: "┈"
    case .heavyDotted: "┅"
    }
  }

  package var vertical: Character {
    switch self {
    case .solid: "│"
    case .dashed: "╎"
    case .dotted: "┆"
    case .double: "║"
    case .heavy: "┃"
    case .heavyDashed: "╏"
    case .sparse: "┊"
    case .heavyDotted: "┇"
    }
  }
}

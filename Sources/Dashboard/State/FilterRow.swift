import CohortEngine

/// A line of the filters pane.
package enum FilterRow: Hashable, Sendable {
  case variable(Int)
  case level(variable: Int, Int)
  case missing(variable: Int)
  case histogram(variable: Int)
  case bounds(variable: Int)
  /// A condition on several variables, by its place among the filters.
  case condition(Int)

  /// The variable that the line belongs to.
  package var variable: Int? {
    switch self {
    case .variable(let variable), .level(let variable, _), .missing(let variable), .histogram(let variable),
      .bounds(let variable):
      variable
    case .condition: nil
    }
  }
}

/// A condition on a patient, as ticked in the filters pane or typed after `--where`.
///
/// A condition on a missing value is neither true nor false but unknown, and so is its negation: only patients of
/// whom the whole condition is true are selected. ``missing(variable:)`` asks for the gaps themselves and is always
/// known.
package indirect enum FilterExpression: Hashable, Sendable {
  /// The value is one of the levels (indices into ``LevelColumn/levels``).
  case levels(variable: Int, Set<Int>)
  case range(variable: Int, NumericRange)
  /// The text contains the words given, in any letter case.
  case contains(variable: Int, String)
  /// The text is one of these, to the letter.
  case text(variable: Int, Set<String>)
  case missing(variable: Int)
  case not(FilterExpression)
  /// True of everybody where the list is empty.
  case all([FilterExpression])
  /// True of nobody where the list is empty.
  case any([FilterExpression])

  /// The most conditions inside each other: whatever follows one of them follows it to its end, on the stack.
  package static let deepest = 200

  /// How many conditions lie inside each other.
  package var depth: Int {
    switch self {
    case .levels, .range, .contains, .text, .missing: 1
    case .not(let part): 1 + part.depth
    case .all(let parts), .any(let parts): 1 + (parts.lazy.map(\.depth).max() ?? 0)
    }
  }

  /// The variables that the condition looks at.
  package var variables: Set<Int> {
    switch self {
    case .levels(let variable, _), .range(let variable, _), .contains(let variable, _),
      .text(let variable, _),
      .missing(let variable):
      [variable]
    case .not(let part): part.variables
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.variables) }
    }
  }

  /// The parts that must all be true, nested conjunctions taken apart.
  package var conjuncts: [FilterExpression] {
    if case .all(let parts) = self { return parts.flatMap(\.conjuncts) }
    return [self]
  }
}

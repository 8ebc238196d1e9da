/// A condition on a patient, as ticked in the filters pane or typed after `--where`.
///
/// A condition on a missing value is neither true nor false but unknown, and so is its negation: only patients of
/// whom the whole condition is true are selected. ``missing(_:)`` asks for the gaps themselves and is always known.
/// Variables and levels are named, so that a condition outlives the table it was written for.
package indirect enum FilterExpression: Hashable, Sendable {
  /// The level or text is one of these, to the letter; true of nobody where there are none.
  case oneOf(String, Set<String>)
  case range(String, NumericRange)
  /// The text contains the words given, in any letter case.
  case contains(String, String)
  case missing(String)
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
    case .oneOf, .range, .contains, .missing: 1
    case .not(let part): 1 + part.depth
    case .all(let parts), .any(let parts): 1 + (parts.lazy.map(\.depth).max() ?? 0)
    }
  }

  /// The names of the variables that the condition looks at.
  package var variables: Set<String> {
    switch self {
    case .oneOf(let variable, _), .range(let variable, _), .contains(let variable, _), .missing(let variable):
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

  /// One patient's value of a variable.
  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case missing
  }

  /// Whether the condition holds of a patient: true, false, or `nil` for unknown (Kleene's logic).
  ///
  /// This is the plain meaning of a condition; sources compute the same by bitmaps or in SQL.
  ///
  /// - Parameter value: the patient's value of the variable of that name.
  package func holds(_ value: (String) -> Value) -> Bool? {
    switch self {
    case .oneOf(let variable, let texts):
      if case .text(let text) = value(variable) { texts.contains(text) } else { nil }
    case .range(let variable, let range):
      if case .number(let number) = value(variable), !number.isNaN { range.contains(number) } else { nil }
    case .contains(let variable, let words):
      if case .text(let text) = value(variable) {
        text.lowercased().contains(words.lowercased())
      } else {
        nil
      }
    case .missing(let variable): value(variable) == .missing
    case .not(let part): part.holds(value).map { !$0 }
    case .all(let parts): Kleene.all(parts.map { $0.holds(value) })
    case .any(let parts): Kleene.any(parts.map { $0.holds(value) })
    }
  }
}

/// Three-valued logic: `nil` is unknown.
package enum Kleene {
  package static func all(_ parts: some Sequence<Bool?>) -> Bool? {
    var known: Bool? = true
    for part in parts {
      if part == false { return false }
      if part == nil { known = nil }
    }
    return known
  }

  package static func any(_ parts: some Sequence<Bool?>) -> Bool? {
    var known: Bool? = false
    for part in parts {
      if part == true { return true }
      if part == nil { known = nil }
    }
    return known
  }
}

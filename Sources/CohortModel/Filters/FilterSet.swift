/// The filters in force, in the order in which they were set: a patient is selected when all of them hold.
package struct FilterSet: Hashable, Sendable {
  /// One filter.
  package struct Step: Hashable, Sendable {
    /// The variable whose own filter this is; `nil` for a condition on several variables at once.
    package var variable: String?
    package var condition: FilterExpression
  }

  package private(set) var steps: [Step] = []

  package init() {}

  /// Takes a condition apart into each variable's own filter and what looks at several variables at once.
  package init(_ condition: FilterExpression) {
    add(condition)
  }

  package var isEmpty: Bool { steps.isEmpty }

  /// How many conditions lie inside each other at most.
  package var depth: Int { steps.lazy.map(\.condition.depth).max() ?? 0 }

  /// The filter on the variable alone.
  package subscript(variable: String) -> FilterExpression? {
    get { steps.first { $0.variable == variable }?.condition }
    set {
      let index = steps.firstIndex { $0.variable == variable }
      switch (index, newValue) {
      case (let index?, let condition?): steps[index].condition = condition
      case (let index?, nil): steps.remove(at: index)
      case (nil, let condition?): steps.append(Step(variable: variable, condition: condition))
      case (nil, nil): break
      }
    }
  }

  /// Adds a condition to those in force.
  package mutating func add(_ condition: FilterExpression) {
    for part in condition.conjuncts {
      let variables = part.variables
      if variables.count == 1, let variable = variables.first {
        self[variable] = self[variable].map { Self.both($0, part) } ?? part
      } else {
        steps.append(Step(variable: nil, condition: part))
      }
    }
  }

  /// Drops a condition on several variables.
  package mutating func remove(_ condition: FilterExpression) {
    steps.removeAll { $0.variable == nil && $0.condition == condition }
  }

  /// The conditions apart from the variable's own.
  package func conditions(without variable: String) -> [FilterExpression] {
    steps.filter { $0.variable != variable }.map(\.condition)
  }

  /// Two conditions on one variable; two ranges become their overlap, so that a pair of bounds stays a range.
  private static func both(_ a: FilterExpression, _ b: FilterExpression) -> FilterExpression {
    switch (a, b) {
    case (.range(let variable, let one), .range(_, let other)): .range(variable, one.intersection(other))
    case (.oneOf(let variable, let one), .oneOf(_, let other)): .oneOf(variable, one.intersection(other))
    // Side by side, not inside each other, however many follow.
    default: .all(a.conjuncts + b.conjuncts)
    }
  }
}

package import CohortModel

/// What a study file says about one column; everything that it leaves out is inferred.
package struct VariableDeclaration: Sendable, Equatable {
  package var name: String
  package var label: String?
  package var unit: String?
  package var kind: Variable.Kind?
  /// The levels in their order.
  package var levels: [String]?
  /// The column that holds the time at which the value becomes known.
  package var knownAt: String?
  /// Texts that mean “no value” in this column, besides those that always do.
  package var missing: [String] = []
  /// For a variable that is made from others: its levels, each with the condition for it; the first that holds wins.
  package var groups: [Group] = []
  /// Whether it is left out of the lists of variables.
  package var isHidden = false

  package struct Group: Sendable, Equatable {
    package var level: String
    package var when: String

    package init(level: String, when: String) { (self.level, self.when) = (level, when) }
  }

  package init(name: String) { self.name = name }
}

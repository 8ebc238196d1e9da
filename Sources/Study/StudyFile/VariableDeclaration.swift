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
  /// Thresholds at which its numbers are divided, increasing.
  package var cuts: [Double] = []
  /// The level that others are compared with.
  package var reference: String?
  /// Whether it is among the factors that are looked at one at a time.
  package var isInGrid = true
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

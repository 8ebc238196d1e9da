/// A filter on a categorical variable as a list of ticks: one for each level, and one for missing values.
package struct LevelChoice: Hashable, Sendable {
  package var ticked: Set<String>
  package var missing: Bool
  /// All levels of the variable, in their order.
  package let levels: [String]

  package init(ticked: Set<String>, missing: Bool, levels: [String]) {
    (self.ticked, self.missing, self.levels) = (ticked, missing, levels)
  }

  /// The ticks that a condition on this variable alone amounts to; everything, where there is none.
  package init(_ condition: FilterExpression?, levels: [String]) {
    self.init(ticked: Set(levels), missing: true, levels: levels)
    guard let condition else { return }
    ticked = ticked.filter { level in condition.holds { _ in .text(level) } == true }
    missing = condition.holds { _ in .missing } == true
  }

  package var isEverything: Bool { missing && ticked.count == levels.count }

  /// The ticks as a condition on the variable; `nil` where everything is ticked.
  package func condition(on variable: String) -> FilterExpression? {
    if isEverything { return nil }
    let chosen = FilterExpression.oneOf(variable, ticked)
    if !missing { return chosen }
    return ticked.isEmpty ? .missing(variable) : .any([chosen, .missing(variable)])
  }

  package var inverted: LevelChoice {
    LevelChoice(ticked: Set(levels).subtracting(ticked), missing: !missing, levels: levels)
  }
}

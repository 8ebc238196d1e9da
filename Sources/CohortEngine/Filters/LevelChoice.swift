/// A filter on a categorical variable as a list of ticks: one for each level, and one for missing values.
package struct LevelChoice: Hashable, Sendable {
  package var levels: Set<Int>
  package var missing: Bool
  package let levelCount: Int

  package init(levels: Set<Int>, missing: Bool, levelCount: Int) {
    (self.levels, self.missing, self.levelCount) = (levels, missing, levelCount)
  }

  /// Everything ticked: what an absent filter means.
  package init(allOf levelCount: Int) {
    self.init(levels: Set(0..<levelCount), missing: true, levelCount: levelCount)
  }

  /// The ticks that a condition on this variable alone amounts to.
  package init(_ condition: FilterExpression?, of column: LevelColumn, variable: Int) {
    self.init(allOf: column.levels.count)
    guard let condition else { return }
    // One row of each level and one without a value show what the condition accepts.
    let codes = column.levels.indices.map(Int32.init) + [LevelColumn.missing]
    let probe = Variable(
      name: "", kind: .categorical, values: .levels(LevelColumn(levels: column.levels, codes: codes)))
    let moved = condition.moved(from: variable, to: 0)
    levels = levels.filter { moved.holds(row: $0, of: [probe]) == true }
    missing = moved.holds(row: column.levels.count, of: [probe]) == true
  }

  package var isEverything: Bool { missing && levels.count == levelCount }

  /// The ticks as a condition on the variable; `nil` where everything is ticked.
  package func condition(on variable: Int) -> FilterExpression? {
    if isEverything { return nil }
    let chosen = FilterExpression.levels(variable: variable, levels)
    if !missing { return chosen }
    return levels.isEmpty ? .missing(variable: variable) : .any([chosen, .missing(variable: variable)])
  }

  package var inverted: LevelChoice {
    LevelChoice(
      levels: Set(0..<levelCount).subtracting(levels), missing: !missing, levelCount: levelCount)
  }
}

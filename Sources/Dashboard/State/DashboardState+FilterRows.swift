package import CohortEngine

extension DashboardState {
  /// The lines of the filters pane from top to bottom.
  package var filterRows: [FilterRow] {
    let conditions = question.filters.steps.indices.filter { question.filters.steps[$0].variable == nil }
    return conditions.map(FilterRow.condition) + listedVariables.flatMap(rows)
  }

  private func rows(of index: Int) -> [FilterRow] {
    guard openVariables.contains(index) else { return [.variable(index)] }
    let missing = missingCounts[index] > 0 ? [FilterRow.missing(variable: index)] : []
    switch cohort.variables[index].values {
    case .levels(let column):
      return [.variable(index)] + column.levels.indices.map { .level(variable: index, $0) } + missing
    case .numbers:
      return [.variable(index), .histogram(variable: index), .bounds(variable: index)] + missing
    case .text:
      return [.variable(index)]
    }
  }

  /// The line under the cursor.
  package var currentFilterRow: FilterRow? {
    let rows = filterRows
    return rows.indices.contains(filterCursor) ? rows[filterCursor] : nil
  }

  /// The ticks of a categorical variable's filter.
  package func levelChoice(_ variable: Int) -> LevelChoice? {
    guard case .levels(let column) = cohort.variables[variable].values else { return nil }
    return LevelChoice(question.filters[variable], of: column, variable: variable)
  }

  /// The bounds of a numeric variable's filter; `nil` where it is no single range.
  package func rangeChoice(_ variable: Int) -> RangeChoice? {
    guard case .numbers = cohort.variables[variable].values else { return nil }
    return RangeChoice(question.filters[variable])
  }
}

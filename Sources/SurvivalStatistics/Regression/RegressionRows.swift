/// What is asked of the rows and columns of any regression.
enum RegressionRows {
  /// Throws when a column is not as long as there are rows; optional ones may be empty instead.
  static func validate(
    rowCount: Int, _ columns: [(name: String, count: Int)], optional: [(name: String, count: Int)] = []
  ) throws(SurvivalDataError) {
    for column in columns + optional.filter({ $0.count > 0 }) where column.count != rowCount {
      throw .lengthMismatch(column: column.name, expected: rowCount, found: column.count)
    }
  }

  /// Failures for each column; `nil` without columns.
  static func eventsPerVariable(_ eventCount: Int, _ terms: [ModelTerm]) -> Double? {
    let columns = terms.last?.columns.upperBound ?? 0
    return columns > 0 ? Double(eventCount) / Double(columns) : nil
  }

  /// How a fit ended, once it is known whether there was anything to fit.
  static func outcome(of fit: NewtonRaphson, eventCount: Int, terms: [ModelTerm]) -> RegressionOutcome {
    guard eventCount > 0 else { return .noEvents }
    let empty = terms.indices.filter { terms[$0].columns.isEmpty }
    return empty.isEmpty ? fit.outcome : .singleLevelFactors(terms: empty)
  }
}

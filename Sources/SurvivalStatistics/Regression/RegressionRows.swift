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

  /// Number of failures: rows, or the subjects that they stand for.
  static func eventCount(_ isEvent: [Bool], _ weights: CaseWeights?) -> Int {
    guard let weights else { return isEvent.count { $0 } }
    switch weights {
    case .frequencies(let counts): return isEvent.indices.reduce(0) { $0 + (isEvent[$1] ? counts[$1] : 0) }
    case .sampling(let values): return isEvent.indices.count { isEvent[$0] && values[$0] > 0 }
    }
  }

  /// Sum of the weights of the failures.
  static func eventWeight(_ isEvent: [Bool], _ weights: CaseWeights?) -> Double {
    guard let values = weights?.values else { return Double(isEvent.count { $0 }) }
    return CompensatedSum.of(isEvent.indices.lazy.map { isEvent[$0] ? values[$0] : 0 })
  }

  /// Failures for each column; `nil` without columns.
  static func eventsPerVariable(_ eventCount: Int, _ terms: [ModelTerm]) -> Double? {
    let columns = terms.last?.columns.upperBound ?? 0
    return columns > 0 ? Double(eventCount) / Double(columns) : nil
  }

  /// How a fit ended, once it is known whether there was anything to fit.
  static func outcome(_ found: RegressionOutcome, eventCount: Int, terms: [ModelTerm]) -> RegressionOutcome {
    guard eventCount > 0 else { return .noEvents }
    let empty = terms.indices.filter { terms[$0].columns.isEmpty }
    return empty.isEmpty ? found : .singleLevelFactors(terms: empty)
  }
}

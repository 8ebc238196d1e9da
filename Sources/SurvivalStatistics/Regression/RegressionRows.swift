/// Checks that the columns of a regression belong together.
enum RegressionRows {
  /// Throws when a column is not as long as there are rows; optional ones may be empty instead.
  static func validate(
    rowCount: Int, _ columns: [(name: String, count: Int)], optional: [(name: String, count: Int)] = []
  ) throws(SurvivalDataError) {
    for column in columns + optional.filter({ $0.count > 0 }) where column.count != rowCount {
      throw .lengthMismatch(column: column.name, expected: rowCount, found: column.count)
    }
  }
}

/// Pearson's χ² test that two categorical variables are independent.
///
/// Σ (O − E)²/E with (r − 1)(c − 1) degrees of freedom.
///
/// ```swift
/// print(PearsonChiSquaredTest(ContingencyTable([[10, 2], [3, 9]])))
/// // PearsonChiSquaredTest: χ² 8.224 on 1 df, P 0.004
/// ```
///
/// - SeeAlso: Yates (1934), Supplement to the Journal of the Royal Statistical Society 1: 217–235.
public struct PearsonChiSquaredTest: Equatable, Sendable {
  /// Whether differences are made smaller before they are squared.
  public enum ContinuityCorrection: Equatable, Sendable {
    /// No. The default.
    case none
    /// By min(½, |O − E|), for two by two tables; larger tables are not corrected.
    case yates
  }

  /// The counts expected under independence, row after row.
  public let expected: [[Double]]
  /// Statistic, degrees of freedom and P; undefined with fewer than two rows or columns.
  public let result: ChiSquaredResult

  /// Tests a table.
  public init(_ table: ContingencyTable, correction: ContinuityCorrection = .none) {
    let (rows, columns, total) = (table.rowTotals, table.columnTotals, Double(table.total))
    expected = rows.map { row in columns.map { Double(row) * Double($0) / total } }
    guard rows.count > 1, columns.count > 1 else {
      result = .undefined(.fewerThanTwoGroups)
      return
    }
    var smallest = 0.0
    if correction == .yates, table.isTwoByTwo {
      smallest = min(0.5, (Double(table.counts[0][0]) - expected[0][0]).magnitude)
    }
    var statistic = CompensatedSum()
    for row in rows.indices {
      for column in columns.indices {
        let difference = (Double(table.counts[row][column]) - expected[row][column]).magnitude - smallest
        statistic += difference * difference / expected[row][column]
      }
    }
    result = .value(statistic: statistic.value, degreesOfFreedom: (rows.count - 1) * (columns.count - 1))
  }
}

/// Fisher's exact test that two categorical variables are independent.
///
/// P is the probability, given the margins, of all tables that are no more probable than the one observed (to
/// within a factor 1 + 1e-7, so that equal ones count as equal).
///
/// ```swift
/// print(FisherExactTest(ContingencyTable([[3, 1], [1, 3]])))
/// // FisherExactTest: P 0.486, odds ratio 6.408 (0.2117 to 626.2)
/// ```
///
/// - SeeAlso: Fisher (1935), Journal of the Royal Statistical Society 98: 39–82; Mehta & Patel (1983),
///   Journal of the American Statistical Association 78: 427–434.
public struct FisherExactTest: Equatable, Sendable {
  /// The P value; `nil` when there are fewer than two rows or columns, the table is too large to enumerate, or
  /// the task it runs in is cancelled.
  public let pValue: Double?
  /// The odds ratio of a two by two table; `nil` for others, and where it was not asked for.
  public let oddsRatio: ConditionalOddsRatio?

  /// Tests a table.
  ///
  /// - Parameters:
  ///   - table: the counts.
  ///   - level: confidence level of the odds ratio; `nil` leaves it out, which for large counts takes most of the time.
  ///   - pathLimit: how many partial tables may be kept at once; beyond it there is no P value.
  ///   - stepLimit: how many ways to fill a column, and partial tables carried on, may be looked at in all; beyond it
  ///     there is no P value. The default is a matter of seconds.
  /// - Complexity: two by two: linear in the smallest margin. Otherwise linear in the number of distinct
  ///   partial tables that bounds on their completions do not decide.
  public init(
    _ table: ContingencyTable, level: Double? = 0.95, pathLimit: Int = 20_000_000,
    stepLimit: Int = 100_000_000
  ) {
    guard table.rowCount > 1, table.columnCount > 1 else {
      (pValue, oddsRatio) = (nil, nil)
      return
    }
    if table.isTwoByTwo {
      let conditional = NoncentralHypergeometric(table)
      pValue = conditional.twoSidedPValue
      oddsRatio = level.map { ConditionalOddsRatio(conditional, level: $0) }
    } else {
      let oriented = table.rowCount <= table.columnCount ? table : table.transposed
      pValue = TableNetwork(oriented, pathLimit: pathLimit, stepLimit: stepLimit).pValue
      oddsRatio = nil
    }
  }
}

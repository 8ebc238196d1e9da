/// A variable of a regression with the columns of the design matrix that stand for it.
///
/// ```swift
/// let arm = Covariate.factor(name: "arm", levels: ["A", "B", "C"], codes: [0, 1, 2])
/// for term in try DesignMatrix([arm], rowCount: 3).terms { print(term.columns) }
/// // 0..<2
/// ```
public struct ModelTerm: Equatable, Sendable {
  /// The name of the variable.
  public let name: String
  /// Its columns: one for a number, one less than it has levels for a factor, else as many as it was given.
  public let columns: Range<Int>
  /// The level all others are compared with; `nil` for a number.
  public let referenceLevel: String?
}

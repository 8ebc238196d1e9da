/// A variable of a regression with the columns of the design matrix that stand for it.
public struct ModelTerm: Equatable, Sendable {
  /// The name of the variable.
  public let name: String
  /// Its columns: one for a number, one less than it has levels for a factor.
  public let columns: Range<Int>
  /// The level all others are compared with; `nil` for a number.
  public let referenceLevel: String?
}

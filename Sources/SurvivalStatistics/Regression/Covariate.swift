/// One explanatory variable of a regression, as it was recorded.
///
/// ```swift
/// let arm = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [0, 1, 1])
/// print(try DesignMatrix([arm], rowCount: 3).columns)
/// // [[0.0, 1.0, 1.0]]
/// ```
public enum Covariate: Equatable, Sendable {
  /// A number for each row.
  case continuous(name: String, values: [Double])
  /// A level for each row, by its position in `levels`; the first level that occurs is the reference.
  case factor(name: String, levels: [String], codes: [Int])
  /// Several numbers for each row that are one variable: `values[column][row]`, as the products of an interaction.
  case columns(name: String, names: [String], values: [[Double]])

  /// The name of the variable.
  public var name: String {
    switch self {
    case .continuous(let name, _), .factor(let name, _, _), .columns(let name, _, _): name
    }
  }
}

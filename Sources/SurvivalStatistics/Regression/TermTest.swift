/// One test for a whole variable: for a factor, that all its levels are alike.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
/// for test in try CoxModel(data, design: design).termTests { print(test) }
/// // x: χ² 0.5752 on 1 df, P 0.448
/// ```
public struct TermTest: Equatable, Sendable {
  /// The variable.
  public let name: String
  /// χ² with one degree of freedom for each column of the variable.
  public let result: ChiSquaredResult

  /// The Wald test of each variable of a fitted model: β′V⁻¹β over its columns.
  static func wald(terms: [ModelTerm], coefficients: [Double], variance: SymmetricMatrix) -> [TermTest] {
    terms.map { term in
      TermTest(name: term.name, result: wald(term.columns, coefficients, variance))
    }
  }

  static func wald(
    _ columns: Range<Int>, _ coefficients: [Double], _ variance: SymmetricMatrix
  ) -> ChiSquaredResult {
    guard !columns.isEmpty, let factor = Cholesky(variance.restricted(to: columns)) else {
      return .undefined(.noVariance)
    }
    return .value(
      statistic: factor.inverseQuadraticForm(Array(coefficients[columns])), degreesOfFreedom: columns.count)
  }
}

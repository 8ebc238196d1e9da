/// How the search for the coefficients of a regression ended.
///
/// Only a converged fit has coefficients; the others are answers too, and say why there are none.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [4, 3, 2, 1])], rowCount: 4)
/// print(try CoxModel(data, design: design).outcome)
/// // infinite coefficients of columns [0]
/// ```
public enum RegressionOutcome: Equatable, Sendable {
  /// The likelihood has its maximum at the coefficients reported.
  case converged(iterations: Int)
  /// The likelihood keeps rising as these columns' coefficients grow without bound (separation).
  case infiniteCoefficients(columns: [Int])
  /// These columns are constant, or a combination of those before them, in every risk set.
  case dependentColumns([Int])
  /// These terms are factors of which only one level occurs, so there is nothing to compare.
  case singleLevelFactors(terms: [Int])
  /// Nobody failed (from the cause in question).
  case noEvents
  /// No maximum was found.
  case iterationLimit

  /// Whether there are coefficients.
  public var isConverged: Bool {
    if case .converged = self { true } else { false }
  }
}

/// How failures at the same time enter a partial likelihood.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 1), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [2, 1, 0, 1])], rowCount: 4)
/// for ties in TieMethod.allCases {
///   for coefficient in try CoxModel(data, design: design, ties: ties).coefficients { print(coefficient) }
/// }
/// // x: HR 1.732 (95% CI 0.2844 to 10.55), P 0.551
/// // x: HR 1.5 (95% CI 0.2506 to 8.977), P 0.657
/// ```
public enum TieMethod: CaseIterable, Equatable, Hashable, Sendable {
  /// Efron's approximation: close to the average over all orders of the tied failures. The default.
  ///
  /// - SeeAlso: Efron (1977), Journal of the American Statistical Association 72: 557–565.
  case efron
  /// Breslow's approximation: every tied failure is compared with the whole risk set. The default of SAS and
  /// SPSS.
  ///
  /// - SeeAlso: Breslow (1974), Biometrics 30: 89–99.
  case breslow
}

/// How failures at the same time enter a partial likelihood.
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

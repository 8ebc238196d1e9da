/// Which estimator of the variance of a cumulative incidence is used.
///
/// All are consistent; they differ in small samples and by a few per cent in practice.
///
/// ```swift
/// let table = try EventTable([.event(at: 1), .event(at: 2, cause: 1), .event(at: 3), .censored(at: 4)])
/// for variance in IncidenceVariance.allCases {
///   if let estimate = AalenJohansen(table, variance: variance).estimate(at: 3, cause: 0) { print(estimate) }
/// }
/// // 0.5 (0.0127 to 0.8958)
/// // 0.5 (0.05785 to 0.8449)
/// // 0.5 (0.05785 to 0.8449)
/// ```
public enum IncidenceVariance: CaseIterable, Equatable, Hashable, Sendable {
  /// Aalen's, as R's `cmprsk::cuminc` has it. Between failures from the cause it stays as it was at the last
  /// of them.
  /// It was derived for observation from the start; with delayed entry choose ``delta``.
  ///
  /// - SeeAlso: Aalen (1978), Annals of Statistics 6: 534–545.
  case aalen
  /// The delta method on multinomial increments (Greenwood type), as R's `etm` and `prodlim` have it.
  ///
  /// - SeeAlso: Betensky & Schoenfeld (2001), Biometrics 57: 282–286.
  case delta
  /// The infinitesimal jackknife, as R's `survival::survfit` has it.
  ///
  /// When everybody is observed from the start it equals ``delta`` exactly. With delayed entry it depends on
  /// who entered when, which counts do not tell: from an event table it is then not estimable;
  /// ``WeightedAalenJohansen`` computes it from rows.
  case infinitesimalJackknife
}

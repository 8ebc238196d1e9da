internal import Foundation

/// How much each failure time counts in a test of the log-rank family.
///
/// *n* is the number at risk, *d* the number failing, both over all groups of the stratum.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4), .event(at: 5), .censored(at: 6),
/// ])
/// let early = try LogRankTest(data, groups: [0, 0, 1, 0, 1, 1], weights: .flemingHarrington(p: 1, q: 0))
/// print(early.result)
/// // χ² 4.048 on 1 df, P 0.044
/// ```
public enum LogRankWeights: Equatable, Hashable, Sendable {
  /// 1: most powerful under proportional hazards.
  case logRank
  /// *n* (Gehan; Breslow): early differences; depends on the pattern of censoring.
  case gehanBreslow
  /// √*n* (Tarone & Ware).
  case taroneWare
  /// S̃(t) = Π (1 − d/(n + 1)) over the times up to and including *t* (Peto & Peto).
  case petoPeto
  /// S̃(t) n/(n + 1) (Andersen).
  case modifiedPetoPeto
  /// S(t−)^p (1 − S(t−))^q with the pooled Kaplan–Meier estimate (Fleming & Harrington). R's `survdiff(rho =
  /// 1)` is (1, 0).
  case flemingHarrington(p: Double, q: Double)

  /// The weight of a time at which somebody fails.
  func weight(atRisk: Double, before survival: Double, peto: Double) -> Double {
    switch self {
    case .logRank: 1
    case .gehanBreslow: atRisk
    case .taroneWare: atRisk.squareRoot()
    case .petoPeto: peto
    case .modifiedPetoPeto: peto * atRisk / (atRisk + 1)
    case .flemingHarrington(let p, let q): pow(survival, p) * pow(1 - survival, q)
    }
  }
}

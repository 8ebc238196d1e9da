internal import Foundation

/// The scale on which a probability is taken to be normal when a confidence interval is made for it.
///
/// ```swift
/// let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .event(at: 7)]))
/// for transform in ConfidenceTransform.allCases {
///   if let interval = curve.estimate(at: 5, transform: transform)?.interval { print(interval) }
/// }
/// // (0.05785 to 0.8449)
/// // (0.1877 to 1)
/// // (0.01001 to 0.99)
/// // (0.1235 to 0.8765)
/// // (0.08476 to 0.9152)
/// ```
///
/// - SeeAlso: Borgan & Liestøl (1990), Scandinavian Journal of Statistics 17: 35–41.
public enum ConfidenceTransform: CaseIterable, Equatable, Hashable, Sendable {
  /// log(−log *p*): p^exp(∓z·se/(p log p)). Limits never leave 0…1; the default.
  case logLog
  /// log *p*: p·exp(±z·se/p), cut at 1. The default of R's `survfit`.
  case log
  /// *p* itself: p ± z·se, cut to 0…1.
  case plain
  /// log(*p*/(1 − *p*)).
  case logit
  /// arcsin √*p*, the angle cut to 0…π/2.
  case arcsine

  /// The interval for a probability with a standard error.
  ///
  /// At 0 there is none; at 1 there is one for ``log`` and ``plain`` only, and it is 1 to 1.
  ///
  /// - Parameters:
  ///   - p: the estimate.
  ///   - standardError: its standard error, on the scale of the probability.
  ///   - multiplier: half-width in standard errors, 1.96 for 95 %.
  /// - Returns: the interval, or `nil` where the scale has none.
  func interval(probability p: Double, standardError: Double, multiplier: Double) -> ConfidenceInterval? {
    guard p > 0, standardError.isFinite else { return nil }
    let margin = multiplier * standardError
    switch self {
    case .plain:
      return ConfidenceInterval(lower: max(0, p - margin), upper: min(1, p + margin))
    case .log:
      return ConfidenceInterval(lower: p * exp(-margin / p), upper: min(1, p * exp(margin / p)))
    case .logLog:
      guard p < 1 else { return nil }
      let exponent = margin / (p * Foundation.log(p))
      return ConfidenceInterval(lower: pow(p, exp(-exponent)), upper: pow(p, exp(exponent)))
    case .logit:
      guard p < 1 else { return nil }
      let (centre, width) = (Foundation.log(p / (1 - p)), margin / (p * (1 - p)))
      return ConfidenceInterval(
        lower: 1 - 1 / (1 + exp(centre - width)), upper: 1 - 1 / (1 + exp(centre + width)))
    case .arcsine:
      guard p < 1 else { return nil }
      let (angle, width) = (asin(p.squareRoot()), margin / (2 * (p * (1 - p)).squareRoot()))
      let (low, high) = (sin(max(0, angle - width)), sin(min(.pi / 2, angle + width)))
      return ConfidenceInterval(lower: low * low, upper: high * high)
    }
  }
}

/// What is said about a time after the last one a stratum was observed.
///
/// ```swift
/// let curve = KaplanMeier(try EventTable([.event(at: 1), .censored(at: 6)]))
/// print(curve.survival(at: 12) == nil)
/// print(curve.survival(at: 12, beyond: .carryForward) == 0.5)
/// // true
/// // true
/// ```
public enum BeyondFollowUp: Equatable, Sendable {
  /// Nothing: the estimate is not defined there. The default.
  case notEstimable
  /// The last value, as R's `summary(…, extend = TRUE)` does.
  case carryForward
}

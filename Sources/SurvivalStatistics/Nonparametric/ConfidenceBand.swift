/// Pointwise confidence limits of a step function: one pair a step.
///
/// ```swift
/// let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .event(at: 7)]))
/// for limit in curve.band(transform: .plain).lower.compactMap(\.self) {
///   print((limit * 1000).rounded() / 1000)
/// }
/// // 0.326
/// // 0.01
/// // 0.01
/// ```
public struct ConfidenceBand: Equatable, Sendable {
  /// The lower limit just after each step; `nil` where there is no interval.
  public let lower: [Double?]
  /// The upper limit just after each step; `nil` where there is no interval.
  public let upper: [Double?]

  init(_ intervals: [ConfidenceInterval?]) {
    lower = intervals.map { $0?.lower }
    upper = intervals.map { $0?.upper }
  }
}

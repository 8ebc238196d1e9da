/// Pointwise confidence limits of a step function: one pair a step.
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

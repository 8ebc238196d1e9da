/// The time by which a fraction has failed, with a confidence interval.
///
/// ```swift
/// let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .event(at: 7)]))
/// print(curve.quantile(0.25))
/// print(curve.quantile(0.75))
/// // 2.5 (1 to NR)
/// // 7 (1 to NR)
/// ```
public struct QuantileEstimate: Equatable, Sendable {
  /// The fraction failed: 0.5 for the median.
  public let fraction: Double
  /// The time; `nil` when the curve does not get there ("NR", not reached).
  public let time: Double?
  /// The lower limit; `nil` when the band does not get there.
  public let lower: Double?
  /// The upper limit; `nil` when the band does not get there.
  public let upper: Double?

  /// Makes an estimate from its parts.
  public init(fraction: Double, time: Double?, lower: Double?, upper: Double?) {
    (self.fraction, self.time, self.lower, self.upper) = (fraction, time, lower, upper)
  }
}

extension QuantileEstimate: CustomStringConvertible {
  /// The time with its limits; `NR` where it is not reached.
  public var description: String {
    guard let time else { return "NR" }
    guard lower != nil || upper != nil else { return PrintedNumber.text(time) }
    let (from, to) = (lower.map(PrintedNumber.text) ?? "NR", upper.map(PrintedNumber.text) ?? "NR")
    return "\(PrintedNumber.text(time)) (\(from) to \(to))"
  }
}

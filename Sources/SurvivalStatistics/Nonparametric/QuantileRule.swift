/// The time that stands for a quantile when the curve runs flat at exactly that height.
///
/// ```swift
/// let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 2), .event(at: 6), .censored(at: 9)]))
/// print(curve.quantile(0.5).time == 4)
/// print(curve.quantile(0.5, rule: .strictlyBelow).time == 6)
/// // true
/// // true
/// ```
public enum QuantileRule: Equatable, Sendable {
  /// The middle of the flat stretch, as in R and Prism; of a final one, the middle between its start and the
  /// last time of observation. The default.
  case midpoint
  /// The first time at which the curve is strictly beyond the height, as in SAS.
  case strictlyBelow

  /// The first of the times at which a curve is at or below 1 − `fraction`, by this rule; `nil` where it never is.
  func crossing(of curve: [Double?], _ fraction: Double, times: [Double]) -> Double? {
    crossing(fraction, times: times) { curve[$0] }
  }

  /// The same of a curve whose values are asked for in the order of the times, no further than needed.
  func crossing(_ fraction: Double, times: [Double], value: (Int) -> Double?) -> Double? {
    let tolerance = Self.tolerance
    var reached: Double?
    for step in times.indices {
      guard let value = value(step), 1 - value >= fraction - tolerance else { continue }
      if reached == nil { reached = times[step] }
      guard 1 - value >= fraction + tolerance else { continue }
      return self == .midpoint ? reached.map { $0 + (times[step] - $0) / 2 } : times[step]
    }
    guard self == .midpoint, let reached, let last = times.last else { return nil }
    return reached + (last - reached) / 2
  }

  /// How far a height may be off and still be the one that is meant.
  static let tolerance = Double.ulpOfOne.squareRoot()
}

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
    let tolerance = Double.ulpOfOne.squareRoot()
    let beyond = curve.firstIndex { value in value.map { 1 - $0 >= fraction + tolerance } ?? false }
    guard self == .midpoint else { return beyond.map { times[$0] } }
    guard
      let reached = curve.firstIndex(where: { value in value.map { 1 - $0 >= fraction - tolerance } ?? false }
      ),
      let last = times.last
    else { return nil }
    let end = beyond.map { times[$0] } ?? last
    return times[reached] + (end - times[reached]) / 2
  }
}

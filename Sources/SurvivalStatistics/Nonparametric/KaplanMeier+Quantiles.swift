extension KaplanMeier {
  /// The time by which half have failed, with limits from the log-log band; the middle of the stretch where S
  /// is ½.
  public var median: QuantileEstimate { quantile(0.5) }

  /// The time by which a fraction has failed, with limits by inverting a confidence band.
  ///
  /// S is compared with 1 − `fraction` to within √ε, so that ½ reached by multiplication is ½. A limit is the
  /// time at which the lower or upper band crosses the same height, by the same rule; it is `nil` where the
  /// band does not.
  ///
  /// - Parameters:
  ///   - fraction: fraction failed, between 0 and 1.
  ///   - rule: what to answer when the curve is flat at exactly the height.
  ///   - level: confidence level.
  ///   - transform: scale of the band that is inverted.
  /// - Returns: the time and its limits, each `nil` where it is not reached.
  /// - Complexity: O(*u*) for *u* distinct times.
  /// - SeeAlso: Brookmeyer & Crowley (1982), Biometrics 38: 29–41.
  public func quantile(
    _ fraction: Double, rule: QuantileRule = .midpoint, level: Double = 0.95,
    transform: ConfidenceTransform = .logLog
  ) -> QuantileEstimate {
    let band = band(level: level, transform: transform)
    return QuantileEstimate(
      fraction: fraction, time: crossing(of: survival, fraction, rule),
      lower: crossing(of: band.lower, fraction, rule), upper: crossing(of: band.upper, fraction, rule))
  }

  /// The first time at which a curve is at or below 1 − `fraction`.
  private func crossing(of curve: [Double?], _ fraction: Double, _ rule: QuantileRule) -> Double? {
    let tolerance = Double.ulpOfOne.squareRoot()
    let beyond = curve.firstIndex { value in value.map { 1 - $0 >= fraction + tolerance } ?? false }
    guard rule == .midpoint else { return beyond.map { table.times[$0] } }
    guard
      let reached = curve.firstIndex(where: { value in value.map { 1 - $0 >= fraction - tolerance } ?? false }
      ),
      let last = table.lastTime
    else { return nil }
    let end = beyond.map { table.times[$0] } ?? last
    return table.times[reached] + (end - table.times[reached]) / 2
  }
}

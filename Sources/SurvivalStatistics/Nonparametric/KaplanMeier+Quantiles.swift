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
      fraction: fraction, time: rule.crossing(of: survival, fraction, times: table.times),
      lower: rule.crossing(of: band.lower, fraction, times: table.times),
      upper: rule.crossing(of: band.upper, fraction, times: table.times))
  }
}

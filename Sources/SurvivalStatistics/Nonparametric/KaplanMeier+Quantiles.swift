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
    let multiplier = TailProbability.normalMultiplier(level: level)
    func limit(_ end: KeyPath<ConfidenceInterval, Double>, from height: Double) -> Double? {
      var known: Double?
      return rule.crossing(fraction, times: table.times) { step in
        guard survival[step] <= height else { return nil }
        if known == nil || isStep(step) {
          known = interval(atStep: step, transform: transform, multiplier: multiplier)?[keyPath: end]
        }
        return known
      }
    }
    // The upper limit is nowhere below the curve, so it cannot cross a height before the curve has.
    return QuantileEstimate(
      fraction: fraction, time: rule.crossing(fraction, times: table.times) { survival[$0] },
      lower: limit(\.lower, from: 1), upper: limit(\.upper, from: 1 - fraction + 2 * QuantileRule.tolerance))
  }

  /// The same with the limits read off a band that is there already.
  ///
  /// - Parameter band: of this curve.
  /// - Complexity: O(*u*) for *u* distinct times.
  package func quantile(
    _ fraction: Double, rule: QuantileRule = .midpoint, band: ConfidenceBand
  ) -> QuantileEstimate {
    QuantileEstimate(
      fraction: fraction, time: rule.crossing(fraction, times: table.times) { survival[$0] },
      lower: rule.crossing(of: band.lower, fraction, times: table.times),
      upper: rule.crossing(of: band.upper, fraction, times: table.times))
  }
}

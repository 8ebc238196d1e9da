extension KaplanMeier {
  /// The probability of surviving a further time, given survival to a time already reached: S(T + s)/S(T).
  ///
  /// The variance collects the Greenwood terms after T only, as if observation had started there.
  ///
  /// - Parameters:
  ///   - further: s, counted from `given`.
  ///   - given: T, the time already survived.
  ///   - level: confidence level.
  ///   - transform: scale of the interval.
  ///   - beyond: what to say past the last time.
  /// - Returns: `nil` when nobody is observed beyond T, or T + s is past the last time.
  /// - Complexity: O(*u*) for *u* distinct times.
  /// - SeeAlso: Zabor, Gonen, Chapman & Panageas (2013), Cancer 119: 3589–3592.
  public func conditionalSurvival(
    further: Double, given: Double, level: Double = 0.95, transform: ConfidenceTransform = .logLog,
    beyond: BeyondFollowUp = .notEstimable
  ) -> ProbabilityEstimate? {
    KaplanMeier(table.suffix(after: given))
      .estimate(at: given + further, level: level, transform: transform, beyond: beyond)
  }
}

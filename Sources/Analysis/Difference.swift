package import SurvivalStatistics

/// How an arm differs from the first one at the time at which curves are read.
package struct Difference: Equatable, Sendable {
  /// Places among the arms.
  package var arm: Int
  package var reference: Int
  /// The cause whose incidence differs, by its place; `nil` for survival.
  package var cause: Int?
  /// In the recorded unit.
  package var time: Double
  /// Arm minus reference, with the normal interval and P of independent groups; `nil` where either curve is not
  /// estimable.
  package var risk: ProbabilityDifference?
  /// Restricted mean survival to the same time, arm minus reference, in the recorded unit; `nil` for an incidence.
  package var restrictedMean: RestrictedMeanDifference?

  /// - Complexity: O(*u*) for *u* distinct times.
  init(_ curve: Curve, minus reference: Curve, at time: Double) {
    (arm, self.reference, self.time, cause) = (curve.arm, reference.arm, time, curve.cause)
    risk = Self.risk(curve.reading(at: time), reference.reading(at: time))
    if case .survival(let one) = curve.estimate, case .survival(let other) = reference.estimate,
      let mean = one.restrictedMean(to: time), let otherMean = other.restrictedMean(to: time)
    {
      restrictedMean = RestrictedMeanDifference(mean, minus: otherMean)
    }
  }

  // Where nobody failed in either arm, or everybody did, the data say nothing of the width: 0 to 0 would be false.

  /// The normal interval of ``risk``; `nil` at zero standard error.
  package var riskInterval: ConfidenceInterval? {
    risk.flatMap { $0.standardError > 0 ? $0.interval() : nil }
  }

  /// Of no difference; `nil` at zero standard error.
  package var pValue: Double? { risk?.pValue }

  /// The normal interval of ``restrictedMean``; `nil` at zero standard error.
  package var restrictedMeanInterval: ConfidenceInterval? {
    restrictedMean.flatMap { $0.standardError > 0 ? $0.interval() : nil }
  }

  private static func risk(_ one: Curve.Reading, _ other: Curve.Reading) -> ProbabilityDifference? {
    guard case .estimate(let a, _, _) = one, case .estimate(let b, _, _) = other else { return nil }
    return ProbabilityDifference(a, minus: b)
  }
}

/// Aalen's variance of a cumulative incidence, as R's `cmprsk` computes it.
enum AalenVariance {
  /// The variance of Fₖ just after each step.
  ///
  /// With S the survival after a step, each increment of another cause's hazard moves F − F(t) through S,
  /// each of this cause's moves F as well. Both enter a quadratic in F(t) whose three coefficients are kept
  /// as running sums; tied failures carry the finite-population factor 1 − (m − 1)/(n − 1).
  ///
  /// - Complexity: O(*u* *k*) for *u* distinct times and *k* causes.
  static func variances(_ table: EventTable, cause: Int, survival: [Double]) -> [Double] {
    var variances = [Double]()
    variances.reserveCapacity(table.times.count)
    var (incidence, variance, before) = (0.0, 0.0, 1.0)
    var (constant, linear, quadratic) = (0.0, 0.0, 0.0)
    for step in table.times.indices {
      let (atRisk, after) = (Double(table.atRisk[step]), survival[step])
      let failing = Double(table.events[cause][step])
      let competing = Double(table.eventCount(atStep: step)) - failing
      if failing > 0 { incidence += before * failing / atRisk }
      if competing > 0, after > 0 {
        let weight = hazardVariance(competing, atRisk) * before * before
        let ratio = incidence / after
        constant += ratio * ratio * weight
        linear += ratio / after * weight
        quadratic += weight / (after * after)
      }
      if failing > 0 {
        let weight = hazardVariance(failing, atRisk) * before * before
        let slope = after > 0 ? 1 / after : 0
        let own = 1 + slope * incidence
        constant += own * own * weight
        linear += slope * own * weight
        quadratic += slope * slope * weight
        variance = constant + incidence * incidence * quadratic - 2 * incidence * linear
      }
      variances.append(max(0, variance))
      before = after
    }
    return variances
  }

  private static func hazardVariance(_ failing: Double, _ atRisk: Double) -> Double {
    let correction = failing > 1 ? 1 - (failing - 1) / (atRisk - 1) : 1
    return correction * failing / (atRisk * atRisk)
  }
}

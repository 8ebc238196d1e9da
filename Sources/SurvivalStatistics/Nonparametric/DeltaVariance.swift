/// The delta-method (Greenwood type) variance of a cumulative incidence.
enum DeltaVariance {
  /// The variance of Fₖ just after each step.
  ///
  /// The defining sum Σⱼ (F(t) − Fⱼ)² d/(n(n − d)) + S²(n − dₖ)dₖ/n³ − 2(F(t) − Fⱼ)S dₖ/n² runs over all steps for every
  /// *t*. Written in the growth of F since each step it can be carried forward: no term is recomputed, and no large
  /// sums cancel.
  ///
  /// - Complexity: O(*u* *k*) for *u* distinct times and *k* causes.
  static func variances(_ table: EventTable, cause: Int, survival: [Double]) -> [Double] {
    var variances = [Double]()
    variances.reserveCapacity(table.times.count)
    var before = 1.0
    // Σa, Σa·growth, Σa·growth² with a = d/(n(n − d)); Σc, Σc·growth with c = S dₖ/n²; and the middle term.
    var (weight, weighted, squared) = (0.0, 0.0, 0.0)
    var (cross, crossed, own) = (0.0, 0.0, 0.0)
    for step in table.times.indices {
      let atRisk = Double(table.atRisk[step])
      let (failing, all) = (Double(table.events[cause][step]), Double(table.eventCount(atStep: step)))
      if failing > 0 {
        let growth = before * failing / atRisk
        squared += growth * (2 * weighted + growth * weight)
        weighted += growth * weight
        crossed += growth * cross
        own += before * before * (atRisk - failing) * failing / (atRisk * atRisk * atRisk)
        cross += before * failing / (atRisk * atRisk)
      }
      if all > 0, all < atRisk { weight += all / (atRisk * (atRisk - all)) }
      variances.append(max(0, squared + own - 2 * crossed))
      before = survival[step]
    }
    return variances
  }
}

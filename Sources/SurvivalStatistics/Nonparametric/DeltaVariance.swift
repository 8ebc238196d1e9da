/// The delta-method (Greenwood type) variance of a cumulative incidence.
enum DeltaVariance {
  /// The variance of Fₖ just after each step.
  ///
  /// The defining sum Σⱼ (F(t) − Fⱼ)² d/(n(n − d)) + S²(n − dₖ)dₖ/n³ − 2(F(t) − Fⱼ)S dₖ/n² runs over all
  /// steps for every *t*, and its terms cancel. Completing each square gives Σ a(F(t) − m)² + S² dₖ(d −
  /// dₖ)/(n²d) with a = d/(n(n − d)) and m = Fⱼ + S dₖ(n − d)/(nd): a weighted spread around F(t), which
  /// running weight, mean and sum of squares carry forward without ever subtracting large numbers.
  ///
  /// - Complexity: O(*u* *k*) for *u* distinct times and *k* causes.
  static func variances(_ table: EventTable, cause: Int, survival: [Double]) -> [Double] {
    var variances = [Double]()
    variances.reserveCapacity(table.times.count)
    var (incidence, before) = (0.0, 1.0)
    var (weight, mean, squares, fixed) = (0.0, 0.0, 0.0, 0.0)
    for step in table.times.indices {
      let n = Double(table.atRisk[step])
      let (own, all) = (Double(table.events[cause][step]), Double(table.eventCount(atStep: step)))
      if own > 0 { incidence += before * own / n }
      if all > 0, all < n {
        let a = all / (n * (n - all))
        let deviation = incidence + before * own * (n - all) / (n * all) - mean
        weight += a
        mean += deviation * a / weight
        squares += a * deviation * deviation * (1 - a / weight)
        fixed += before * before * own * (all - own) / (n * n * all)
      } else if all > 0 {
        // Everybody fails: F cannot grow any more.
        fixed += before * before * own * (n - own) / (n * n * n)
      }
      let distance = incidence - mean
      variances.append(weight * distance * distance + squares + fixed)
      before = survival[step]
    }
    return variances
  }
}

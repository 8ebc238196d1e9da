/// How far two samples lie apart in standard deviations, without sign: the standardised mean difference of a table of
/// characteristics.
///
/// Unlike a P value it does not depend on how many subjects there are.
///
/// ```swift
/// print(StandardizedDifference(SampleSummary([1, 2, 3]), SampleSummary([2, 3, 4])))
/// print(StandardizedDifference(counts: [30, 10], [20, 20]))
/// // standardised difference 1
/// // standardised difference 0.5345
/// ```
///
/// - SeeAlso: Yang & Dalton (2012), SAS Global Forum, paper 335.
public struct StandardizedDifference: Equatable, Sendable {
  /// The difference, infinite where the samples have no value in common and none varies within its own.
  ///
  /// `nil` where there is nothing to measure it by: a sample is empty or has no variance, or all are of one level.
  public let value: Double?

  /// Of numbers: |difference of means| / √(mean of variances).
  public init(_ first: SampleSummary, _ second: SampleSummary) {
    guard let mean = first.mean, let other = second.mean, let spread = first.standardDeviation,
      let otherSpread = second.standardDeviation
    else {
      value = nil
      return
    }
    let pooled = ((spread * spread + otherSpread * otherSpread) / 2).squareRoot()
    let quotient = (mean - other).magnitude / pooled
    value = quotient.isNaN ? nil : quotient
  }

  /// Of categories, by how many subjects have each level: Mahalanobis' distance of the shares by the mean of their
  /// covariance matrices, as Yang and Dalton define it.
  ///
  /// That is √(Σ (p − q)²/(p + q) / Σ pq/(p + q)) over the levels, whichever of them is left out of the matrices: their
  /// mean is diag(m) − mmᵀ − δδᵀ with m = (p + q)/2, δ = (p − q)/2, and can be inverted by hand.
  ///
  /// - Parameters:
  ///   - first: the count of each level, none negative.
  ///   - second: the same of the other sample, as long.
  public init(counts first: [Int], _ second: [Int]) {
    precondition(first.count == second.count, "two counts a level")
    let (n, m) = (Double(first.reduce(0, +)), Double(second.reduce(0, +)))
    guard n > 0, m > 0, zip(first, second).count(where: { $0 + $1 > 0 }) > 1 else {
      value = nil
      return
    }
    var (apart, shared) = (CompensatedSum(), CompensatedSum())
    for (count, other) in zip(first, second) where count + other > 0 {
      let (p, q) = (Double(count) / n, Double(other) / m)
      apart += (p - q) * (p - q) / (p + q)
      shared += p * q / (p + q)
    }
    value = (apart.value / shared.value).squareRoot()
  }
}

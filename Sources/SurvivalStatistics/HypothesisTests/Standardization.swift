/// Mean and spread of scores, for standardising the sum of some of them.
struct Standardization {
  let total: Double
  let mean: Double
  /// Σ (a − ā)²/(N − 1).
  let variance: Double

  init(_ scores: [Double]) {
    total = Double(scores.count)
    let mean = CompensatedSum.of(scores) / total
    self.mean = mean
    variance = CompensatedSum.of(scores.lazy.map { ($0 - mean) * ($0 - mean) }) / (total - 1)
  }

  func statistic(sum: Double, count: Int) -> Double {
    let m = Double(count)
    let spread = variance * m * (total - m) / total
    return spread > 0 ? (sum - m * mean).magnitude / spread.squareRoot() : 0
  }
}

internal import Foundation

/// What one failure time adds to a partial likelihood and its derivatives, by Efron's or Breslow's rule.
///
/// With *d* tied failures there are *d* terms; in the *l*-th, Efron counts each of them as 1 − l/d at risk.
struct FailureTimeContribution: Sendable {
  /// Σ log of the weight at risk, one term a failure.
  private(set) var logWeights = 0.0
  /// Σ of the mean covariates at risk, one term a failure.
  private(set) var means: [Double]
  /// Σ of the covariance of covariates at risk, packed by rows of the lower triangle.
  private(set) var covariances: [Double]

  private let columnCount: Int
  private var mean: [Double]

  init(columnCount: Int) {
    self.columnCount = columnCount
    means = Array(repeating: 0, count: columnCount)
    mean = means
    covariances = Array(repeating: 0, count: columnCount * (columnCount + 1) / 2)
  }

  /// Replaces the contribution by that of another time.
  ///
  /// - Complexity: O(*d* *p*²) for *d* failures and *p* covariates.
  mutating func compute(_ time: CoxRiskSets.FailureTime, ties: TieMethod) {
    logWeights = 0
    for index in means.indices { means[index] = 0 }
    for index in covariances.indices { covariances[index] = 0 }
    let terms = time.terms(ties)
    for term in 0..<terms.count {
      add(time, removed: Double(term) / Double(terms.count), multiplicity: terms.weight)
    }
  }

  private mutating func add(_ time: CoxRiskSets.FailureTime, removed: Double, multiplicity: Double) {
    let weight = time.risk.value(0) - removed * time.failing.value(0)
    logWeights += multiplicity * log(weight)
    for column in 0..<columnCount {
      mean[column] = (time.risk.value(1 + column) - removed * time.failing.value(1 + column)) / weight
      means[column] += multiplicity * mean[column]
    }
    var packed = 0
    for row in 0..<columnCount {
      for column in 0...row {
        let index = 1 + columnCount + packed
        let product = (time.risk.value(index) - removed * time.failing.value(index)) / weight
        covariances[packed] += multiplicity * (product - mean[row] * mean[column])
        packed += 1
      }
    }
  }
}

/// What the rows of an analysis stand for when not each is one subject.
///
/// The two kinds give the same estimates but not the same precision: three equal subjects are more to know than one
/// who counts three times.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "dose", values: [2, 1, 3, 1])], rowCount: 4)
/// print(try CoxModel(data, design: design, weights: .frequencies([2, 1, 1, 3])))
/// print(try CoxModel(data, design: design, weights: .sampling([2, 1, 1, 3])))
/// // CoxModel: n 4, 6 events, converged
/// //   dose: HR 1.309 (95% CI 0.3448 to 4.971), P 0.692
/// // CoxModel: n 4, 3 events, converged
/// //   dose: HR 1.277 (95% CI 0.3506 to 4.65), P 0.711
/// ```
public enum CaseWeights: Equatable, Sendable {
  /// How many equal subjects each row stands for: everything is as if the row were there that many times.
  case frequencies([Int])
  /// How many subjects of a population each row stands for, as from inverse probabilities of being sampled or treated:
  /// variances are robust (infinitesimal jackknife), and do not depend on the unit of the weights.
  case sampling([Double])

  /// Throws when there is not one weight a row, or one that cannot be; none may be negative, not all zero.
  func validate(rowCount: Int) throws(SurvivalDataError) {
    let weights = values
    try RegressionRows.validate(rowCount: rowCount, [("weight", weights.count)])
    var total = 0.0
    for row in weights.indices {
      if !(weights[row] >= 0 && weights[row].isFinite) {
        throw .invalidWeight(row: row, weight: weights[row])
      }
      total += weights[row]
    }
    if rowCount > 0, !(total > 0 && total < 1e15) { throw .invalidWeight(row: 0, weight: weights[0]) }
  }

  /// The weight of each row.
  public var values: [Double] {
    switch self {
    case .frequencies(let counts): counts.map(Double.init)
    case .sampling(let weights): weights
    }
  }

  /// Whether variances are robust.
  var areSampling: Bool {
    if case .sampling = self { true } else { false }
  }
}

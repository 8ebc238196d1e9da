/// The score test that the hazard ratios of a Cox model do not change with time.
///
/// For each variable, and for all together, it is the score test for adding g(t)·x to the model, with the
/// full information matrix (as R's `cox.zph` since survival 3.0, not the approximation of 1994). A factor has
/// one test with as many degrees of freedom as columns.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 1), .event(at: 2), .event(at: 3), .event(at: 4), .censored(at: 5),
/// ])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0, 1])], rowCount: 5)
/// if let test = try CoxModel(data, design: design).proportionalHazardsTest() { print(test) }
/// // x: χ² 0.7079 on 1 df, P 0.400
/// // global: χ² 0.7079 on 1 df, P 0.400
/// ```
///
/// - SeeAlso: Grambsch & Therneau (1994), Biometrika 81: 515–526; Therneau (2023), *survival*, vignette
///   "Approximating a Cox model".
public struct ProportionalHazardsTest: Equatable, Sendable {
  /// The function of time g.
  public let transform: TimeTransform
  /// The test of each variable.
  public let terms: [TermTest]
  /// The test of all variables together.
  public let global: ChiSquaredResult
}

extension CoxModel {
  /// Tests whether hazard ratios change with time; `nil` unless the model converged, or with sampling weights, whose
  /// information is not the variance of the score.
  ///
  /// - Complexity: O(*n* log *n* + *n* *p*²) for *n* rows and *p* columns.
  public func proportionalHazardsTest(_ transform: TimeTransform = .kaplanMeier) -> ProportionalHazardsTest? {
    guard outcome.isConverged, !coefficients.isEmpty, weights?.areSampling != true else { return nil }
    let sums = TimeVaryingSums(self, transform)
    return ProportionalHazardsTest(
      transform: transform,
      terms: terms.map { TermTest(name: $0.name, result: sums.test($0.columns)) },
      global: sums.test(0..<coefficients.count))
  }
}

/// Score and information of a Cox model to which g(t)·x has been added with coefficient zero.
private struct TimeVaryingSums {
  var score: [Double]
  var information: SymmetricMatrix
  private let columnCount: Int

  init(_ model: CoxModel, _ transform: TimeTransform) {
    let sets = model.likelihood.riskSets
    let count = sets.columnCount
    let (hazards, _) = sets.relativeHazards(sets.linearPredictors(model.scaledCoefficients))
    let clock = TransformedTime(sets, transform)
    var contribution = FailureTimeContribution(columnCount: count)
    let zeros = [CompensatedSum](repeating: CompensatedSum(), count: count * (count + 1) / 2)
    var (plain, mixed, squared) = (zeros, zeros, zeros)
    var score = [CompensatedSum](repeating: CompensatedSum(), count: count)
    sets.forEachFailureTime(exposures: sets.exposures(hazards)) { time in
      contribution.compute(time, ties: model.ties)
      let g = clock.value(time.time)
      for row in time.rows where sets.isEvent[row] {
        let weighted = g * sets.weight(row)
        for column in 0..<count { score[column] += weighted * sets.values[row * count + column] }
      }
      for column in 0..<count { score[column] += -g * contribution.means[column] }
      for index in plain.indices {
        let covariance = contribution.covariances[index]
        plain[index] += covariance
        mixed[index] += g * covariance
        squared[index] += g * g * covariance
      }
    }
    columnCount = count
    self.score = score.map(\.value)
    information = SymmetricMatrix(order: 2 * count)
    var index = 0
    for row in 0..<count {
      for column in 0...row {
        information[row, column] = plain[index].value
        information[count + row, column] = mixed[index].value
        information[count + column, row] = mixed[index].value
        information[count + row, count + column] = squared[index].value
        index += 1
      }
    }
  }

  func test(_ columns: Range<Int>) -> ChiSquaredResult {
    let selected = Array(0..<columnCount) + columns.map { columnCount + $0 }
    guard !columns.isEmpty, let factor = Cholesky(information.restricted(to: selected)) else {
      return .undefined(.noVariance)
    }
    let score = [Double](repeating: 0, count: columnCount) + self.score[columns]
    return .value(statistic: factor.inverseQuadraticForm(score), degreesOfFreedom: columns.count)
  }
}

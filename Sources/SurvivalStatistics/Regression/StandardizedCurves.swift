internal import Foundation

/// Curves standardised to a set of rows: what the model predicts for each, averaged (direct standardisation, the
/// g-formula). A model whose coefficients grow without bound predicts what it tends to.
extension CoxModel {
  /// The mean over rows of predicted survival, by the increments of hazard that the model has for ties.
  ///
  /// With every row's group set to one of them, this is the survival that all would have in that group, as far as the
  /// model holds. The numbers are the means of those of R's `survfit(fit, newdata)`.
  ///
  /// - Parameters:
  ///   - design: the covariates of the rows averaged over, coded as those of the model.
  ///   - strata: the stratum of each row; empty for a single one.
  ///   - times: where survival is wanted; past the last time of a stratum its last value is carried on.
  ///   - weights: what each row counts for; empty for equal parts.
  /// - Returns: one probability a time; `nil` where the model has no coefficients to go by, or lacks a stratum or column.
  /// - Complexity: O(*n* *p*²) and O(*n* *t*), for *n* rows, *p* columns and *t* times.
  public func standardizedSurvival(
    over design: DesignMatrix, strata: [Int] = [], at times: [Double], weights: [Double] = []
  ) -> [Double]? {
    guard outcome.tells, design.columnCount == scaledCoefficients.count else { return nil }
    let baselines = cumulativeBaselines()
    let numbers = likelihood.riskSets.stratumNumbers
    let places = Dictionary(numbers.enumerated().map { ($1, $0) }) { first, _ in first }
    let hazards = baselines.map { curve in times.map { curve.hazards[curve.index($0)] } }
    var strataOfRows = [Int](repeating: 0, count: design.rowCount)
    for row in strata.indices {
      guard let place = places[strata[row]] else { return nil }
      strataOfRows[row] = place
    }
    return PredictedMean.over(
      design, standardized, scaledCoefficients, weights: weights, hazards: hazards, strata: strataOfRows)
  }
}

extension FineGrayModel {
  /// The mean over rows of the cumulative incidence that R's `predict.crr` gives each, as for
  /// ``CoxModel/standardizedSurvival(over:strata:at:weights:)``.
  ///
  /// - Returns: one probability a time; `nil` where the model has no coefficients to go by, or lacks a column.
  /// - Complexity: O(*n* *p*²) and O(*n* *t*), for *n* rows, *p* columns and *t* times.
  public func standardizedIncidence(
    over design: DesignMatrix, at times: [Double], weights: [Double] = []
  ) -> [Double]? {
    guard outcome.tells, design.columnCount == scaledCoefficients.count else { return nil }
    let (relative, shift) = likelihood.relativeHazards(likelihood.linearPredictors(scaledCoefficients))
    var steps: [(time: Double, increment: Double)] = []
    likelihood.forEachFailureTime(exposures: likelihood.exposures(relative)) { time in
      steps.append((likelihood.times[time.step], time.failures / time.sum(0) / exp(shift)))
    }
    steps.reverse()
    var cumulative = [0.0]
    for step in steps { cumulative.append(cumulative[cumulative.count - 1] + step.increment) }
    let hazards = times.map { time in cumulative[steps.partitioningIndex { $0.time > time }] }
    return PredictedMean.over(
      design, standardized, scaledCoefficients, weights: weights, hazards: [hazards],
      strata: [Int](repeating: 0, count: design.rowCount)
    ).map { $0.map { 1 - $0 } }
  }
}

extension RegressionOutcome {
  /// Whether its coefficients predict something: also where some of them would grow for ever.
  fileprivate var tells: Bool {
    switch self {
    case .converged, .infiniteCoefficients: true
    default: false
    }
  }
}

/// The mean over rows of exp(−H e^{β′x}).
private enum PredictedMean {
  static func over(
    _ design: DesignMatrix, _ standardized: StandardizedDesign, _ coefficients: [Double], weights: [Double],
    hazards: [[Double]], strata: [Int]
  ) -> [Double]? {
    guard let count = hazards.first?.count else { return nil }
    var sums = [Double](repeating: 0, count: count)
    var total = 0.0
    for row in 0..<design.rowCount {
      let weight = weights.isEmpty ? 1 : weights[row]
      guard weight > 0 else { continue }
      var predictor = 0.0
      for column in coefficients.indices {
        let value = (design.columns[column][row] - standardized.means[column]) / standardized.scales[column]
        predictor += coefficients[column] * value
      }
      let risk = exp(predictor)
      let hazard = hazards[strata[row]]
      // Nothing to the power of an infinite risk is survival all the same.
      for time in 0..<count { sums[time] += weight * (hazard[time] == 0 ? 1 : exp(-hazard[time] * risk)) }
      total += weight
    }
    return total > 0 ? sums.map { $0 / total } : nil
  }
}

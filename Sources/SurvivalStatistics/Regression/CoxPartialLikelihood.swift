/// The partial likelihood of a Cox model as a function of its (standardised) coefficients.
struct CoxPartialLikelihood: Equatable, Sendable {
  let riskSets: CoxRiskSets
  let ties: TieMethod

  /// The log partial likelihood, its score and its information.
  ///
  /// - Complexity: O(*n* *p*²) for *n* rows and *p* covariates.
  func point(at coefficients: [Double]) -> LikelihoodPoint {
    let count = riskSets.columnCount
    let predictors = riskSets.linearPredictors(coefficients)
    let (hazards, shifts) = riskSets.relativeHazards(predictors)
    var logLikelihood = CompensatedSum()
    var score = [CompensatedSum](repeating: CompensatedSum(), count: count)
    var information = [CompensatedSum](repeating: CompensatedSum(), count: count * (count + 1) / 2)
    var contribution = FailureTimeContribution(columnCount: count)
    riskSets.forEachFailureTime(exposures: riskSets.exposures(hazards)) { time in
      contribution.compute(time, ties: ties)
      for row in time.rows where riskSets.isEvent[row] {
        let weight = riskSets.weight(row)
        logLikelihood += weight * (predictors[row] - shifts[time.stratum])
        for column in 0..<count { score[column] += weight * riskSets.values[row * count + column] }
      }
      logLikelihood += -contribution.logWeights
      for column in 0..<count { score[column] += -contribution.means[column] }
      for index in information.indices { information[index] += contribution.covariances[index] }
    }
    return LikelihoodPoint(
      logLikelihood: logLikelihood.value, score: score.map(\.value),
      information: SymmetricMatrix(lowerTriangle: information.map(\.value), order: count))
  }
}

/// What each row adds to the score of a fitted Fine–Gray model, per unit of its weight, with the part that is due to estimating G.
///
/// η is the row's own martingale integral, during which those who failed from another cause stay at risk with
/// a falling weight; ψ is the influence of its censoring, or of its being at risk of it, on everybody's
/// weights.
///
/// - SeeAlso: Fine & Gray (1999), Journal of the American Statistical Association 94: 496–509, section 3.3.
struct FineGrayResiduals: Sendable {
  /// η + ψ by increasing time, row after row.
  private(set) var values: [Double]

  private let likelihood: FineGrayLikelihood
  private let hazards: [Double]
  private var steps: Steps

  /// - Complexity: O(*n* *p*²) for *n* rows and *p* columns.
  init(_ likelihood: FineGrayLikelihood, at coefficients: [Double]) {
    self.likelihood = likelihood
    hazards = likelihood.relativeHazards(likelihood.linearPredictors(coefficients)).hazards
    steps = Steps(likelihood, hazards: hazards)
    values = Array(repeating: 0, count: likelihood.rowCount * likelihood.columnCount)
    addOwnTerms()
    addCensoringTerms()
  }

  /// The residuals as a robust variance takes them: rows of a sampling weight times it, rows of a frequency repeated.
  func weighted(_ weights: CaseWeights?) -> [Double] {
    guard let weights, likelihood.columnCount > 0 else { return values }
    return values.indices.map { index in
      let weight = likelihood.weight(index / likelihood.columnCount)
      return values[index] * (weights.areSampling ? weight : weight.squareRoot())
    }
  }

  private mutating func addOwnTerms() {
    let count = likelihood.columnCount
    for (step, range) in likelihood.steps.enumerated() {
      for row in range {
        let ending = likelihood.endings[row]
        let isStaying = ending == .competing && likelihood.uncensored[step] > 0
        let later = isStaying ? hazards[row] / likelihood.uncensored[step] : 0
        for column in 0..<count {
          let x = likelihood.values[row * count + column]
          var term = 0.0
          if ending == .event { term += x - steps.mean[step * count + column] }
          term -= hazards[row] * (x * steps.hazardUpTo[step] - steps.meanUpTo[step * count + column])
          if later > 0 {
            term -= later * (x * steps.hazardFrom[step + 1] - steps.meanFrom[(step + 1) * count + column])
          }
          values[row * count + column] = term
        }
      }
    }
  }

  private mutating func addCensoringTerms() {
    let count = likelihood.columnCount
    // Σ over those who failed from another cause before the current time of weight, and of weight times
    // covariate.
    var before = [Double](repeating: 0, count: 1 + count)
    var drift = [Double](repeating: 0, count: count)
    for (step, range) in likelihood.steps.enumerated() {
      let atRisk = likelihood.atRisk[step]
      guard atRisk > 0 else { continue }
      let censoring = likelihood.censored[step] / atRisk
      for column in 0..<count {
        let influence =
          (before[1 + column] * steps.hazardFrom[step] - before[0] * steps.meanFrom[step * count + column])
          / atRisk
        drift[column] += influence * censoring
        for row in range {
          let own = likelihood.endings[row] == .censored ? influence : 0
          values[row * count + column] += own - drift[column]
        }
      }
      for row in range where likelihood.endings[row] == .competing {
        let weight = likelihood.weight(row) * hazards[row] / likelihood.uncensored[step]
        before[0] += weight
        for column in 0..<count { before[1 + column] += weight * likelihood.values[row * count + column] }
      }
    }
  }

  /// The baseline hazard and the mean covariates at risk weighted with it, summed from either end.
  private struct Steps {
    /// Mean covariates at risk at each time at which somebody fails; zero at the others.
    var mean: [Double]
    /// Σ dΛ and Σ x̄ dΛ up to and including each time.
    var hazardUpTo: [Double]
    var meanUpTo: [Double]
    /// Σ G dΛ and Σ x̄ G dΛ from each time on, with one more element for the end.
    var hazardFrom: [Double]
    var meanFrom: [Double]

    init(_ likelihood: FineGrayLikelihood, hazards: [Double]) {
      let (stepCount, count) = (likelihood.steps.count, likelihood.columnCount)
      var mean = [Double](repeating: 0, count: stepCount * count)
      var increments = [Double](repeating: 0, count: stepCount)
      likelihood.forEachFailureTime(exposures: likelihood.exposures(hazards)) { time in
        let weight = time.sum(0)
        increments[time.step] = time.failures / weight
        for column in 0..<count { mean[time.step * count + column] = time.sum(1 + column) / weight }
      }
      self.mean = mean
      hazardUpTo = Array(repeating: 0, count: stepCount)
      meanUpTo = Array(repeating: 0, count: stepCount * count)
      hazardFrom = Array(repeating: 0, count: stepCount + 1)
      meanFrom = Array(repeating: 0, count: (stepCount + 1) * count)
      for step in 0..<stepCount {
        hazardUpTo[step] = increments[step] + (step > 0 ? hazardUpTo[step - 1] : 0)
        for column in 0..<count {
          let index = step * count + column
          meanUpTo[index] = mean[index] * increments[step] + (step > 0 ? meanUpTo[index - count] : 0)
        }
      }
      for step in (0..<stepCount).reversed() {
        let weighted = increments[step] * likelihood.uncensored[step]
        hazardFrom[step] = hazardFrom[step + 1] + weighted
        for column in 0..<count {
          let index = step * count + column
          meanFrom[index] = meanFrom[index + count] + mean[index] * weighted
        }
      }
    }
  }
}

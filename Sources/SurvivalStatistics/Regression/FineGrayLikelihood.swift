internal import Foundation

/// The weighted partial likelihood of a Fine–Gray model as a function of its (standardised) coefficients.
///
/// The risk set at *t* is those still observed, with weight 1, and those who failed from another cause
/// before, with weight G(t−)/G(X−). The factor G(t−) is common to the latter, so the set is a sum that grows
/// from the last time backwards plus G(t−) times a sum that shrinks: one pass, never a loop over pairs.
struct FineGrayLikelihood: Equatable, Sendable {
  /// What a row's observation ended with.
  enum Ending: Equatable, Sendable { case censored, event, competing }

  let columnCount: Int
  /// Covariates, standardised, row after row by increasing time.
  let values: [Double]
  let endings: [Ending]
  /// The rows of each distinct time, in increasing order.
  let steps: [Range<Int>]
  /// Each distinct time.
  let times: [Double]
  /// Probability of being uncensored just before each distinct time; 0 only where nobody of any weight is left.
  let uncensored: [Double]
  /// Weight of those censored at each distinct time.
  let censored: [Double]
  /// Weight of those whose observation ends at each distinct time or later.
  let atRisk: [Double]
  /// The case weight of each position; empty where each row is one subject.
  let weights: [Double]
  /// The row as given that stands at each position.
  let original: [Int]

  /// Number of rows.
  var rowCount: Int { endings.count }

  /// - Complexity: O(*n* *p* + *k*) for *n* rows, *p* columns and *k* distinct times.
  init(_ data: SurvivalData, cause: Int, design: StandardizedDesign, weights: CaseWeights? = nil) {
    let tied = data.tied
    let order = CountingOrder.ascending(tied.exitSteps, keyCount: tied.distinct.count)
    let count = design.columnCount
    var values = [Double]()
    values.reserveCapacity(order.count * count)
    for row in order { values.append(contentsOf: design.values[row * count..<(row + 1) * count]) }
    let endings = order.map {
      data.outcomes[$0].cause.map { $0 == cause ? Ending.event : .competing } ?? .censored
    }
    let given = weights?.values ?? []
    let ordered = given.isEmpty ? [] : order.map { given[$0] }
    var (steps, uncensored, censored, exposed) = ([Range<Int>](), [Double](), [Double](), [Double]())
    var (start, survival) = (0, 1.0)
    // Weight from each position on, summed from the end so that the last of it is exact.
    var later = ordered
    for position in ordered.indices.dropLast().reversed() { later[position] += later[position + 1] }
    for position in order.indices
    where position + 1 == order.count || tied.times[order[position + 1]] != tied.times[order[position]] {
      let range = start..<position + 1
      let atRisk = ordered.isEmpty ? Double(order.count - start) : later[start]
      let leaving = range.reduce(0.0) {
        $0 + (endings[$1] == .censored ? ordered.isEmpty ? 1 : ordered[$1] : 0)
      }
      steps.append(range)
      uncensored.append(survival)
      censored.append(leaving)
      exposed.append(atRisk)
      if atRisk > 0 { survival *= max(0, atRisk - leaving) / atRisk }
      start = position + 1
    }
    (columnCount, self.values, self.endings) = (count, values, endings)
    (self.steps, self.uncensored, self.censored) = (steps, uncensored, censored)
    (atRisk, self.weights, original) = (exposed, ordered, order)
    times = steps.map { tied.times[order[$0.lowerBound]] }
  }

  /// The same rows with one more column, in the order of the pass.
  init(_ likelihood: FineGrayLikelihood, adding column: [Double]) {
    columnCount = likelihood.columnCount + 1
    values = StandardizedDesign.values(likelihood.values, adding: column)
    (endings, steps, uncensored) = (likelihood.endings, likelihood.steps, likelihood.uncensored)
    (censored, atRisk, times) = (likelihood.censored, likelihood.atRisk, likelihood.times)
    (weights, original) = (likelihood.weights, likelihood.original)
  }

  /// β′x of each position.
  func linearPredictors(_ coefficients: [Double]) -> [Double] {
    values.withUnsafeBufferPointer { values in
      (0..<rowCount).map { row in
        var sum = 0.0
        for column in 0..<columnCount { sum += coefficients[column] * values[row * columnCount + column] }
        return sum
      }
    }
  }

  /// The case weight of a position.
  func weight(_ row: Int) -> Double { weights.isEmpty ? 1 : weights[row] }

  /// Relative hazards times case weights: what each row adds to a risk set.
  func exposures(_ hazards: [Double]) -> [Double] {
    weights.isEmpty ? hazards : hazards.indices.map { hazards[$0] * weights[$0] }
  }

  /// Relative hazards exp(β′x), divided by the largest so that none overflows, and the logarithm of the
  /// divisor.
  func relativeHazards(_ predictors: [Double]) -> (hazards: [Double], shift: Double) {
    let shift = predictors.max() ?? 0
    return (predictors.map { exp($0 - shift) }, shift)
  }

  /// The log-likelihood, its score and its information.
  ///
  /// - Complexity: O(*n* *p*²) for *n* rows and *p* columns.
  func point(at coefficients: [Double]) -> LikelihoodPoint {
    let predictors = linearPredictors(coefficients)
    let (hazards, shift) = relativeHazards(predictors)
    var logLikelihood = CompensatedSum()
    var score = [CompensatedSum](repeating: CompensatedSum(), count: columnCount)
    var information = [CompensatedSum](
      repeating: CompensatedSum(), count: columnCount * (columnCount + 1) / 2)
    var mean = [Double](repeating: 0, count: columnCount)
    forEachFailureTime(exposures: exposures(hazards)) { time in
      let (failures, weight) = (time.failures, time.sum(0))
      logLikelihood += -failures * log(weight)
      for row in steps[time.step] where endings[row] == .event {
        let own = self.weight(row)
        logLikelihood += own * (predictors[row] - shift)
        for column in 0..<columnCount { score[column] += own * values[row * columnCount + column] }
      }
      for column in 0..<columnCount {
        mean[column] = time.sum(1 + column) / weight
        score[column] += -failures * mean[column]
      }
      var packed = 0
      for row in 0..<columnCount {
        for column in 0...row {
          information[packed] +=
            failures * (time.sum(1 + columnCount + packed) / weight - mean[row] * mean[column])
          packed += 1
        }
      }
    }
    return LikelihoodPoint(
      logLikelihood: logLikelihood.value, score: score.map(\.value),
      information: SymmetricMatrix(lowerTriangle: information.map(\.value), order: columnCount))
  }

  /// Visits every time at which somebody fails from the cause, from the last to the first.
  ///
  /// - Complexity: O(*n* *p*²) for *n* rows and *p* columns; nothing is allocated on the way.
  func forEachFailureTime(exposures: [Double], _ visit: (FailureTime) -> Void) {
    values.withUnsafeBufferPointer { forEachFailureTime(exposures: exposures, $0, visit) }
  }

  private func forEachFailureTime(
    exposures: [Double], _ values: UnsafeBufferPointer<Double>, _ visit: (FailureTime) -> Void
  ) {
    var observed = RiskSetMoments(columnCount: columnCount, isCompensated: false)
    var competing = RiskSetMoments(columnCount: columnCount, isCompensated: true)
    for (step, range) in steps.enumerated() {
      for row in range where endings[row] == .competing && uncensored[step] > 0 {
        competing.add(weight: exposures[row] / uncensored[step], values: values, start: row * columnCount)
      }
    }
    for step in steps.indices.reversed() {
      var failures = 0.0
      for row in steps[step] {
        observed.add(weight: exposures[row], values: values, start: row * columnCount)
        switch endings[row] {
        case .competing where uncensored[step] > 0:
          competing.add(weight: -exposures[row] / uncensored[step], values: values, start: row * columnCount)
        case .event: failures += weight(row)
        case .competing, .censored: break
        }
      }
      guard failures > 0 else { continue }
      visit(
        FailureTime(
          step: step, failures: failures, observed: observed, competing: competing,
          uncensored: uncensored[step]))
    }
  }

  /// One failure time with the sums over its weighted risk set.
  struct FailureTime {
    let step: Int
    /// Weight of those failing from the cause.
    let failures: Double
    fileprivate let observed: RiskSetMoments
    fileprivate let competing: RiskSetMoments
    fileprivate let uncensored: Double

    /// The sum at a position of the packed moments.
    func sum(_ index: Int) -> Double { observed.value(index) + uncensored * competing.value(index) }
  }
}

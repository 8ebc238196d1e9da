internal import Foundation

/// The weighted partial likelihood of a Fine–Gray model as a function of its (standardised) coefficients.
///
/// The risk set at *t* is those still observed, with weight 1, and those who failed from another cause
/// before, with weight G(t−)/G(X−). The factor G(t−) is common to the latter, so the set is a sum that grows
/// from the last time backwards plus G(t−) times a sum that shrinks: one pass, never a loop over pairs.
struct FineGrayLikelihood: Sendable {
  /// What a row's observation ended with.
  enum Ending: Equatable, Sendable { case censored, event, competing }

  let columnCount: Int
  /// Covariates, standardised, row after row by increasing time.
  let values: [Double]
  let endings: [Ending]
  /// The rows of each distinct time, in increasing order.
  let steps: [Range<Int>]
  /// Probability of being uncensored just before each distinct time.
  let uncensored: [Double]
  /// Number censored at each distinct time.
  let censored: [Int]

  /// Number of rows.
  var rowCount: Int { endings.count }

  /// - Complexity: O(*n* log *n* + *n* *p*) for *n* rows and *p* columns.
  init(_ data: SurvivalData, cause: Int, design: StandardizedDesign) {
    let tied = data.tied
    let order = tied.times.indices.sorted { tied.times[$0] < tied.times[$1] }
    let count = design.columnCount
    var values = [Double]()
    values.reserveCapacity(order.count * count)
    for row in order { values.append(contentsOf: design.values[row * count..<(row + 1) * count]) }
    let endings = order.map {
      data.outcomes[$0].cause.map { $0 == cause ? Ending.event : .competing } ?? .censored
    }
    var (steps, uncensored, censored) = ([Range<Int>](), [Double](), [Int]())
    var (start, survival) = (0, 1.0)
    for position in order.indices
    where position + 1 == order.count || tied.times[order[position + 1]] != tied.times[order[position]] {
      let (range, atRisk) = (start..<position + 1, order.count - start)
      let leaving = endings[range].count { $0 == .censored }
      steps.append(range)
      uncensored.append(survival)
      censored.append(leaving)
      survival *= Double(atRisk - leaving) / Double(atRisk)
      start = position + 1
    }
    (columnCount, self.values, self.endings) = (count, values, endings)
    (self.steps, self.uncensored, self.censored) = (steps, uncensored, censored)
  }

  /// β′x of each position.
  func linearPredictors(_ coefficients: [Double]) -> [Double] {
    (0..<rowCount).map { row in
      var sum = 0.0
      for column in 0..<columnCount { sum += coefficients[column] * values[row * columnCount + column] }
      return sum
    }
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
    forEachFailureTime(hazards: hazards) { time in
      let (failures, weight) = (Double(time.failures), time.sum(0))
      logLikelihood += -failures * log(weight)
      for row in steps[time.step] where endings[row] == .event {
        logLikelihood += predictors[row] - shift
        for column in 0..<columnCount { score[column] += values[row * columnCount + column] }
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
  func forEachFailureTime(hazards: [Double], _ visit: (FailureTime) -> Void) {
    var observed = RiskSetMoments(columnCount: columnCount, isCompensated: false)
    var competing = RiskSetMoments(columnCount: columnCount, isCompensated: true)
    for (step, range) in steps.enumerated() {
      for row in range where endings[row] == .competing {
        competing.add(weight: hazards[row] / uncensored[step], values: values, start: row * columnCount)
      }
    }
    for step in steps.indices.reversed() {
      var failures = 0
      for row in steps[step] {
        observed.add(weight: hazards[row], values: values, start: row * columnCount)
        switch endings[row] {
        case .competing:
          competing.add(weight: -hazards[row] / uncensored[step], values: values, start: row * columnCount)
        case .event: failures += 1
        case .censored: break
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
    let failures: Int
    fileprivate let observed: RiskSetMoments
    fileprivate let competing: RiskSetMoments
    fileprivate let uncensored: Double

    /// The sum at a position of the packed moments.
    func sum(_ index: Int) -> Double { observed.value(index) + uncensored * competing.value(index) }
  }
}

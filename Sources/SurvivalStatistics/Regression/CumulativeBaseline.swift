/// The increment of the baseline hazard at one failure time, and of the mean covariates at risk weighted with it.
struct BaselineStep: Sendable {
  let time: Double
  private(set) var hazard = 0.0
  /// Increment of the variance of the hazard, the coefficients being known.
  private(set) var variance = 0.0
  private(set) var means: [Double]
  /// The part of the increment at which one failing then is no longer at risk (Efron's rule).
  private(set) var spared = 0.0
  private(set) var sparedMeans: [Double]
  /// The mean covariates that a failure is compared with.
  private(set) var meanAtFailure: [Double]

  init(_ time: CoxRiskSets.FailureTime, ties: TieMethod, columnCount: Int) {
    self.time = time.time
    means = Array(repeating: 0, count: columnCount)
    (sparedMeans, meanAtFailure) = (means, means)
    let terms = time.terms(ties)
    for term in 0..<terms.count {
      let removed = Double(term) / Double(terms.count)
      let weight = time.risk.value(0) - removed * time.failing.value(0)
      let increment = terms.weight / weight
      hazard += increment
      variance += increment / weight
      spared += removed * increment
      for column in 0..<columnCount {
        let mean = (time.risk.value(1 + column) - removed * time.failing.value(1 + column)) / weight
        means[column] += mean * increment
        sparedMeans[column] += removed * mean * increment
        meanAtFailure[column] += mean / Double(terms.count)
      }
    }
  }

  /// The step where all relative hazards have been divided by a number.
  func divided(by divisor: Double) -> BaselineStep {
    var step = self
    step.hazard /= divisor
    step.variance /= divisor * divisor
    for column in means.indices { step.means[column] /= divisor }
    return step
  }
}

/// Running sums of the steps of a baseline hazard in order of time, each with a zero in front.
struct CumulativeBaseline: Equatable, Sendable {
  private(set) var times: [Double] = []
  private(set) var hazards = [0.0]
  private(set) var variances = [0.0]
  private(set) var means: [Double]

  init(_ steps: some Sequence<BaselineStep>, columnCount: Int) {
    means = Array(repeating: 0, count: columnCount)
    for step in steps {
      times.append(step.time)
      hazards.append(hazards[hazards.count - 1] + step.hazard)
      variances.append(variances[variances.count - 1] + step.variance)
      let last = means.count - columnCount
      for column in 0..<columnCount { means.append(means[last + column] + step.means[column]) }
    }
  }

  /// Number of steps up to and including a time.
  func index(_ time: Double) -> Int { times.partitioningIndex { $0 > time } }
}

/// What each row adds to the score of a fitted Cox model, for robust variances.
///
/// A row's residual is its observed minus expected covariate excess: (x − x̄) at its failure, less the
/// integral of exp(β′x)(x − x̄) dΛ₀ over the time it is at risk. With Efron's rule a tied failure is at risk
/// for only part of each term.
///
/// - SeeAlso: Lin & Wei (1989), Journal of the American Statistical Association 84: 1074–1078; Therneau &
///   Grambsch (2000), *Modeling Survival Data*, section 7.2.
struct CoxScoreResiduals: Sendable {
  /// Residuals in the order of the rows as given, row after row.
  private(set) var values: [Double]
  private let columnCount: Int

  /// - Complexity: O(*n* log *n* + *n* *p*²) for *n* rows and *p* columns.
  init(_ likelihood: CoxPartialLikelihood, at coefficients: [Double]) {
    let sets = likelihood.riskSets
    let count = sets.columnCount
    columnCount = count
    values = Array(repeating: 0, count: sets.times.count * count)
    let (hazards, _) = sets.relativeHazards(sets.linearPredictors(coefficients))
    var steps = [[Step]](repeating: [], count: sets.strata.count)
    sets.forEachFailureTime(hazards: hazards) { time in
      let step = Step(time, ties: likelihood.ties, columnCount: count)
      steps[time.stratum].append(step)
      for row in time.rows where sets.isEvent[row] {
        let target = sets.original[row] * count
        for column in 0..<count {
          let x = sets.values[row * count + column]
          // The failure itself, and the part of its own time for which it was not at risk.
          values[target + column] += x - step.meanAtFailure[column]
          values[target + column] += hazards[row] * (x * step.spared - step.sparedMeans[column])
        }
      }
    }
    for (stratum, range) in sets.strata.enumerated() {
      let cumulative = CumulativeSteps(steps[stratum].reversed(), columnCount: count)
      for row in range {
        let (end, start) = (cumulative.index(sets.times[row]), cumulative.index(sets.entries[row]))
        let target = sets.original[row] * count
        let hazard = cumulative.hazards[end] - cumulative.hazards[start]
        for column in 0..<count {
          let means = cumulative.means[end * count + column] - cumulative.means[start * count + column]
          values[target + column] -= hazards[row] * (sets.values[row * count + column] * hazard - means)
        }
      }
    }
  }

  /// V (Σ rr′) V with residuals summed over each subject first.
  func sandwich(_ variance: SymmetricMatrix, subjects: [Int]) -> SymmetricMatrix {
    var numbers: [Int: Int] = [:]
    var sums = [Double]()
    for (row, subject) in subjects.enumerated() {
      let number = numbers[subject, default: numbers.count]
      if number == numbers.count {
        numbers[subject] = number
        sums.append(contentsOf: repeatElement(0, count: columnCount))
      }
      for column in 0..<columnCount {
        sums[number * columnCount + column] += values[row * columnCount + column]
      }
    }
    return variance.sandwich(rows: sums)
  }

  /// The increment of the baseline hazard at one failure time, and of the mean covariates at risk weighted
  /// with it.
  private struct Step {
    let time: Double
    var hazard = 0.0
    var means: [Double]
    var spared = 0.0
    var sparedMeans: [Double]
    var meanAtFailure: [Double]

    init(_ time: CoxRiskSets.FailureTime, ties: TieMethod, columnCount: Int) {
      self.time = time.time
      means = Array(repeating: 0, count: columnCount)
      (sparedMeans, meanAtFailure) = (means, means)
      let terms = ties == .efron ? time.failures : 1
      let multiplicity = ties == .efron ? 1 : Double(time.failures)
      for term in 0..<terms {
        let removed = Double(term) / Double(time.failures)
        let weight = time.risk.value(0) - removed * time.failing.value(0)
        let increment = multiplicity / weight
        hazard += increment
        spared += removed * increment
        for column in 0..<columnCount {
          let mean = (time.risk.value(1 + column) - removed * time.failing.value(1 + column)) / weight
          means[column] += mean * increment
          sparedMeans[column] += removed * mean * increment
          meanAtFailure[column] += mean / Double(terms)
        }
      }
    }
  }

  /// Running sums of steps in order of time.
  private struct CumulativeSteps {
    var times: [Double] = []
    var hazards = [0.0]
    var means: [Double]

    init(_ steps: some Sequence<Step>, columnCount: Int) {
      means = Array(repeating: 0, count: columnCount)
      for step in steps {
        times.append(step.time)
        hazards.append(hazards[hazards.count - 1] + step.hazard)
        let last = means.count - columnCount
        for column in 0..<columnCount { means.append(means[last + column] + step.means[column]) }
      }
    }

    /// Number of steps up to and including a time.
    func index(_ time: Double) -> Int { times.partitioningIndex { $0 > time } }
  }
}

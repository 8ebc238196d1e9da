/// What each row adds to the score of a fitted Cox model, and its martingale, per unit of its weight.
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
  /// Observed minus expected failures of each row as given.
  private(set) var martingale: [Double]
  private let columnCount: Int

  /// - Complexity: O(*n* log *n* + *n* *p*²) for *n* rows and *p* columns.
  init(_ likelihood: CoxPartialLikelihood, at coefficients: [Double]) {
    let sets = likelihood.riskSets
    let count = sets.columnCount
    columnCount = count
    values = Array(repeating: 0, count: sets.times.count * count)
    martingale = Array(repeating: 0, count: sets.times.count)
    let (hazards, _) = sets.relativeHazards(sets.linearPredictors(coefficients))
    var steps = [[BaselineStep]](repeating: [], count: sets.strata.count)
    sets.forEachFailureTime(exposures: sets.exposures(hazards)) { time in
      let step = BaselineStep(time, ties: likelihood.ties, columnCount: count)
      steps[time.stratum].append(step)
      for row in time.rows where sets.isEvent[row] {
        let target = sets.original[row] * count
        martingale[sets.original[row]] += 1 + hazards[row] * step.spared
        for column in 0..<count {
          let x = sets.values[row * count + column]
          // The failure itself, and the part of its own time for which it was not at risk.
          values[target + column] += x - step.meanAtFailure[column]
          values[target + column] += hazards[row] * (x * step.spared - step.sparedMeans[column])
        }
      }
    }
    for (stratum, range) in sets.strata.enumerated() {
      let cumulative = CumulativeBaseline(steps[stratum].reversed(), columnCount: count)
      for row in range {
        let (end, start) = (cumulative.index(sets.times[row]), cumulative.index(sets.entries[row]))
        let target = sets.original[row] * count
        let hazard = cumulative.hazards[end] - cumulative.hazards[start]
        martingale[sets.original[row]] -= hazards[row] * hazard
        for column in 0..<count {
          let means = cumulative.means[end * count + column] - cumulative.means[start * count + column]
          values[target + column] -= hazards[row] * (sets.values[row * count + column] * hazard - means)
        }
      }
    }
  }

  /// V (Σ rr′) V with weighted residuals summed over each subject first; rows are subjects where none are given.
  func sandwich(_ variance: SymmetricMatrix, subjects: [Int], weights: [Double]) -> SymmetricMatrix {
    var numbers: [Int: Int] = [:]
    var sums = [Double]()
    for row in 0..<martingale.count {
      let subject = subjects.isEmpty ? row : subjects[row]
      let number = numbers[subject, default: numbers.count]
      if number == numbers.count {
        numbers[subject] = number
        sums.append(contentsOf: repeatElement(0, count: columnCount))
      }
      let weight = weights.isEmpty ? 1 : weights[row]
      for column in 0..<columnCount {
        sums[number * columnCount + column] += weight * values[row * columnCount + column]
      }
    }
    return variance.sandwich(rows: sums)
  }
}

/// A partial likelihood of a hazard regression as a function of its (standardised) coefficients.
protocol PartialLikelihood {
  /// Number of coefficients.
  var columnCount: Int { get }

  /// The log-likelihood, its score and its information.
  func point(at coefficients: [Double]) -> LikelihoodPoint

  /// Half the derivative of log |I| by each coefficient, I being the information: what Firth's penalty adds to the score.
  ///
  /// - Parameter variance: the inverse of the information there.
  /// - Complexity: O(*n* *p*²) for *n* rows and *p* columns.
  func penaltyScore(at coefficients: [Double], variance: SymmetricMatrix) -> [Double]
}

extension CoxPartialLikelihood: PartialLikelihood {
  var columnCount: Int { riskSets.columnCount }

  func penaltyScore(at coefficients: [Double], variance: SymmetricMatrix) -> [Double] {
    var slope = InformationSlope(variance)
    let (hazards, _) = riskSets.relativeHazards(riskSets.linearPredictors(coefficients))
    let sets = CoxRiskSets(riskSets, adding: slope.distances(riskSets.values))
    sets.forEachFailureTime(exposures: sets.exposures(hazards)) { time in
      let terms = time.terms(ties)
      for term in 0..<terms.count {
        let removed = Double(term) / Double(terms.count)
        slope.add(multiplicity: terms.weight) { time.risk.value($0) - removed * time.failing.value($0) }
      }
    }
    return slope.score
  }
}

extension FineGrayLikelihood: PartialLikelihood {
  func penaltyScore(at coefficients: [Double], variance: SymmetricMatrix) -> [Double] {
    var slope = InformationSlope(variance)
    let (hazards, _) = relativeHazards(linearPredictors(coefficients))
    let extended = FineGrayLikelihood(self, adding: slope.distances(values))
    extended.forEachFailureTime(exposures: exposures(hazards)) { time in
      slope.add(multiplicity: time.failures) { time.sum($0) }
    }
    return slope.score
  }
}

/// The derivatives of ½ log |I| summed over risk sets.
///
/// A risk set adds ½ Σ w (x − m)(x − m)′V(x − m) / Σ w, its third central moments contracted with V = I⁻¹. With x′Vx as
/// one covariate more, they are made of second moments only.
private struct InformationSlope {
  private(set) var score: [Double]
  private let variance: SymmetricMatrix
  private var mean: [Double]

  init(_ variance: SymmetricMatrix) {
    score = Array(repeating: 0, count: variance.order)
    (self.variance, mean) = (variance, score)
  }

  /// x′Vx of each row of a table stored row after row.
  func distances(_ values: [Double]) -> [Double] {
    let count = variance.order
    return stride(from: 0, to: values.count, by: max(1, count)).map { start in
      var total = 0.0
      for row in 0..<count {
        var sum = 0.0
        for column in 0..<count { sum += variance[row, column] * values[start + column] }
        total += values[start + row] * sum
      }
      return total
    }
  }

  /// - Parameter sum: the packed moments of a risk set, x′Vx being the last column.
  mutating func add(multiplicity: Double, sum: (Int) -> Double) {
    let count = variance.order
    let weight = sum(0)
    for column in 0..<count { mean[column] = sum(1 + column) / weight }
    let distance = sum(1 + count) / weight
    let pull = variance.product(mean)
    for row in 0..<count {
      let last = 2 + count + count * (count + 1) / 2 + row
      var moment = sum(last) / weight - mean[row] * distance
      for column in 0..<count {
        let (low, high) = (min(row, column), max(row, column))
        let product = sum(2 + count + high * (high + 1) / 2 + low) / weight
        moment -= 2 * pull[column] * (product - mean[row] * mean[column])
      }
      score[row] += multiplicity * moment / 2
    }
  }
}

internal import Foundation

/// The Schoenfeld residual of one failure: its covariates less their mean among those at risk then.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
/// for residual in try CoxModel(data, design: design).schoenfeldResiduals ?? [] {
///   print((residual.values[0] * 1000).rounded() / 1000)
/// }
/// // 0.281
/// // -0.562
/// // 0.281
/// ```
///
/// - SeeAlso: Schoenfeld (1982), Biometrika 69: 239–241; Grambsch & Therneau (1994), Biometrika 81: 515–526.
public struct SchoenfeldResidual: Equatable, Sendable {
  /// The row that failed.
  public let row: Int
  /// When it failed.
  public let time: Double
  /// One number for each column.
  public let values: [Double]
  /// The residual scaled by the number of failures and the variance of the coefficients, plus the coefficients: what
  /// they would be at this time.
  public let scaled: [Double]
}

/// Residuals are those of R's `residuals.coxph`, in the order of the rows as given, and per unit of weight except
/// for ``coefficientChanges``. They are `nil` unless the model converged.
extension CoxModel {
  /// Observed minus expected failures of each row.
  public var martingaleResiduals: [Double]? { residuals?.martingale }

  /// Martingale residuals made more symmetric: sign(M) √(−2(M + δ log(δ − M))).
  public var devianceResiduals: [Double]? {
    guard let residuals else { return nil }
    var failed = [Bool](repeating: false, count: rowCount)
    for (position, row) in likelihood.riskSets.original.enumerated() {
      failed[row] = likelihood.riskSets.isEvent[position]
    }
    return residuals.martingale.indices.map { row in
      let m = residuals.martingale[row]
      let square = -2 * (m + (failed[row] ? log(1 - m) : 0))
      return (m < 0 ? -1 : 1) * max(0, square).squareRoot()
    }
  }

  /// What each row adds to the score: `scoreResiduals[row][column]`.
  public var scoreResiduals: [[Double]]? {
    guard let residuals else { return nil }
    let (scales, count) = (standardized.scales, scaledCoefficients.count)
    return (0..<rowCount).map { row in
      (0..<count).map { residuals.values[row * count + $0] * scales[$0] }
    }
  }

  /// About how much each row with its weight changes the coefficients (dfbeta): `coefficientChanges[row][column]`.
  public var coefficientChanges: [[Double]]? {
    guard let scores = scoreResiduals, let variance else { return nil }
    let weights = self.weights?.values ?? []
    return scores.indices.map { row in
      variance.product(scores[row]).map { $0 * (weights.isEmpty ? 1 : weights[row]) }
    }
  }

  /// The residual of each failure, by stratum, then time, then row.
  public var schoenfeldResiduals: [SchoenfeldResidual]? {
    guard outcome.isConverged, let variance else { return nil }
    let sets = likelihood.riskSets
    let (scales, count) = (standardized.scales, sets.columnCount)
    let (hazards, _) = sets.relativeHazards(sets.linearPredictors(scaledCoefficients))
    let estimates = coefficients.map(\.coefficient)
    var byStratum = [[[SchoenfeldResidual]]](repeating: [], count: sets.strata.count)
    sets.forEachFailureTime(exposures: sets.exposures(hazards)) { time in
      let means = BaselineStep(time, ties: ties, columnCount: count).meanAtFailure
      let failing = time.rows.filter { sets.isEvent[$0] }.sorted { sets.original[$0] < sets.original[$1] }
      byStratum[time.stratum].append(
        failing.map { position in
          let values = (0..<count).map { (sets.values[position * count + $0] - means[$0]) * scales[$0] }
          let scaled = zip(variance.product(values), estimates).map { Double(eventCount) * $0 + $1 }
          return SchoenfeldResidual(
            row: sets.original[position], time: time.time, values: values, scaled: scaled)
        })
    }
    return byStratum.flatMap { $0.reversed().joined() }
  }

  private var residuals: CoxScoreResiduals? {
    outcome.isConverged ? CoxScoreResiduals(likelihood, at: scaledCoefficients) : nil
  }
}

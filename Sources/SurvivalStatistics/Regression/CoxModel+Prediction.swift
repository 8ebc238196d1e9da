internal import Foundation

/// The covariates for which a baseline hazard is the hazard.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
/// let model = try CoxModel(data, design: design)
/// for origin in CovariateOrigin.allCases {
///   if let baseline = model.baseline(at: origin) { print(baseline) }
/// }
/// // PredictedSurvival: 3 failure times, survival 0.3588 at the end
/// // PredictedSurvival: 3 failure times, survival 0.5271 at the end
/// ```
public enum CovariateOrigin: CaseIterable, Equatable, Hashable, Sendable {
  /// The mean of each column over all rows with their weights, 0/1 columns of factors too.
  ///
  /// R's `basehaz(centered = TRUE)` leaves 0/1 columns at 0 unless the model was fitted with `nocenter = NULL`, and with
  /// delayed entry takes means without weights.
  case means
  /// Zero in all columns.
  case zero
}

extension CoxModel {
  /// The baseline of a stratum: hazard and survival at the means of the covariates, or at zero.
  ///
  /// - Parameters:
  ///   - origin: the covariates of the baseline.
  ///   - stratum: the number that its rows were given; 0 where none were.
  /// - Returns: `nil` unless the model converged and has the stratum.
  /// - Complexity: O(*n* *p*² + *u* *p*²) for *n* rows, *p* columns and *u* failure times.
  public func baseline(at origin: CovariateOrigin = .means, stratum: Int = 0) -> PredictedSurvival? {
    let covariates = origin == .means ? covariateMeans : standardized.means.map { _ in 0 }
    return predictedSurvival(covariates: covariates, stratum: stratum)
  }

  /// The mean of each column over all rows with their weights.
  private var covariateMeans: [Double] {
    let (sets, means) = (likelihood.riskSets, standardized.means)
    guard !sets.weights.isEmpty else { return means }
    let total = CompensatedSum.of(sets.weights)
    return means.indices.map { column in
      let sum = CompensatedSum.of(
        sets.weights.indices.lazy.map { sets.weights[$0] * sets.values[$0 * means.count + column] })
      return means[column] + standardized.scales[column] * sum / total
    }
  }

  /// The survival of a subject.
  ///
  /// - Parameters:
  ///   - covariates: one number for each column of the design; ``DesignMatrix/row(_:)`` of one coded alike.
  ///   - stratum: the number that rows of its stratum were given; 0 where none were.
  /// - Returns: `nil` unless the model converged, has the stratum and as many columns.
  /// - Complexity: O(*n* *p*² + *u* *p*²) for *n* rows, *p* columns and *u* failure times.
  public func predictedSurvival(covariates: [Double], stratum: Int = 0) -> PredictedSurvival? {
    guard outcome.isConverged, covariates.count == scaledCoefficients.count,
      let index = likelihood.riskSets.stratumNumbers.firstIndex(of: stratum),
      let spread = (robustVariance ?? variance).map(standardized.standardized)
    else { return nil }
    let range = likelihood.riskSets.strata[index]
    let curve = cumulativeBaselines()[index]
    let (x, count) = (standardized.standardized(covariates), covariates.count)
    let risk = exp(zip(x, scaledCoefficients).reduce(0) { $0 + $1.0 * $1.1 })
    let steps = 1..<curve.hazards.count
    return PredictedSurvival(
      times: curve.times, cumulativeHazard: steps.map { curve.hazards[$0] * risk },
      variances: steps.map { step in
        let drift = x.indices.map { curve.hazards[step] * x[$0] - curve.means[step * count + $0] }
        return (curve.variances[step] + spread.quadraticForm(drift)) * risk * risk
      },
      lastTime: range.isEmpty ? nil : likelihood.riskSets.times[range.lowerBound])
  }

  /// How many failures the model expects of each of some rows over the time that they were observed: H(time) − H(entry).
  ///
  /// Past the last time of a stratum nothing more is expected. Unlike ``martingaleResiduals``, a row that fails is
  /// at risk of all of its own time, as in R's `predict(fit, newdata, type = "expected")`.
  ///
  /// - Parameters:
  ///   - data: the observation of each row, which need not be one the model was fitted to.
  ///   - design: its covariates, coded as those of the model.
  ///   - strata: the stratum of each row; empty for a single one.
  /// - Returns: the expected number of each row; `nil` unless the model converged.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length or are not those of the model, or it lacks a
  ///   stratum.
  public func expectedEvents(
    _ data: SurvivalData, design: DesignMatrix, strata: [Int] = []
  ) throws(SurvivalDataError) -> [Double]? {
    try RegressionRows.validate(
      rowCount: data.count, [("covariates", design.rowCount)], optional: [("strata", strata.count)])
    guard outcome.isConverged else { return nil }
    guard design.columnNames == coefficients.map(\.name) else {
      throw .lengthMismatch(column: "covariates", expected: coefficients.count, found: design.columnCount)
    }
    let numbers = likelihood.riskSets.stratumNumbers
    let curves = cumulativeBaselines()
    var expected = [Double]()
    for row in 0..<data.count {
      let stratum = strata.isEmpty ? 0 : strata[row]
      guard let index = numbers.firstIndex(of: stratum) else { throw .unknownGroup(row: row, group: stratum) }
      let (x, observation, curve) = (standardized.standardized(design.row(row)), data[row], curves[index])
      let risk = exp(zip(x, scaledCoefficients).reduce(0) { $0 + $1.0 * $1.1 })
      let start = observation.entry.map { curve.hazards[curve.index($0)] } ?? 0
      expected.append(risk * (curve.hazards[curve.index(observation.time)] - start))
    }
    return expected
  }

  /// The baseline at the means of the covariates, of each stratum.
  func cumulativeBaselines() -> [CumulativeBaseline] {
    let sets = likelihood.riskSets
    let (hazards, shifts) = sets.relativeHazards(sets.linearPredictors(scaledCoefficients))
    var steps = [[BaselineStep]](repeating: [], count: sets.strata.count)
    sets.forEachFailureTime(exposures: sets.exposures(hazards)) { time in
      steps[time.stratum].append(
        BaselineStep(time, ties: ties, columnCount: sets.columnCount).divided(by: exp(shifts[time.stratum])))
    }
    return steps.map { CumulativeBaseline($0.reversed(), columnCount: sets.columnCount) }
  }
}

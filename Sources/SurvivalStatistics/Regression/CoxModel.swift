/// A Cox proportional hazards regression.
///
/// λ(t | x) = λ₀(t) exp(β′x), λ₀ being left open, and separate for each stratum. Rows may begin late (left
/// truncation) and a subject may have several (time-dependent covariates). Covariates are centred and scaled
/// internally; coefficients are reported for the columns as given.
///
/// With frequencies everything is as if rows were repeated. With sampling weights the likelihood is that of R's
/// `coxph(weights =)` (Efron's rule gives tied failures their mean weight) and standard errors are robust.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 5), .censored(at: 7), .event(at: 3), .event(at: 8), .event(at: 2), .event(at: 1),
/// ])
/// let design = try DesignMatrix(
///   [
///     .continuous(name: "age", values: [61, 45, 70, 52, 48, 66]),
///     .factor(name: "arm", levels: ["A", "B"], codes: [0, 1, 0, 1, 1, 0]),
///   ], rowCount: 6)
/// let model = try CoxModel(data, design: design)
/// print(model)
/// print(model.likelihoodRatioTest)
/// // CoxModel: n 6, 5 events, converged
/// //   age: HR 1.054 (95% CI 0.811 to 1.37), P 0.694
/// //   arm=B: HR 0.5689 (95% CI 0.005032 to 64.32), P 0.815
/// // χ² 1.845 on 2 df, P 0.398
/// ```
///
/// - SeeAlso: Cox (1972), Journal of the Royal Statistical Society B 34: 187–220; Therneau & Grambsch (2000),
///   *Modeling Survival Data*, chapter 3.
public struct CoxModel: Equatable, Sendable {
  /// The variables and the columns that stand for them.
  public let terms: [ModelTerm]
  /// How tied failures entered the likelihood.
  public let ties: TieMethod
  /// Number of rows.
  public let rowCount: Int
  /// Number of failures; those of a row with a frequency count as often.
  public let eventCount: Int
  /// What each row stands for; `nil` where each is one subject.
  public let weights: CaseWeights?
  /// How the search for the coefficients ended; only a converged model has any.
  public let outcome: RegressionOutcome
  /// The coefficients with their standard errors, in the order of the columns; empty unless converged.
  public let coefficients: [CoefficientEstimate]
  /// Variance matrix of the coefficients from the information; `nil` unless converged.
  public let variance: SymmetricMatrix?
  /// Variance matrix by the infinitesimal jackknife over subjects; `nil` unless subjects or sampling weights were
  /// given and the model converged.
  public let robustVariance: SymmetricMatrix?
  /// Log partial likelihood with all coefficients zero; `nil` without failures.
  public let nullLogLikelihood: Double?
  /// Log partial likelihood at its maximum; `nil` unless converged.
  public let logLikelihood: Double?

  private static let mostRepeatedFailures = 10_000_000
  let likelihood: CoxPartialLikelihood
  let standardized: StandardizedDesign
  let scaledCoefficients: [Double]
  private let nullPoint: LikelihoodPoint

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - data: the observation of each row.
  ///   - cause: the cause of failure modelled, the others being censorings (cause-specific hazard); by default failure
  ///     from any cause.
  ///   - design: the covariates of each row.
  ///   - strata: the stratum of each row; empty for a single one.
  ///   - subjects: who each row belongs to; when given, standard errors are robust to the dependence of a
  ///     subject's rows.
  ///   - ties: how tied failures enter the likelihood.
  ///   - weights: what each row stands for; by default one subject.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length or a weight cannot be; frequencies are refused
  ///   where they make more than ten million failures, as Efron's rule takes them one by one.
  /// - Complexity: O(*n* log *n*) once and O(*n* *p*²) an iteration, for *n* rows and *p* columns.
  public init(
    _ data: SurvivalData, cause: Int? = nil, design: DesignMatrix, strata: [Int] = [],
    subjects: [Int] = [], ties: TieMethod = .efron, weights: CaseWeights? = nil
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(
      rowCount: data.count, [("covariates", design.rowCount)],
      optional: [("strata", strata.count), ("subject", subjects.count)])
    try weights?.validate(rowCount: data.count)
    let standardized = StandardizedDesign(design)
    let isEvent = data.isEvent(cause: cause)
    let likelihood = CoxPartialLikelihood(
      riskSets: CoxRiskSets(
        data.tied, isEvent: isEvent, strata: strata, design: standardized, weights: weights), ties: ties)
    let events = RegressionRows.eventCount(isEvent, weights)
    let eventWeight = RegressionRows.eventWeight(isEvent, weights)
    if let weights, !weights.areSampling, events > Self.mostRepeatedFailures {
      let values = weights.values
      let row = isEvent.indices.max { values[$0] < values[$1] } ?? 0
      throw .invalidWeight(row: row, weight: values[row])
    }
    (self.weights, self.standardized) = (weights, standardized)
    (terms, self.ties, rowCount, eventCount) = (design.terms, ties, data.count, events)
    self.likelihood = likelihood
    let fit = NewtonRaphson(columnCount: design.columnCount, informationScale: eventWeight) {
      likelihood.point(at: $0)
    }
    (scaledCoefficients, nullPoint) = (fit.coefficients, fit.null)
    outcome = RegressionRows.outcome(fit.outcome, eventCount: events, terms: design.terms)
    nullLogLikelihood = events == 0 ? nil : fit.null.logLikelihood
    logLikelihood = outcome.isConverged ? fit.point.logLikelihood : nil
    guard outcome.isConverged, let scaled = fit.variance else {
      (coefficients, variance, robustVariance) = ([], nil, nil)
      return
    }
    let variance = standardized.unscaled(scaled)
    let robust =
      subjects.isEmpty && weights?.areSampling != true
      ? nil
      : standardized.unscaled(
        CoxScoreResiduals(likelihood, at: fit.coefficients).sandwich(
          scaled, subjects: subjects, weights: weights?.values ?? []))
    coefficients = CoefficientEstimate.estimates(
      names: design.columnNames, coefficients: standardized.unscaled(fit.coefficients),
      variance: robust ?? variance)
    (self.variance, robustVariance) = (variance, robust)
  }

  /// Failures for each coefficient: below ten, estimates are unsteady; `nil` without covariates.
  public var eventsPerVariable: Double? { RegressionRows.eventsPerVariable(eventCount, terms) }

  /// One Wald test for each variable, from the robust variance where there is one.
  public var termTests: [TermTest] {
    guard let variance = robustVariance ?? variance else { return [] }
    return TermTest.wald(terms: terms, coefficients: coefficients.map(\.coefficient), variance: variance)
  }

  /// The likelihood-ratio test that all coefficients are zero.
  public var likelihoodRatioTest: ChiSquaredResult {
    guard outcome.isConverged, !coefficients.isEmpty, let null = nullLogLikelihood, let logLikelihood else {
      return .undefined(eventCount == 0 ? .noEvents : .noVariance)
    }
    return .value(statistic: max(0, 2 * (logLikelihood - null)), degreesOfFreedom: coefficients.count)
  }

  /// The Wald test that all coefficients are zero, from the robust variance where there is one.
  public var waldTest: ChiSquaredResult {
    guard let variance = robustVariance ?? variance else {
      return .undefined(eventCount == 0 ? .noEvents : .noVariance)
    }
    return TermTest.wald(0..<coefficients.count, coefficients.map(\.coefficient), variance)
  }

  /// The score test that all coefficients are zero; with one factor and no ties it is the log-rank test.
  public var scoreTest: ChiSquaredResult {
    guard outcome.isConverged, !coefficients.isEmpty, let factor = Cholesky(nullPoint.information) else {
      return .undefined(eventCount == 0 ? .noEvents : .noVariance)
    }
    return .value(
      statistic: factor.inverseQuadraticForm(nullPoint.score), degreesOfFreedom: coefficients.count)
  }

  /// β′x of each row as given, with covariates centred at their means; `nil` unless converged.
  public var linearPredictors: [Double]? {
    guard outcome.isConverged else { return nil }
    var predictors = [Double](repeating: 0, count: rowCount)
    for (position, value) in likelihood.riskSets.linearPredictors(scaledCoefficients).enumerated() {
      predictors[likelihood.riskSets.original[position]] = value
    }
    return predictors
  }
}

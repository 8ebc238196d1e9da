/// A Fine–Gray regression of the subdistribution hazard of one cause.
///
/// exp(β) multiplies the subdistribution hazard, so that a positive coefficient means a higher cumulative
/// incidence. Those who fail from another cause stay in the risk set with weight G(t−)/G(X−), G being the
/// Kaplan–Meier estimate of remaining uncensored in which those who fail at a tied time are still at risk.
/// Ties are Breslow's; the variance is the sandwich with the term for estimating G. The numbers are those of
/// R's `cmprsk::crr`.
///
/// With frequencies everything is as if rows were repeated. Sampling weights enter the estimate of G as well as the
/// likelihood, and the sandwich takes each row's residual times its weight.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 5), .censored(at: 7), .event(at: 3, cause: 1), .event(at: 8), .event(at: 2), .event(at: 1),
/// ])
/// let age = Covariate.continuous(name: "age", values: [61, 45, 70, 52, 48, 66])
/// print(try FineGrayModel(data, cause: 0, design: DesignMatrix([age], rowCount: 6)))
/// // FineGrayModel: n 6, 4 events, converged
/// //   age: HR 0.9994 (95% CI 0.9027 to 1.106), P 0.991
/// ```
///
/// - SeeAlso: Fine & Gray (1999), Journal of the American Statistical Association 94: 496–509.
public struct FineGrayModel: Equatable, Sendable {
  /// The variables and the columns that stand for them.
  public let terms: [ModelTerm]
  /// Number of rows.
  public let rowCount: Int
  /// Number of failures from the cause; those of a row with a frequency count as often.
  public let eventCount: Int
  /// How the search for the coefficients ended; only a converged model has any.
  public let outcome: RegressionOutcome
  /// The coefficients with their standard errors, in the order of the columns; empty unless converged.
  public let coefficients: [CoefficientEstimate]
  /// Sandwich variance matrix of the coefficients; `nil` unless converged.
  public let variance: SymmetricMatrix?
  /// Weighted log partial likelihood with all coefficients zero; `nil` without failures.
  public let nullLogLikelihood: Double?
  /// Weighted log partial likelihood at its maximum; `nil` unless converged.
  public let logLikelihood: Double?

  let likelihood: FineGrayLikelihood
  let standardized: StandardizedDesign
  let scaledCoefficients: [Double]

  /// How near to the maximum of the likelihood the search goes.
  public enum Convergence: Equatable, Sendable {
    /// Until no digit changes.
    case full
    /// Until R's `cmprsk::crr` stops with its default `gtol`: once no element of the score, times its coefficient where
    /// that is over 1, is above a millionth of the log-likelihood. Coefficients are then those that R prints, which may
    /// differ from the maximum in the fifth digit.
    case cmprsk
  }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - data: the observation of each row; entry must not be delayed.
  ///   - cause: the cause of failure modelled; the others compete with it.
  ///   - design: the covariates of each row.
  ///   - weights: what each row stands for; by default one subject.
  ///   - convergence: where the search for the maximum ends; by default at the maximum.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length, entry is delayed or a weight cannot be.
  /// - Complexity: O(*n* log *n*) once and O(*n* *p*²) an iteration, for *n* rows and *p* columns.
  public init(
    _ data: SurvivalData, cause: Int = 0, design: DesignMatrix, weights: CaseWeights? = nil,
    convergence: Convergence = .full
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(
      rowCount: data.count, [("covariates", design.rowCount)])
    if data.hasDelayedEntry { throw .delayedEntryNotDefined }
    try weights?.validate(rowCount: data.count)
    let standardized = StandardizedDesign(design)
    let likelihood = FineGrayLikelihood(data, cause: cause, design: standardized, weights: weights)
    let isEvent = data.isEvent(cause: cause)
    let events = RegressionRows.eventCount(isEvent, weights)
    let fit = NewtonRaphson(
      columnCount: design.columnCount, informationScale: RegressionRows.eventWeight(isEvent, weights),
      isDone: convergence == .full ? nil : { Self.stops(at: $0, $1, standardized) }
    ) {
      likelihood.point(at: $0)
    }
    (terms, rowCount, eventCount) = (design.terms, data.count, events)
    (self.likelihood, self.standardized, scaledCoefficients) = (likelihood, standardized, fit.coefficients)
    outcome = RegressionRows.outcome(fit.outcome, eventCount: events, terms: design.terms)
    nullLogLikelihood = events == 0 ? nil : fit.null.logLikelihood
    logLikelihood = outcome.isConverged ? fit.point.logLikelihood : nil
    guard outcome.isConverged, let inverse = fit.variance else {
      (coefficients, variance) = ([], nil)
      return
    }
    let residuals = FineGrayResiduals(likelihood, at: fit.coefficients).weighted(weights)
    let variance = standardized.unscaled(inverse.sandwich(rows: residuals))
    coefficients = CoefficientEstimate.estimates(
      names: design.columnNames, coefficients: standardized.unscaled(fit.coefficients), variance: variance)
    self.variance = variance
  }

  /// Failures from the cause for each coefficient: below ten, estimates are unsteady; `nil` without covariates.
  public var eventsPerVariable: Double? { RegressionRows.eventsPerVariable(eventCount, terms) }

  /// One Wald test for each variable.
  public var termTests: [TermTest] {
    guard let variance else { return [] }
    return TermTest.wald(terms: terms, coefficients: coefficients.map(\.coefficient), variance: variance)
  }

  /// Whether `crr` stops here: it judges the score of the columns as they are given.
  ///
  /// Of tiny numbers that score is tiny everywhere, and `crr` stays at zero. Here the first step is always taken, and no
  /// column is judged as if its spread were below a hundredth.
  private static func stops(
    at point: LikelihoodPoint, _ coefficients: [Double], _ design: StandardizedDesign
  ) -> Bool {
    guard coefficients.contains(where: { $0 != 0 }) else { return false }
    let raw = design.unscaled(coefficients)
    let limit = 1e-6 * max(1, point.logLikelihood.magnitude)
    return raw.indices.allSatisfy { column in
      let score = point.score[column].magnitude * max(0.01, design.scales[column])
      return score * max(1, raw[column].magnitude) < limit
    }
  }

  /// Twice the gain in weighted log partial likelihood over a model without covariates, as `crr` prints it.
  public var likelihoodRatioTest: ChiSquaredResult {
    guard outcome.isConverged, !coefficients.isEmpty, let null = nullLogLikelihood, let logLikelihood else {
      return .undefined(eventCount == 0 ? .noEvents : .noVariance)
    }
    return .value(statistic: max(0, 2 * (logLikelihood - null)), degreesOfFreedom: coefficients.count)
  }

  /// The Wald test that all coefficients are zero.
  public var waldTest: ChiSquaredResult {
    guard let variance else { return .undefined(eventCount == 0 ? .noEvents : .noVariance) }
    return TermTest.wald(0..<coefficients.count, coefficients.map(\.coefficient), variance)
  }
}

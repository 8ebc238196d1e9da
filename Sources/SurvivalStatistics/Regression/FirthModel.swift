internal import Foundation

/// A hazard regression by Firth's penalised partial likelihood, which has finite ratios where Cox's model has none.
///
/// ℓ(β) + ½ log |I(β)| is maximised, I being the information. The penalty takes away most of the bias of small numbers of
/// events and keeps the ratio of a level without any event finite. Wald intervals are of little worth there, so limits
/// are where the profile of the penalised likelihood has fallen by half the quantile of χ², and P values are of the
/// penalised likelihood-ratio test, the coefficient fixed at zero and the penalty being that of all columns. The numbers
/// are those of R's `coxphf`, with Breslow's ties as there; for a subdistribution hazard those of SAS's `PSHREG`.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let arm = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [1, 1, 1, 0])
/// print(try FirthModel(data, design: DesignMatrix([arm], rowCount: 4)))
/// // FirthModel: n 4, 3 events, converged
/// //   arm=B: HR 4.335 (95% CI 0.3899 to 594.3), P 0.265
/// ```
///
/// - SeeAlso: Firth (1993), Biometrika 80: 27–38; Heinze & Schemper (2001), Biometrics 57: 114–119; Kohl, Plischke,
///   Leffondré & Heinze (2015), Computer Methods and Programs in Biomedicine 118: 218–233.
public struct FirthModel: Equatable, Sendable {
  /// One coefficient with its profile limits.
  public struct Coefficient: Equatable, Sendable {
    /// The column: the variable's name, or `VARIABLE=LEVEL`.
    public let name: String
    /// The log hazard ratio for one unit more, or against the reference level.
    public let coefficient: Double
    /// Its standard error from the information, which is not what the limits are made of.
    public let standardError: Double
    /// Profile limits of the hazard ratio; a limit is 0 or infinite where the likelihood never falls so far.
    public let interval: ConfidenceInterval
    /// The penalised likelihood-ratio test that the coefficient is zero.
    public let test: ChiSquaredResult

    /// The hazard ratio (of a subdistribution, its ratio).
    public var hazardRatio: Double { exp(coefficient) }
  }

  /// The variables and the columns that stand for them.
  public let terms: [ModelTerm]
  /// How tied failures entered the likelihood.
  public let ties: TieMethod
  /// Number of rows.
  public let rowCount: Int
  /// Number of failures; those of a row with a frequency count as often.
  public let eventCount: Int
  /// How the search for the coefficients ended; only a converged model has any.
  public let outcome: RegressionOutcome
  /// The coefficients in the order of the columns; empty unless converged.
  public let coefficients: [Coefficient]
  /// The inverse of the information; `nil` unless converged.
  public let variance: SymmetricMatrix?
  /// The penalised log-likelihood at its maximum; `nil` unless converged.
  public let penalizedLogLikelihood: Double?
  /// One penalised likelihood-ratio test for each variable; empty unless converged.
  public let termTests: [TermTest]
  /// The penalised likelihood-ratio test that all coefficients are zero.
  public let likelihoodRatioTest: ChiSquaredResult

  /// Fits the hazard of failure, or of failure from one cause.
  ///
  /// - Parameters:
  ///   - data: the observation of each row.
  ///   - cause: the cause of failure modelled, the others being censorings; by default failure from any cause.
  ///   - design: the covariates of each row.
  ///   - strata: the stratum of each row; empty for a single one.
  ///   - ties: how tied failures enter the likelihood; `coxphf` knows Breslow's rule only.
  ///   - weights: what each row stands for; by default one subject.
  ///   - level: confidence level of the profile limits.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length or a weight cannot be.
  /// - Complexity: O(*n* log *n*) once and O(*n* *p*²) an iteration, for *n* rows and *p* columns; each limit is a search
  ///   of its own.
  public init(
    _ data: SurvivalData, cause: Int? = nil, design: DesignMatrix, strata: [Int] = [],
    ties: TieMethod = .breslow, weights: CaseWeights? = nil, level: Double = 0.95
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(
      rowCount: data.count, [("covariates", design.rowCount)], optional: [("strata", strata.count)])
    try weights?.validate(rowCount: data.count)
    let standardized = StandardizedDesign(design)
    let isEvent = data.isEvent(cause: cause)
    self.init(
      CoxPartialLikelihood(
        riskSets: CoxRiskSets(
          data.tied, isEvent: isEvent, strata: strata, design: standardized, weights: weights), ties: ties),
      standardized, design, isEvent, weights, ties: ties, level: level)
  }

  /// Fits the subdistribution hazard of a cause, as ``FineGrayModel`` without the penalty.
  ///
  /// - Throws: ``SurvivalDataError`` when the columns differ in length, entry is delayed or a weight cannot be.
  /// - Complexity: as for a hazard.
  public init(
    subdistributionOf cause: Int, _ data: SurvivalData, design: DesignMatrix, weights: CaseWeights? = nil,
    level: Double = 0.95
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(rowCount: data.count, [("covariates", design.rowCount)])
    if data.hasDelayedEntry { throw .delayedEntryNotDefined }
    try weights?.validate(rowCount: data.count)
    let standardized = StandardizedDesign(design)
    self.init(
      FineGrayLikelihood(data, cause: cause, design: standardized, weights: weights), standardized, design,
      data.isEvent(cause: cause), weights, ties: .breslow, level: level)
  }

  private init(
    _ likelihood: some PartialLikelihood, _ standardized: StandardizedDesign, _ design: DesignMatrix,
    _ isEvent: [Bool], _ weights: CaseWeights?, ties: TieMethod, level: Double
  ) {
    let search = PenalizedSearch(likelihood: likelihood)
    (terms, self.ties, rowCount) = (design.terms, ties, isEvent.count)
    eventCount = RegressionRows.eventCount(isEvent, weights)
    let zero = [Double](repeating: 0, count: design.columnCount)
    let all = Array(zero.indices)
    let dependent = Cholesky.dependentColumns(
      of: likelihood.point(at: zero).information, scale: RegressionRows.eventWeight(isEvent, weights))
    let top = dependent.isEmpty ? search.maximum(from: zero, free: all) : nil
    let found: RegressionOutcome =
      dependent.isEmpty
      ? top == nil ? .iterationLimit : .converged(iterations: 0) : .dependentColumns(dependent)
    outcome = RegressionRows.outcome(found, eventCount: eventCount, terms: design.terms)
    guard outcome.isConverged, let top else {
      (coefficients, variance, penalizedLogLikelihood, termTests) = ([], nil, nil, [])
      likelihoodRatioTest = .undefined(eventCount == 0 ? .noEvents : .noVariance)
      return
    }
    func test(without columns: [Int]) -> ChiSquaredResult {
      var start = top.coefficients
      for column in columns { start[column] = 0 }
      let others = all.filter { !columns.contains($0) }
      guard !columns.isEmpty, let less = search.maximum(from: start, free: others) else {
        return .undefined(.noVariance)
      }
      return .value(
        statistic: max(0, 2 * (top.logLikelihood - less.logLikelihood)), degreesOfFreedom: columns.count)
    }
    let critical = TailProbability.normalMultiplier(level: level)
    let raw = standardized.unscaled(top.coefficients)
    let variance = standardized.unscaled(top.variance)
    coefficients = all.map { column in
      let limits = [-1.0, 1].map { direction in
        search.profileLimit(
          of: column, around: top, direction: direction, spread: top.variance[column, column].squareRoot(),
          critical: critical * critical) / standardized.scales[column]
      }
      return Coefficient(
        name: design.columnNames[column], coefficient: raw[column],
        standardError: variance[column, column].squareRoot(),
        interval: ConfidenceInterval(lower: exp(limits[0]), upper: exp(limits[1])),
        test: test(without: [column]))
    }
    self.variance = variance
    penalizedLogLikelihood = top.logLikelihood + standardized.scales.reduce(0) { $0 + log($1) }
    termTests = design.terms.map { TermTest(name: $0.name, result: test(without: Array($0.columns))) }
    likelihoodRatioTest = test(without: all)
  }
}

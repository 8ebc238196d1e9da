package import SurvivalStatistics

/// A Cox regression of the hazard of the event; the hazard of one cause where that alone is the event.
package struct ProportionalHazards: Equatable, Sendable {
  /// The fitted model with its tests; it has no coefficients where there is an ``obstacle``.
  package let model: CoxModel
  package let obstacle: ModelObstacle?
  /// How well the model orders the patients; `nil` where there is an obstacle.
  ///
  /// - Complexity: O(*n* log *n*) for *n* rows, at each call.
  package var concordance: Concordance? { model.concordance }
  /// Whether hazard ratios change with time; `nil` unless asked for.
  package let proportionality: ProportionalHazardsTest?

  /// Fits the model on rows that have all covariates.
  ///
  /// - Parameters:
  ///   - strata: each has a baseline hazard of its own; `nil` for no strata.
  ///   - transform: the function of time by which the test looks for change; `nil` for no test.
  /// - Complexity: O(*n* log *n*) once and O(*n* *p*²) an iteration, for *n* rows and *p* columns.
  package init(
    _ cases: CompleteCases, covariates: [Covariate], strata: Groups? = nil, ties: TieMethod = .efron,
    testing transform: TimeTransform?
  ) throws(SurvivalDataError) {
    let design = try DesignMatrix(covariates, rowCount: cases.count)
    let model = try CoxModel(
      try cases.timeToEvent(), design: design, strata: strata?.members ?? [], ties: ties)
    self.model = model
    obstacle = ModelObstacle(model.outcome, design)
    proportionality = transform.flatMap { model.proportionalHazardsTest($0) }
  }
}

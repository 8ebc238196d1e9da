import SurvivalStatistics

/// A regression by Firth's penalised likelihood, for events that a covariate separates completely.
///
/// Ties are Breslow's, as in R's `coxphf`.
struct PenalizedHazards: Equatable, Sendable {
  let model: FirthModel
  let obstacle: ModelObstacle?

  /// Fits the model on rows that have all covariates; for a subdistribution entry must not be delayed, nor may there be
  /// strata.
  ///
  /// - Complexity: O(*n* log *n*) once and O(*n* *p*²) an iteration, for *n* rows and *p* columns; two searches a column.
  init(
    _ cases: CompleteCases, covariates: [Covariate], strata: Groups?, _ kind: RegressionKind
  ) throws(SurvivalDataError) {
    let design = try DesignMatrix(covariates, rowCount: cases.count)
    model =
      switch kind {
      case .fineGray: try FirthModel(subdistributionOf: 0, try cases.eventAndCompeting(), design: design)
      case .cox, .causeSpecific:
        try FirthModel(try cases.timeToEvent(), design: design, strata: strata?.members ?? [])
      }
    obstacle = ModelObstacle(model.outcome, design)
  }
}

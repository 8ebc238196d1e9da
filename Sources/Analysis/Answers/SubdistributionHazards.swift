package import SurvivalStatistics

/// A Fine–Gray regression: how covariates change the incidence of the event beside what competes with it.
package struct SubdistributionHazards: Equatable, Sendable {
  /// The fitted model with its tests; its numbers say nothing where there is an ``obstacle``.
  package let model: FineGrayModel
  package let obstacle: ModelObstacle?

  /// Fits the model on rows that have all covariates; entry must not be delayed.
  ///
  /// - Parameter convergence: where the search ends; job files ask for the maximum, screens for what R's `crr` prints.
  /// - Complexity: O(*n* log *n*) once and O(*n* *p*²) an iteration, for *n* rows and *p* columns.
  package init(
    _ cases: CompleteCases, covariates: [Covariate], convergence: FineGrayModel.Convergence = .full
  ) throws(SurvivalDataError) {
    let design = try DesignMatrix(covariates, rowCount: cases.count)
    model = try FineGrayModel(
      try cases.eventAndCompeting(), design: design, convergence: convergence)
    let hasVariance = model.coefficients.allSatisfy { $0.zStatistic.isFinite }
    obstacle = hasVariance ? ModelObstacle(model.outcome, design) : .noVariance
  }
}

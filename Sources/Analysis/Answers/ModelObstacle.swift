import SurvivalStatistics

/// Why a regression has no coefficients to go by, with the names of those to blame.
package enum ModelObstacle: Equatable, Sendable {
  /// Nobody had the event.
  case noEvents
  /// The likelihood keeps rising with the coefficients of these columns.
  case infiniteCoefficients([String])
  /// These columns are constant, or combinations of those before them.
  case dependentColumns([String])
  /// These variables have one level only among the rows.
  case singleLevel([String])
  /// No maximum of the likelihood was found.
  case notConverged
  /// The model is not defined where patients come under observation later than time zero.
  case delayedEntry
  /// Strata are not defined for the model.
  case strata
  /// The coefficients have no variance, as nothing happens at more than one time.
  case noVariance

  /// - Returns: `nil` for a model that converged.
  init?(_ outcome: RegressionOutcome, _ design: DesignMatrix) {
    switch outcome {
    case .converged: return nil
    case .infiniteCoefficients(let columns):
      self = .infiniteCoefficients(columns.map { design.columnNames[$0] })
    case .dependentColumns(let columns): self = .dependentColumns(columns.map { design.columnNames[$0] })
    case .singleLevelFactors(let terms): self = .singleLevel(terms.map { design.terms[$0].name })
    case .noEvents: self = .noEvents
    case .iterationLimit: self = .notConverged
    }
  }
}

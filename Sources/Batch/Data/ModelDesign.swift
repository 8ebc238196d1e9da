internal import SurvivalStatistics

extension DesignMatrix {
  /// The covariates of a model on the rows used; a column that the job does not declare is continuous if all its values
  /// are numbers.
  init(_ data: JobData, _ names: [String], _ survival: SurvivalRows) throws(Refusal) {
    var covariates: [Covariate] = []
    for name in names {
      if data.isCategorical(name) {
        let levels = try survival.levels(name)
        covariates.append(.factor(name: name, levels: levels.levels, codes: levels.members))
      } else {
        covariates.append(.continuous(name: name, values: try survival.numbers(name)))
      }
    }
    self = try survival.computing { () throws(SurvivalDataError) in
      try DesignMatrix(covariates, rowCount: survival.rows.count)
    }
  }
}

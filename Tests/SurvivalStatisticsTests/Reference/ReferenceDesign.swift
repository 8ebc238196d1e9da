import SurvivalStatistics

extension DesignMatrix {
  /// The covariates of an analysis on the rows it uses.
  init(_ question: ReferenceCase, rows: [Int]) throws {
    let covariates = (question.analysis.covariates ?? []).map { name -> Covariate in
      guard question.job.data.variables[name]?.type == "categorical" else {
        let numbers = question.table.numbers(name)
        return .continuous(name: name, values: rows.compactMap { numbers[$0] })
      }
      let groups = ReferenceGroups(question, name, rows: rows)
      return .factor(name: name, levels: groups.levels, codes: groups.members)
    }
    try self.init(covariates, rowCount: rows.count)
  }
}

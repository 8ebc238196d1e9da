internal import Analysis
internal import Study
internal import SurvivalStatistics

/// `gray_test`: cumulative incidence of each cause compared between groups.
struct GrayTestQuestion: Question {
  static let type = "gray_test"

  private let endpoint: JobEndpoint
  private let group: String
  private let strata: [String]
  private let rhos: [Double]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    group = try fields.column("group", data.frame)
    strata = try fields.columns("strata", data.frame)
    rhos = try fields.numbers("rho", default: [0])
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: [group] + strata)
    let groups = try survival.groups(group)
    let comparison = try survival.computing { (cases) throws(SurvivalDataError) in
      try IncidenceComparison(cases, between: groups, strata: survival.strata(strata), rhos: rhos)
    }
    var answers = survival.answers()
    for test in comparison.tests {
      let part = "cause=\(survival.codes[test.cause])/rho=\(Answers.label(test.rho))/"
      answers.set(part, test.result)
    }
    if let reason = comparison.undefined { answers.refuse(reason) }
    return answers
  }
}

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
    let groups = try survival.levels(group)
    let tables = try survival.tables(
      groups, strata: survival.strata(strata), survival.data, causeCount: survival.codes.count)
    var answers = Answers(n: survival.subjectCount(), missingCount: survival.missingCount)
    var reasons: [UndefinedTest] = []
    for rho in rhos {
      for (cause, code) in survival.codes.enumerated() {
        let test = GrayTest(strata: tables, cause: cause, rho: rho)
        answers.set("cause=\(code)/rho=\(Answers.label(rho))/", test.result)
        if let reason = test.result.undefined { reasons.append(reason) }
      }
    }
    // A cause that nobody failed from has no test, which is an answer as long as another cause has one.
    if let reason = reasons.first, reasons.count == rhos.count * survival.codes.count {
      answers.refuse(survival.data.eventCount > 0 ? reason : .noEvents)
    }
    return answers
  }
}

internal import Analysis
internal import SurvivalStatistics

/// `conditional_survival`: survival for further times of those who have survived so far, for each group.
struct ConditionalSurvivalQuestion: Question {
  static let type = "conditional_survival"

  private let endpoint: JobEndpoint
  private let group: String?
  private let given: [Double]
  private let times: [Double]
  private let level: Double

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    group = try fields.optionalColumn("group", data.frame)
    given = try fields.numbers("given")
    times = try fields.numbers("times")
    level = try fields.proportion("conf_level", default: 0.95)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: [group].compactMap(\.self))
    var answers = survival.answers()
    for found in try survival.byGroup(group).groups {
      for start in given where start < found.table.lastTime ?? start {
        for further in times {
          let estimate = found.survival.conditionalSurvival(further: further, given: start, level: level)
          let part = "\(Answers.part(found.name, of: group))given=\(Answers.label(start))/"
          let at = "@" + Answers.label(further)
          answers.set(part + "cond_surv" + at, estimate?.value)
          answers.set(part + "std_err" + at, estimate?.standardError)
          answers.set(part + "lower[log-log]" + at, estimate?.interval?.lower)
          answers.set(part + "upper[log-log]" + at, estimate?.interval?.upper)
        }
      }
    }
    return answers
  }
}

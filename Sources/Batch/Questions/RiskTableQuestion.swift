internal import Analysis
internal import SurvivalStatistics

/// `risk_table`: numbers at risk, failed and censored at times, for each group.
struct RiskTableQuestion: Question {
  static let type = "risk_table"

  private let endpoint: JobEndpoint
  private let group: String?
  private let times: [Double]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    group = try fields.optionalColumn("group", data.frame)
    times = try fields.numbers("times")
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: [group].compactMap(\.self))
    var answers = survival.answers()
    for found in try survival.byGroup(group).groups {
      let part = Answers.part(found.name, of: group)
      let risk = found.risk(at: times)
      let events = risk.cumulativeEventsOfAnyCause
      for (index, time) in times.enumerated() {
        let at = "@" + Answers.label(time)
        answers.set("\(part)n_risk\(at)", risk.atRisk[index])
        answers.set("\(part)cum_events\(at)", events[index])
        answers.set("\(part)cum_censored\(at)", risk.cumulativeCensored[index])
      }
    }
    return answers
  }
}

internal import Analysis
internal import SurvivalStatistics

/// `contingency`: Fisher's and Pearson's tests that two categorical variables are independent.
struct ContingencyQuestion: Question {
  static let type = "contingency"

  private let row: String
  private let column: String

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    row = try fields.column("row", data.frame)
    column = try fields.column("column", data.frame)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let used = try UsedRows(data, columns: [row, column])
    let (groups, levels) = (try used.groups(row), try used.groups(column))
    let counts = LevelsByGroup(levels: levels.names, codes: levels.members, by: groups)
    var answers = Answers(n: used.rows.count, missingCount: used.missingCount)
    let fisher = counts.fisher
    answers.set("fisher/p", fisher.pValue)
    if let ratio = fisher.oddsRatio {
      answers.set("fisher/odds_ratio", ratio.value)
      answers.set("fisher/or_lower", ratio.lower)
      answers.set("fisher/or_upper", ratio.upper)
    }
    let pearson = counts.chiSquared.result
    answers.set("chisq/", pearson, statistic: "statistic")
    if let corrected = counts.corrected?.result {
      answers.set("chisq_yates/statistic", corrected.statistic)
      answers.set("chisq_yates/p", corrected.pValue)
    }
    if let reason = pearson.undefined { answers.refuse(reason) }
    return answers
  }
}

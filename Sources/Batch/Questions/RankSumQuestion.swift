internal import Analysis
internal import SurvivalStatistics

/// `rank_sum`: a variable compared between two groups by Wilcoxon's test.
struct RankSumQuestion: Question {
  static let type = "rank_sum"

  private let variable: String
  private let group: String

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    variable = try fields.column("variable", data.frame)
    group = try fields.column("group", data.frame)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let used = try UsedRows(data, columns: [variable, group])
    let groups = try used.groups(group)
    let numbers = NumberByGroup(try used.numbers(variable), by: groups)
    var answers = Answers(n: used.rows.count, missingCount: used.missingCount)
    guard let test = numbers.rankSum else {
      let counted = "\(group) has \(groups.count) level\(groups.count == 1 ? "" : "s") here"
      answers.refuse(groups.count < 2 ? .singleGroup : .notTwoGroups, "\(counted); expected two")
      return answers
    }
    answers.set("W", test.statistic)
    answers.set("p", test.pValue)
    answers.set("p[normal]", test.normalPValue)
    answers.set("method", .text(test.method == .exact ? "exact" : "normal"))
    if test.pValue == nil { answers.refuse(.noVariance, "all values of \(variable) are equal") }
    return answers
  }
}

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
    let groups = try used.levels(group)
    let samples = try used.samples(variable, by: groups)
    var answers = Answers(n: used.rows.count, missingCount: used.missingCount)
    guard samples.count == 2 else {
      let counted = "\(group) has \(samples.count) level\(samples.count == 1 ? "" : "s") here"
      answers.refuse(samples.count < 2 ? .singleGroup : .notTwoGroups, "\(counted); expected two")
      return answers
    }
    let test = WilcoxonRankSumTest(samples[0], samples[1])
    answers.set("W", test.statistic)
    answers.set("p", test.pValue)
    answers.set("p[normal]", test.normalPValue)
    answers.set("method", .text(test.method == .exact ? "exact" : "normal"))
    if test.pValue == nil { answers.refuse(.noVariance, "all values of \(variable) are equal") }
    return answers
  }
}

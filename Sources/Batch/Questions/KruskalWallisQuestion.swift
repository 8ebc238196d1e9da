internal import Analysis
internal import SurvivalStatistics

/// `kruskal_wallis`: a variable compared between groups by ranks.
struct KruskalWallisQuestion: Question {
  static let type = "kruskal_wallis"

  private let variable: String
  private let group: String

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    variable = try fields.column("variable", data.frame)
    group = try fields.column("group", data.frame)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let used = try UsedRows(data, columns: [variable, group])
    let groups = try used.groups(group)
    let result = NumberByGroup(try used.numbers(variable), by: groups).kruskalWallis.result
    var answers = Answers(n: used.rows.count, missingCount: used.missingCount)
    answers.set("", result, statistic: "H")
    if let reason = result.undefined { answers.refuse(reason) }
    return answers
  }
}

internal import Analysis
internal import SurvivalStatistics

/// `spearman`: the rank correlation of two variables.
struct SpearmanQuestion: Question {
  static let type = "spearman"

  private let x: String
  private let y: String

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    x = try fields.column("x", data.frame)
    y = try fields.column("y", data.frame)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let used = try UsedRows(data, columns: [x, y])
    let correlation = RankCorrelation(try used.numbers(x), try used.numbers(y)).spearman
    var answers = Answers(n: used.rows.count, missingCount: used.missingCount)
    answers.set("rho", correlation.coefficient)
    answers.set("p[t]", correlation.approximatePValue)
    if let exact = correlation.exactPValue { answers.set("p[exact]", exact) }
    if correlation.coefficient == nil {
      answers.refuse(.noVariance, "all values of \(x) or of \(y) are equal")
    }
    return answers
  }
}

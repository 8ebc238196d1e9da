internal import Study
internal import SurvivalStatistics

/// `summary`: mean, spread, quartiles and range of numbers, counts of levels, for each group.
struct SummaryQuestion: Question {
  static let type = "summary"

  private let variables: [String]
  private let group: String?

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    variables = try fields.someColumns("variables", data.frame)
    group = try fields.optionalColumn("group", data.frame)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let frame = data.frame
    // Rows without a group belong to none, but a value missing here and there leaves nothing else out.
    let used = try UsedRows(data, columns: [group].compactMap(\.self))
    let groups = try used.levels(group)
    var answers = Answers(n: frame.rowCount, missingCount: 0)
    for (index, name) in groups.names.enumerated() {
      let rows = used.rows.indices.filter { groups.members[$0] == index }.map { used.rows[$0] }
      for variable in variables {
        let present = rows.filter { !frame[variable].isMissing($0) }
        let part = "\(name)/\(variable)/"
        answers.set(part + "n", present.count)
        answers.set(part + "missing", rows.count - present.count)
        if data.isCategorical(variable) {
          addCounts(to: &answers, part, variable, present, data)
        } else {
          addSummary(to: &answers, part, SampleSummary(try frame.numbers(variable, present)))
        }
      }
    }
    return answers
  }

  /// Counts every level that the job lists, occurring or not.
  private func addCounts(
    to answers: inout Answers, _ part: String, _ variable: String, _ rows: [Int], _ data: JobData
  ) {
    let column = data.frame[variable]
    var counts = [Int](repeating: 0, count: column.texts.count)
    for row in rows { counts[column.codes[row]] += 1 }
    // Texts that are spelled differently may be the same to a reader: é is one character or two.
    let byText = Dictionary(zip(column.texts, counts), uniquingKeysWith: +)
    for level in data.variables[variable]?.levels ?? column.levels {
      answers.set("\(part)\(level)/count", byText[level] ?? 0)
    }
  }

  private func addSummary(to answers: inout Answers, _ part: String, _ summary: SampleSummary) {
    answers.set(part + "mean", summary.mean)
    answers.set(part + "sd", summary.standardDeviation)
    answers.set(part + "median", summary.median)
    answers.set(part + "q1", summary.lowerQuartile)
    answers.set(part + "q3", summary.upperQuartile)
    answers.set(part + "min", summary.minimum)
    answers.set(part + "max", summary.maximum)
  }
}

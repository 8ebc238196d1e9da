internal import Analysis
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
    // Rows without a group belong to none, but a value missing here and there leaves nothing else out.
    let used = try UsedRows(data, columns: [group].compactMap(\.self))
    let groups = try used.groups(group)
    var answers = Answers(n: data.frame.rowCount, missingCount: 0)
    var found: [Characteristic] = []
    for variable in variables { found.append(try used.characteristic(variable, by: groups)) }
    for (index, level) in groups.names.enumerated() {
      for (variable, characteristic) in zip(variables, found) {
        let part = "\(Answers.part(level, of: group))\(variable)/"
        switch characteristic {
        case .number(let number): addSummary(to: &answers, part, number.groups[index])
        case .levels(let levels):
          addCounts(to: &answers, part, levels.groups[index], data.levels(variable).levels)
        }
      }
    }
    return answers
  }

  /// Counts every level that the job lists, occurring or not.
  private func addCounts(
    to answers: inout Answers, _ part: String, _ group: LevelsByGroup.Group, _ listed: [String]
  ) {
    answers.set(part + "n", group.knownCount)
    answers.set(part + "missing", group.missingCount)
    for (level, count) in zip(listed, group.counts) { answers.set("\(part)\(level)/count", count) }
  }

  private func addSummary(to answers: inout Answers, _ part: String, _ group: NumberByGroup.Group) {
    let summary = group.summary
    answers.set(part + "n", summary.count)
    answers.set(part + "missing", group.missingCount)
    answers.set(part + "mean", summary.mean)
    answers.set(part + "sd", summary.standardDeviation)
    answers.set(part + "median", summary.median)
    answers.set(part + "q1", summary.lowerQuartile)
    answers.set(part + "q3", summary.upperQuartile)
    answers.set(part + "min", summary.minimum)
    answers.set(part + "max", summary.maximum)
  }
}

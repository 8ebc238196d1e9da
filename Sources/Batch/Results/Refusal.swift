internal import SurvivalStatistics

/// Why an analysis stops before it has computed anything.
struct Refusal: Error, Equatable, Sendable {
  var status: AnalysisStatus
  /// One line for whoever reads the record.
  var reason: String
  /// Rows used and rows left out, where they are known.
  var n: Int?
  var missingCount: Int?
}

extension Refusal {
  /// Runs a computation on some rows of a table, naming the line of the row that it cannot use.
  static func explaining<Value>(
    _ frame: DataFrame, _ rows: [Int], _ body: () throws(SurvivalDataError) -> Value
  ) throws(Refusal) -> Value {
    do {
      return try body()
    } catch {
      let status: AnalysisStatus = error == .delayedEntryNotDefined ? .delayedEntry : .invalid
      throw Refusal(status: status, reason: text(error, frame, rows))
    }
  }

  private static func text(_ error: SurvivalDataError, _ frame: DataFrame, _ rows: [Int]) -> String {
    func line(_ row: Int) -> String { "\(frame.file):\(frame.lines[rows[row]])" }
    switch error {
    case .lengthMismatch(let column, let expected, let found):
      return "\(column) has \(found) values; expected \(expected)"
    case .notFinite(let column, let row): return "\(line(row)): \(column) is no finite number"
    case .emptyInterval(let row, let entry, let time):
      return
        "\(line(row)): observation ends at \(Answers.label(time)), but begins at \(Answers.label(entry)); "
        + "expected it to begin earlier"
    case .unknownCause(let row, let cause): return "\(line(row)): \(cause) is no cause"
    case .invalidWeight(let row, let weight): return "\(line(row)): \(Answers.label(weight)) is no weight"
    case .unknownGroup(let row, _): return "\(line(row)): the group is unknown"
    case .delayedEntryNotDefined:
      return "entry is delayed; the method is defined only for observation from the start"
    case .noCause, .timesNotIncreasing, .invalidCount, .moreThanAtRisk:
      return "the counts cannot be those of any subjects"
    }
  }
}

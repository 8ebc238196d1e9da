extension EventTable: CustomStringConvertible {
  /// How many subjects, events by cause, and the last time.
  public var description: String {
    let causes =
      events.count > 1
      ? " (\(events.indices.map { "\(eventCount(cause: $0))" }.joined(separator: ", ")))" : ""
    let end = lastTime.map { ", up to \(PrintedNumber.text($0))" } ?? ""
    return "EventTable: n \(subjectCount), \(PrintedNumber.count(eventCount, "event"))\(causes)\(end)"
  }
}

extension RiskTable: CustomStringConvertible {
  /// The number at risk at each time.
  public var description: String {
    "at risk "
      + times.indices.map { "\(PrintedNumber.text(times[$0])): \(atRisk[$0])" }.joined(separator: ", ")
  }
}

extension SimonMakuch: CustomStringConvertible {
  /// How many changed, and both tables.
  public var description: String { "SimonMakuch: \(switchCount) changed; without \(without); with \(with)" }
}

extension SurvivalDataError: CustomStringConvertible {
  /// What is wrong, rows and steps being counted from 0.
  public var description: String {
    switch self {
    case .lengthMismatch(let column, let expected, let found):
      "\(column) has length \(found); expected \(expected)"
    case .notFinite(let column, let row): "row \(row): \(column) is no finite number"
    case .emptyInterval(let row, let entry, let time):
      "row \(row): observation ends at \(time), but begins at \(entry)"
    case .unknownCause(let row, let cause): "row \(row): there is no cause \(cause)"
    case .unknownGroup(let row, let group): "row \(row): there is no group \(group)"
    case .invalidWeight(let row, let weight): "row \(row): \(weight) is no weight"
    case .delayedEntryNotDefined: "the method is not defined for delayed entry"
    case .noCause: "a table needs at least one cause"
    case .timesNotIncreasing(let step): "step \(step): times must increase"
    case .invalidCount(let column, let step, let count): "step \(step): \(column) cannot be \(count)"
    case .moreThanAtRisk(let step, let leaving, let atRisk):
      "step \(step): \(leaving) leave, but \(atRisk) are at risk"
    }
  }
}

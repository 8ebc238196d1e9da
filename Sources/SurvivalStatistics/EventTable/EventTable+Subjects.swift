extension EventTable {
  /// Counts rows of one group.
  ///
  /// - Parameters:
  ///   - times: end of observation of each row.
  ///   - status: 0 for a censored row, 1…*K* for a failure from that cause (`events[0]` is cause 1).
  ///   - entries: start of observation of each row, for delayed entry; empty where everybody is observed from
  ///     the start.
  ///   - causeCount: how many causes to tell apart; by default the largest status, at least one.
  ///   - rule: which times are the same.
  /// - Throws: ``SurvivalDataError`` when the rows cannot be counted.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(
    times: [Double], status: [Int], entries: [Double] = [], causeCount: Int? = nil,
    rule: TieRule = .nearlyEqual
  ) throws(SurvivalDataError) {
    let tied = try TiedTimes(times: times, entries: entries, rule: rule)
    let tables = try Self.tables(
      tied, status: status, groups: [], groupCount: 1, causeCount: causeCount, subjects: [])
    self = tables[0]
  }

  /// Counts rows of several groups, near-equal times being merged over all of them.
  ///
  /// - Parameters:
  ///   - tied: the times of all rows.
  ///   - status: 0 for a censored row, 1…*K* for a failure from that cause.
  ///   - groups: group of each row, from 0; empty when all are in one group.
  ///   - groupCount: number of groups. A group without rows has an empty table.
  ///   - causeCount: how many causes to tell apart; by default the largest status, at least one.
  ///   - subjects: who each row belongs to, where one subject has several; empty otherwise. A censored row
  ///     that the same subject continues in the same group is neither a censoring nor an entry: its end is
  ///     listed as a time at which nothing happens.
  /// - Returns: one table a group.
  /// - Throws: ``SurvivalDataError`` when the rows cannot be counted.
  /// - Complexity: O(*n* + *g* *u*) for *n* rows, *g* groups and *u* distinct times.
  public static func tables(
    _ tied: TiedTimes, status: [Int], groups: [Int] = [], groupCount: Int = 1, causeCount: Int? = nil,
    subjects: [Int] = []
  ) throws(SurvivalDataError) -> [EventTable] {
    let causes = max(causeCount ?? status.max() ?? 1, 1)
    try validate(
      tied, status: status, groups: groups, groupCount: groupCount, causes: causes, subjects: subjects)
    let (continued, continuing) = handovers(tied, status: status, groups: groups, subjects: subjects)
    var tallies = [Tally](
      repeating: Tally(stepCount: tied.distinct.count, causeCount: causes), count: groupCount)
    for row in status.indices {
      let group = groups.isEmpty ? 0 : groups[row]
      tallies[group].leave(
        at: tied.exitSteps[row], status: status[row], isContinued: !continued.isEmpty && continued[row])
      if tied.entries.isEmpty || tied.entrySteps[row] < 0 {
        tallies[group].startCount += 1
      } else {
        tallies[group].enter(
          at: tied.entrySteps[row], isContinuing: !continuing.isEmpty && continuing[row])
      }
    }
    return tallies.map { $0.table(times: tied.distinct) }
  }

  private static func validate(
    _ tied: TiedTimes, status: [Int], groups: [Int], groupCount: Int, causes: Int, subjects: [Int]
  ) throws(SurvivalDataError) {
    let count = tied.times.count
    if status.count != count { throw .lengthMismatch(column: "status", expected: count, found: status.count) }
    if !groups.isEmpty, groups.count != count {
      throw .lengthMismatch(column: "group", expected: count, found: groups.count)
    }
    if !subjects.isEmpty, subjects.count != count {
      throw .lengthMismatch(column: "subject", expected: count, found: subjects.count)
    }
    for row in status.indices where !(0...causes).contains(status[row]) {
      throw .unknownStatus(row: row, status: status[row])
    }
    for row in groups.indices where !(0..<groupCount).contains(groups[row]) {
      throw .unknownGroup(row: row, group: groups[row])
    }
  }

  /// Which rows the same subject continues in the same group, and which rows are such a continuation.
  private static func handovers(
    _ tied: TiedTimes, status: [Int], groups: [Int], subjects: [Int]
  ) -> (continued: [Bool], continuing: [Bool]) {
    guard !subjects.isEmpty, !tied.entries.isEmpty else { return ([], []) }
    struct Start: Hashable { var subject, group, step: Int }
    var starts = [Start: Int]()
    for row in subjects.indices {
      let group = groups.isEmpty ? 0 : groups[row]
      starts[Start(subject: subjects[row], group: group, step: tied.entrySteps[row])] = row
    }
    var continued = [Bool](repeating: false, count: subjects.count)
    var continuing = continued
    for row in subjects.indices where status[row] == 0 {
      let end = Start(
        subject: subjects[row], group: groups.isEmpty ? 0 : groups[row], step: tied.exitSteps[row])
      guard let next = starts[end] else { continue }
      (continued[row], continuing[next]) = (true, true)
    }
    return (continued, continuing)
  }
}

/// Counts over all times of an analysis, before those at which nothing happens to the group are dropped.
private struct Tally {
  var events: [[Int]]
  var censored: [Int]
  var entered: [Int]
  var isListed: [Bool]
  var startCount = 0

  init(stepCount: Int, causeCount: Int) {
    let zeros = [Int](repeating: 0, count: stepCount)
    events = Array(repeating: zeros, count: causeCount)
    (censored, entered) = (zeros, zeros)
    isListed = Array(repeating: false, count: stepCount)
  }

  mutating func leave(at step: Int, status: Int, isContinued: Bool) {
    isListed[step] = true
    if status > 0 { events[status - 1][step] += 1 } else if !isContinued { censored[step] += 1 }
  }

  mutating func enter(at step: Int, isContinuing: Bool) {
    isListed[step] = true
    if !isContinuing { entered[step] += 1 }
  }

  func table(times: [Double]) -> EventTable {
    let steps = times.indices.filter { isListed[$0] }
    return EventTable(
      times: steps.map { times[$0] }, events: events.map { cause in steps.map { cause[$0] } },
      censored: steps.map { censored[$0] }, entered: steps.map { entered[$0] }, startCount: startCount)
  }
}

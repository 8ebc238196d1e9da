extension EventTable {
  /// Counts the subjects of one group.
  ///
  /// - Parameters:
  ///   - observations: one a subject.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  ///   - rule: which times are the same.
  /// - Throws: ``SurvivalDataError`` when the subjects cannot be counted.
  /// - Complexity: O(*n* log *n*) for *n* subjects.
  public init(
    _ observations: [Observation], causeCount: Int? = nil, rule: TieRule = .nearlyEqual
  ) throws(SurvivalDataError) {
    try self.init(SurvivalData(observations, rule: rule), causeCount: causeCount)
  }

  /// Counts the rows of one group.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  ///   - frequencies: how many equal subjects each row stands for; empty where each is one.
  /// - Throws: ``SurvivalDataError`` when the rows cannot be counted.
  /// - Complexity: O(*n*) for *n* rows.
  public init(
    _ data: SurvivalData, causeCount: Int? = nil, frequencies: [Int] = []
  ) throws(SurvivalDataError) {
    self = try Self.tables(data, groups: [], causeCount: causeCount, frequencies: frequencies)[0]
  }

  /// Counts rows of several groups.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - groups: group of each row, from 0; empty when all are in one group.
  ///   - groupCount: number of groups. A group without rows has an empty table.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  ///   - subjects: who each row belongs to, where one subject has several; empty otherwise. A censored row
  ///     that the same subject continues in the same group is neither a censoring nor an entry: its end is
  ///     listed as a time at which nothing happens.
  ///   - frequencies: how many equal subjects each row stands for; empty where each is one.
  /// - Returns: one table a group.
  /// - Throws: ``SurvivalDataError`` when the rows cannot be counted.
  /// - Complexity: O(*n* + *g* *u*) for *n* rows, *g* groups and *u* distinct times.
  public static func tables(
    _ data: SurvivalData, groups: [Int] = [], groupCount: Int = 1, causeCount: Int? = nil,
    subjects: [Int] = [], frequencies: [Int] = []
  ) throws(SurvivalDataError) -> [EventTable] {
    let causes = max(causeCount ?? data.causeCount, 1)
    let tied = data.tied
    try validate(data, groups: groups, groupCount: groupCount, causes: causes, subjects: subjects)
    if !frequencies.isEmpty { try CaseWeights.frequencies(frequencies).validate(rowCount: data.count) }
    let (continued, continuing) = handovers(data, groups: groups, subjects: subjects)
    var tallies = [Tally](
      repeating: Tally(stepCount: tied.distinct.count, causeCount: causes), count: groupCount)
    for row in data.outcomes.indices {
      let (group, count) = (groups.isEmpty ? 0 : groups[row], frequencies.isEmpty ? 1 : frequencies[row])
      tallies[group].leave(
        count, at: tied.exitSteps[row], data.outcomes[row],
        isContinued: !continued.isEmpty && continued[row])
      if tied.entries.isEmpty || tied.entrySteps[row] < 0 {
        tallies[group].startCount += count
      } else {
        tallies[group].enter(
          count, at: tied.entrySteps[row], isContinuing: !continuing.isEmpty && continuing[row])
      }
    }
    return tallies.map { $0.table(times: tied.distinct) }
  }

  /// For each stratum one table a group, strata and groups being numbered from 0; neither can be more than rows.
  static func strata(
    _ data: SurvivalData, groups: [Int], strata: [Int], causeCount: Int? = nil
  ) throws(SurvivalDataError) -> [[EventTable]] {
    try RegressionRows.validate(
      rowCount: data.count, [("group", groups.count)], optional: [("stratum", strata.count)])
    for row in groups.indices where !data.outcomes.indices.contains(groups[row]) {
      throw .unknownGroup(row: row, group: groups[row])
    }
    for row in strata.indices where !data.outcomes.indices.contains(strata[row]) {
      throw .unknownGroup(row: row, group: strata[row])
    }
    let (groupCount, stratumCount) = ((groups.max() ?? -1) + 1, (strata.max() ?? 0) + 1)
    let cells = groups.indices.map { (strata.isEmpty ? 0 : strata[$0] * groupCount) + groups[$0] }
    let tables = try tables(
      data, groups: cells, groupCount: stratumCount * groupCount, causeCount: causeCount)
    return (0..<stratumCount).map { Array(tables[$0 * groupCount..<($0 + 1) * groupCount]) }
  }

  private static func validate(
    _ data: SurvivalData, groups: [Int], groupCount: Int, causes: Int, subjects: [Int]
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(
      rowCount: data.count, [], optional: [("group", groups.count), ("subject", subjects.count)])
    for row in data.outcomes.indices {
      if let cause = data.outcomes[row].cause, cause >= causes { throw .unknownCause(row: row, cause: cause) }
    }
    if groups.isEmpty, groupCount < 1, data.count > 0 { throw .unknownGroup(row: 0, group: 0) }
    for row in groups.indices where !(0..<max(groupCount, 0)).contains(groups[row]) {
      throw .unknownGroup(row: row, group: groups[row])
    }
  }

  /// Which rows the same subject continues in the same group, and which rows are such a continuation.
  private static func handovers(
    _ data: SurvivalData, groups: [Int], subjects: [Int]
  ) -> (continued: [Bool], continuing: [Bool]) {
    let tied = data.tied
    guard !subjects.isEmpty, !tied.entries.isEmpty else { return ([], []) }
    struct Start: Hashable { var subject, group, step: Int }
    var starts = [Start: Int]()
    for row in subjects.indices {
      let group = groups.isEmpty ? 0 : groups[row]
      starts[Start(subject: subjects[row], group: group, step: tied.entrySteps[row])] = row
    }
    var continued = [Bool](repeating: false, count: subjects.count)
    var continuing = continued
    for row in subjects.indices where data.outcomes[row] == .censored {
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

  mutating func leave(_ count: Int, at step: Int, _ outcome: Observation.Outcome, isContinued: Bool) {
    guard count > 0 else { return }
    isListed[step] = true
    if let cause = outcome.cause {
      events[cause][step] += count
    } else if !isContinued {
      censored[step] += count
    }
  }

  mutating func enter(_ count: Int, at step: Int, isContinuing: Bool) {
    guard count > 0 else { return }
    isListed[step] = true
    if !isContinuing { entered[step] += count }
  }

  func table(times: [Double]) -> EventTable {
    let steps = times.indices.filter { isListed[$0] }
    return EventTable(
      unchecked: steps.map { times[$0] }, events: events.map { cause in steps.map { cause[$0] } },
      censored: steps.map { censored[$0] }, entered: steps.map { entered[$0] }, startCount: startCount)
  }
}

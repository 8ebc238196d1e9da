import SurvivalStatistics

/// Rows as R has them: a column of times, and one of status in which 0 is censored and *k* failure from cause *k* − 1.
func rows(_ times: [Double], _ status: [Int], entries: [Double] = []) -> [Observation] {
  times.indices.map {
    Observation(
      entry: entries.isEmpty ? nil : entries[$0], time: times[$0],
      outcome: status[$0] == 0 ? .censored : .event(cause: status[$0] - 1))
  }
}

extension SurvivalData {
  init(times: [Double], status: [Int], entries: [Double] = []) throws {
    try self.init(rows(times, status, entries: entries))
  }
}

extension EventTable {
  init(times: [Double], status: [Int], entries: [Double] = [], rule: TieRule = .nearlyEqual) throws {
    try self.init(rows(times, status, entries: entries), rule: rule)
  }
}

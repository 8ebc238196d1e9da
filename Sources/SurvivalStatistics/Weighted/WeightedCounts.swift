/// What an ``EventTable`` counts, as sums of weights: rows need not be one subject each.
///
/// It is apart from the table of counts, which stays whole numbers for everything that counts.
struct WeightedCounts: Equatable, Sendable {
  let times: [Double]
  /// Weight at risk just before each time.
  let atRisk: [Double]
  /// Weight failing at each time, by cause.
  let events: [[Double]]
  /// Weight failing from any cause at each time.
  let failing: [Double]

  /// - Complexity: O(*n* + *u* *k*) for *n* rows, *u* distinct times and *k* causes.
  init(_ data: SurvivalData, weights: [Double], causeCount: Int) {
    let tied = data.tied
    let zeros = [Double](repeating: 0, count: tied.distinct.count)
    var events = Array(repeating: zeros, count: causeCount)
    var (censored, entering) = (zeros, zeros)
    for row in data.outcomes.indices {
      let (step, weight) = (tied.exitSteps[row], weights.isEmpty ? 1 : weights[row])
      if let cause = data.outcomes[row].cause {
        events[cause][step] += weight
      } else {
        censored[step] += weight
      }
      if !tied.entries.isEmpty, tied.entrySteps[row] >= 0 { entering[tied.entrySteps[row]] += weight }
    }
    // From the last time back, so that the last to fail are exactly those at risk.
    var (failing, atRisk, present) = (zeros, zeros, CompensatedSum())
    for step in tied.distinct.indices.reversed() {
      for cause in events.indices { failing[step] += events[cause][step] }
      present += -entering[step]
      present += failing[step]
      present += censored[step]
      atRisk[step] = max(present.value, failing[step])
    }
    (times, self.atRisk, self.events, self.failing) = (tied.distinct, atRisk, events, failing)
  }

  /// The last step at or before a time; -1 before the first.
  func lastStep(notAfter time: Double) -> Int { times.partitioningIndex { $0 > time } - 1 }
}

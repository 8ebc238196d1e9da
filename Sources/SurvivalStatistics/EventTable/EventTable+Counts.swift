extension EventTable {
  /// Number under observation before the first time listed.
  public var startCount: Int { atRisk.first ?? subjectCount }

  /// The last time listed, or `nil` for an empty table.
  public var lastTime: Double? { times.last }

  /// Number of failures from any cause.
  public var eventCount: Int { events.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Number censored.
  public var censoredCount: Int { censored.reduce(0, +) }

  /// Whether anybody comes under observation after the start.
  public var hasDelayedEntry: Bool { entered.contains { $0 > 0 } }

  /// Number of failures from one cause.
  public func eventCount(cause: Int) -> Int { events[cause].reduce(0, +) }

  /// Number of failures from any cause at one step.
  public func eventCount(atStep step: Int) -> Int {
    var total = 0
    for cause in events.indices { total += events[cause][step] }
    return total
  }

  /// Number at risk just before a time: entered before it, and neither failed nor censored before it.
  ///
  /// Those who leave at that very time are still counted; past the last time nobody is.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func atRisk(at time: Double) -> Int {
    let step = times.partitioningIndex { $0 >= time }
    return step < times.count ? atRisk[step] : 0
  }

  /// The last step at or before a time; -1 before the first.
  package func lastStep(notAfter time: Double) -> Int { times.partitioningIndex { $0 > time } - 1 }
}

extension EventTable {
  /// The table in which censoring is the event and failure from any cause is censoring.
  ///
  /// Its Kaplan–Meier estimate is that of the time of follow-up (reverse Kaplan–Meier). At a tied time those
  /// who fail are still counted at risk of being censored.
  ///
  /// - SeeAlso: Schemper & Smith (1996), Controlled Clinical Trials 17: 343–346.
  public var reversed: EventTable {
    EventTable(
      unchecked: times, events: [censored], censored: times.indices.map { eventCount(atStep: $0) },
      entered: entered, startCount: startCount)
  }

  /// The table in which only one cause is an event and failures from the others are censorings
  /// (cause-specific).
  public func restricted(toCause cause: Int) -> EventTable {
    EventTable(
      unchecked: times, events: [events[cause]],
      censored: times.indices.map { censored[$0] + eventCount(atStep: $0) - events[cause][$0] },
      entered: entered, startCount: startCount)
  }

  /// The table in which failure from any cause is the one event (composite endpoint).
  public var combiningCauses: EventTable {
    EventTable(
      unchecked: times, events: [times.indices.map { eventCount(atStep: $0) }], censored: censored,
      entered: entered,
      startCount: startCount)
  }

  /// The part of the table after a time, in the original time: those still under observation then, and later
  /// entries.
  public func suffix(after time: Double) -> EventTable {
    let first = times.partitioningIndex { $0 > time }
    return EventTable(
      unchecked: Array(times[first...]), events: events.map { Array($0[first...]) },
      censored: Array(censored[first...]),
      entered: Array(entered[first...]), startCount: first < times.count ? atRisk[first] : 0)
  }

  /// Pools several strata that share causes and the unit of time.
  ///
  /// - Complexity: O(*u* *g*) for *u* distinct times in all and *g* strata.
  public init(merging tables: [EventTable]) {
    let causeCount = tables.map(\.causeCount).max() ?? 1
    precondition(tables.allSatisfy { $0.causeCount == causeCount }, "the same causes in every stratum")
    var (times, censored, entered) = ([Double](), [Int](), [Int]())
    var events = [[Int]](repeating: [], count: causeCount)
    var walk = SynchronizedTables(tables)
    while let time = walk.next() {
      times.append(time)
      censored.append(0)
      entered.append(0)
      for cause in events.indices { events[cause].append(0) }
      for group in tables.indices where walk.isAtTime[group] {
        let step = walk.steps[group]
        censored[censored.count - 1] += tables[group].censored[step]
        entered[entered.count - 1] += tables[group].entered[step]
        for cause in events.indices {
          events[cause][times.count - 1] += tables[group].events[cause][step]
        }
      }
    }
    self.init(
      unchecked: times, events: events, censored: censored, entered: entered,
      startCount: tables.reduce(0) { $0 + $1.startCount })
  }
}

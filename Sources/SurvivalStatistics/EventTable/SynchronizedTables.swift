/// Walks several event tables through the union of their times.
struct SynchronizedTables {
  /// Step of each table whose number at risk holds at the current time; its step count past its end.
  private(set) var steps: [Int]
  /// Whether the current time is one that the table lists.
  private(set) var isAtTime: [Bool]

  private let tables: [EventTable]

  /// Starts before the first time.
  init(_ tables: [EventTable]) {
    self.tables = tables
    steps = Array(repeating: 0, count: tables.count)
    isAtTime = Array(repeating: false, count: tables.count)
  }

  /// Moves to the next time at which any table lists something; `nil` at the end.
  ///
  /// - Complexity: O(*g*) for *g* tables.
  mutating func next() -> Double? {
    var time = Double.infinity
    for group in tables.indices {
      if isAtTime[group] { steps[group] += 1 }
      if steps[group] < tables[group].times.count { time = min(time, tables[group].times[steps[group]]) }
    }
    guard time < .infinity else { return nil }
    for group in tables.indices {
      isAtTime[group] = steps[group] < tables[group].times.count && tables[group].times[steps[group]] == time
    }
    return time
  }

  /// Number at risk in one table just before the current time.
  func atRisk(_ group: Int) -> Int {
    steps[group] < tables[group].times.count ? tables[group].atRisk[steps[group]] : 0
  }

  /// Number failing from a cause in one table at the current time.
  func events(_ group: Int, cause: Int) -> Int {
    isAtTime[group] ? tables[group].events[cause][steps[group]] : 0
  }

  /// Number failing from any cause in one table at the current time.
  func eventsOfAnyCause(_ group: Int) -> Int {
    isAtTime[group] ? tables[group].eventCount(atStep: steps[group]) : 0
  }
}

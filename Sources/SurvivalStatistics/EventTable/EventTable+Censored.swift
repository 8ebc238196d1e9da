extension EventTable {
  /// The table as it would be had everybody's follow-up ended at a time (administrative censoring).
  ///
  /// What happens at that time or before it stays; those still under observation after it are censored there, and who
  /// would enter at that time or later never comes in. An end that is infinite changes nothing.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  public func censored(at time: Double) -> EventTable {
    guard time.isFinite else { return self }
    let kept = times.partitioningIndex { $0 > time }
    var (times, censored, entered) = (
      Array(times[..<kept]), Array(self.censored[..<kept]), Array(self.entered[..<kept])
    )
    var events = self.events.map { Array($0[..<kept]) }
    if times.last != time {
      times.append(time)
      censored.append(0)
      entered.append(0)
      for cause in events.indices { events[cause].append(0) }
    }
    let last = times.count - 1
    entered[last] = 0
    let leaving = events.reduce(censored[last]) { $0 + $1[last] }
    let present = kept > last ? atRisk[last] : remaining(afterSteps: kept)
    censored[last] += present - leaving
    if leaving == 0, censored[last] == 0 {
      (times, censored, entered) = (times.dropLast(), censored.dropLast(), entered.dropLast())
      events = events.map { $0.dropLast() }
    }
    return EventTable(
      times: times, events: events, censored: censored, entered: entered, startCount: startCount)
  }

  /// Number under observation after so many steps.
  private func remaining(afterSteps count: Int) -> Int {
    guard count > 0 else { return startCount }
    return atRisk[count - 1] + entered[count - 1] - censored[count - 1] - eventCount(atStep: count - 1)
  }
}

extension EventTable {
  /// The table of those still under observation and free of failure after a landmark, with the clock restarted there.
  ///
  /// Whoever fails or is censored at the landmark or before it is left out; nothing that happens later changes who is
  /// in. Those who entered at the landmark or before it are there from the start, later ones enter later; so both the
  /// entry and the end of an observation at exactly the landmark count as before it. Where nobody is observed beyond
  /// it, or it is no finite number, the table is empty.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  /// - SeeAlso: Anderson, Cain & Gelber (1983), Journal of Clinical Oncology 1: 710–719.
  public func landmark(at time: Double) -> EventTable {
    let later = suffix(after: time.isFinite ? time : .infinity)
    let clock = later.times.map { $0 - time }
    // Times that differ in their last digit only may become one as the clock moves.
    let starts = TieRule.exact.runStarts(of: clock)
    let sums: ([Int]) -> [Int] = { counts in
      starts.indices.map { run in
        let end = run + 1 < starts.count ? starts[run + 1] : counts.count
        return counts[starts[run]..<end].reduce(0, +)
      }
    }
    return EventTable(
      unchecked: starts.map { clock[$0] }, events: later.events.map(sums), censored: sums(later.censored),
      entered: sums(later.entered), startCount: later.startCount)
  }

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
      unchecked: times, events: events, censored: censored, entered: entered, startCount: startCount)
  }

  /// Number under observation after so many steps.
  private func remaining(afterSteps count: Int) -> Int {
    guard count > 0 else { return startCount }
    return atRisk[count - 1] + entered[count - 1] - censored[count - 1] - eventCount(atStep: count - 1)
  }
}

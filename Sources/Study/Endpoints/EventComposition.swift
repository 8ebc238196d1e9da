/// What an endpoint's events make of one patient after the other.
struct EventComposition {
  struct Outcome {
    var time: Int64
    var entry: Int64
    /// An index into ``EventComposition/events``; `nil` where the patient is censored.
    var event: Int?
  }

  /// What is odd about a row.
  enum Kind: Hashable {
    case noEnd, endsBeforeStart, noEntry, lateEntry, emptyInterval
    /// An event, by its name, after the end of follow-up.
    case afterFollowUp(String)
  }

  /// What came first for a patient.
  private enum First {
    /// It is not known of every event whether and when it happened.
    case unknown
    case nothing
    /// An index into the events.
    case event(Int)
  }

  /// In the order in which they count at a tie.
  let events: [Timeline.Occurrences]
  /// The event from which time counts.
  let start: Timeline.Occurrences?
  private(set) var problems: RowProblems<Kind>
  /// The rows in which the order of the events decides, several having happened on one day.
  private(set) var tiedRows: [Int] = []
  let name: String
  private let followUp: [Int64]?
  private let entries: [Int64]?
  /// The events at which observation ends.
  let censoring: [Timeline.Occurrences]

  var hasEntries: Bool { entries != nil }

  init(_ declaration: EndpointDeclaration, study: StudyFile, timeline: Timeline, columns: StudyColumns) {
    name = declaration.name
    events = (declaration.events + declaration.competing).compactMap { timeline.events[$0] }
      .sorted(by: Timeline.precedes)
    start = declaration.origin.flatMap { timeline.events[$0] }
    censoring = declaration.censoring.compactMap { timeline.events[$0] }
    followUp = timeline.ticks(declaration.followUp)
    entries = (declaration.entry ?? study.entry).flatMap { timeline.ticks(.time($0)) }
    problems = RowProblems(columns.table)
  }

  /// The patient's time and first event; `nil` where the patient takes no part, with the reason noted.
  mutating func outcome(row: Int) -> Outcome? {
    if let start, start.happened[row] != true || start.ticks[row] == RecordedTimes.none { return nil }
    let from = start?.ticks[row] ?? 0
    guard censoring.allSatisfy({ $0.isUsable(row: row) }) else { return nil }
    let cut = censoring.filter { $0.happened[row] == true }.map { $0.ticks[row] }.min()
    var end = followUp?[row] ?? RecordedTimes.none
    if let cut, end == RecordedTimes.none || cut < end { end = cut }
    var event: Int?
    switch first(row: row) {
    case .unknown: return nil
    case .nothing: break
    // What comes after the end of observation is not seen.
    case .event(let index) where cut.map({ events[index].ticks[row] > $0 }) == true: break
    case .event(let index):
      event = index
      let tick = events[index].ticks[row]
      if end != RecordedTimes.none, tick > end {
        let what = events[index].declaration.name
        let message = "\(name): \(what) after the end of follow-up; it counts all the same"
        problems.add(row: row, .warning, .afterFollowUp(what), message: message)
      }
      end = tick
    }
    if end == RecordedTimes.none {
      let message = "\(name): neither an event nor an end of follow-up; the rows are not used"
      problems.add(row: row, .warning, .noEnd, message: message)
      return nil
    }
    if end < from {
      let message = "\(name): ends before \(start?.declaration.name ?? "time zero"); the rows are not used"
      problems.add(row: row, .warning, .endsBeforeStart, message: message)
      return nil
    }
    return entered(row: row, Outcome(time: end - from, entry: 0, event: event), from: from)
  }

  /// The outcome with the time at which observation began.
  private mutating func entered(row: Int, _ outcome: Outcome, from: Int64) -> Outcome? {
    guard let entry = entries?[row] else { return outcome }
    guard entry != RecordedTimes.none else {
      let message = "\(name): no time of entry; the rows are not used"
      problems.add(row: row, .warning, .noEntry, message: message)
      return nil
    }
    let begin = entry > from ? entry - from : 0
    guard begin < outcome.time else {
      let message = "\(name): observation ends before it begins; the rows are not used"
      problems.add(row: row, .warning, .lateEntry, message: message)
      return nil
    }
    return Outcome(time: outcome.time, entry: begin, event: outcome.event)
  }

  /// Notes that a patient who has an outcome is never at risk.
  mutating func noteEmptyInterval(row: Int) {
    problems.add(row: row, .warning, .emptyInterval, message: EmptyIntervals.message(name))
  }

  private mutating func first(row: Int) -> First {
    var (first, isTied) = (nil as Int?, false)
    for index in events.indices {
      guard events[index].isUsable(row: row) else { return .unknown }
      guard events[index].happened[row] == true else { continue }
      if let known = first, events[known].ticks[row] <= events[index].ticks[row] {
        isTied = isTied || events[known].ticks[row] == events[index].ticks[row]
        continue
      }
      (first, isTied) = (index, false)
    }
    if isTied { tiedRows.append(row) }
    return first.map(First.event) ?? .nothing
  }
}

extension Timeline.Occurrences {
  /// Whether it is known that and when the event happened, or that it did not.
  func isUsable(row: Int) -> Bool {
    switch happened[row] {
    case nil: false
    case false?: true
    case true?: ticks[row] != RecordedTimes.none && ticks[row] >= 0
    }
  }
}

import CohortEngine

/// An endpoint composed of events: the time to the first of them, else to the end of follow-up.
///
/// - A patient whose events are not all known takes no part: what is not known might have come first.
/// - At a tie, an event that is not fatal comes before one that is, then the order of the declarations decides. The
///   rule is the same for every endpoint, so that the incidences of a cause and of its competitors stay complements.
/// - An event after the end of follow-up counts all the same, and is listed.
/// - From an origin other than time zero, all times are differences of whole ticks; only patients who had the
///   origin event take part.
struct EventEndpoint {
  let endpoint: Endpoint
  let origin: EndpointOrigin
  let findings: [Finding]

  /// - Complexity: O(rows × events).
  init(
    _ declaration: EndpointDeclaration, rule: EndpointOrigin.Rule, study: StudyFile, timeline: Timeline,
    columns: StudyColumns
  ) {
    let causes = Causes(declaration, events: study.events)
    let events = (declaration.events + declaration.competing).compactMap { timeline.events[$0] }
      .sorted(by: Timeline.precedes)
    let start = declaration.origin.flatMap { timeline.events[$0] }
    let followUp = timeline.ticks(declaration.followUp)
    let entryName = declaration.entry ?? study.entry
    let entry = entryName.flatMap { timeline.ticks(.time($0)) }
    var problems = RowProblems(columns.table)
    let name = declaration.name

    var times = [Int64](repeating: 0, count: columns.rowCount)
    var status = [Int8](repeating: Endpoint.unusable, count: columns.rowCount)
    var entries = times
    for row in times.indices {
      guard start == nil || start?.happened[row] == true else { continue }
      let from = start?.ticks[row] ?? 0
      guard from != RecordedTimes.none, let first = Self.first(of: events, row: row) else { continue }
      let last = followUp?[row] ?? RecordedTimes.none
      guard let end = first.event?.ticks[row] ?? (last == RecordedTimes.none ? nil : last) else {
        problems.add(
          row: row, .warning, key: "end",
          message: "\(name): neither an event nor an end of follow-up; not used")
        continue
      }
      guard end >= from else {
        let what = start?.declaration.name ?? "time zero"
        problems.add(row: row, .warning, key: "early", message: "\(name): ends before \(what); not used")
        continue
      }
      if let first = first.event, last != RecordedTimes.none, first.ticks[row] > last {
        problems.add(
          row: row, .warning, key: "late",
          message: "\(name): \(first.declaration.name) after the end of follow-up; it counts all the same")
      }
      if let entry {
        let begin = max(entry[row] == RecordedTimes.none ? end - from : entry[row] - from, 0)
        guard begin < end - from else {
          problems.add(
            row: row, .warning, key: "entry", message: "\(name): ends before observation begins; not used")
          continue
        }
        entries[row] = begin
      }
      times[row] = end - from
      status[row] = first.event.flatMap { causes.status[$0.declaration.name] } ?? Endpoint.censored
    }
    findings = problems.findings
    endpoint = Endpoint(
      name: name, label: declaration.label, kind: declaration.competing.isEmpty ? .survival : .competingRisks,
      causes: causes.labels,
      origin: declaration.origin.map { start?.declaration.label ?? $0 } ?? study.origin,
      scale: timeline.scale, times: times, status: status, entries: entry == nil ? nil : entries)
    let used =
      events.map(\.declaration.column.column)
      + [(declaration.followUp ?? study.followUp)?.column, entryName]
      .compactMap { $0 }
    var seen: Set<String> = []
    origin = EndpointOrigin(
      endpoint: name, rule: rule, columns: used.filter { seen.insert($0).inserted },
      codes: EndpointOrigin.counts(status, causes: causes.labels),
      unusableCount: status.count { $0 == Endpoint.unusable })
  }
}

extension EventEndpoint {
  /// The first event of a patient, or none of them; `nil` where not all of them are known.
  private static func first(
    of events: [Timeline.Occurrences], row: Int
  ) -> (event: Timeline.Occurrences?, Void)? {
    var first: Int?
    for (index, event) in events.enumerated() {
      guard event.isUsable(row: row) else { return nil }
      guard event.happened[row] == true else { continue }
      if let known = first, events[known].ticks[row] <= event.ticks[row] { continue }
      first = index
    }
    return (first.map { events[$0] }, ())
  }
}

extension EndpointOrigin {
  /// The codes of an endpoint that was composed: censored, then its causes.
  static func counts(_ status: [Int8], causes: [String]) -> [Code] {
    let censored = Code(code: "censored", meaning: .censored, count: status.count { $0 == Endpoint.censored })
    return [censored]
      + causes.enumerated().map { index, cause in
        Code(code: cause, meaning: .event(cause), count: status.count { Int($0) == index + 1 })
      }
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

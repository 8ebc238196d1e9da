import CohortEngine
import CohortModel

/// An endpoint composed of events: the time to the first of them, else to the end of follow-up.
///
/// - A patient whose events are not all known takes no part: what is not known might have come first.
/// - At a tie, an event that is not fatal comes before one that is, then the order of the declarations decides. The
///   rule is the same for every endpoint, so that the incidences of a cause and of its competitors stay complements.
/// - An event after the end of follow-up counts all the same, and is listed.
/// - From an origin other than time zero, all times are differences of whole ticks; only patients who had the
///   origin event take part.
struct EventEndpoint {
  let endpoint: EndpointColumn
  let origin: EndpointOrigin
  let findings: [Finding]

  /// - Complexity: O(rows × events), with delayed entry O(rows · log rows) as well.
  init(
    _ declaration: EndpointDeclaration, rule: EndpointOrigin.Rule, study: StudyFile, timeline: Timeline,
    columns: StudyColumns
  ) {
    let causes = Causes(declaration, events: study.events)
    var composition = EventComposition(declaration, study: study, timeline: timeline, columns: columns)
    var times = [Int64](repeating: 0, count: columns.rowCount)
    var status = [Int8](repeating: EndpointColumn.unusable, count: columns.rowCount)
    var entries = composition.hasEntries ? times : nil
    let codes = composition.events.map { causes.status[$0.declaration.name] ?? EndpointColumn.censored }
    for row in times.indices {
      guard let outcome = composition.outcome(row: row) else { continue }
      times[row] = outcome.time
      status[row] = outcome.event.map { codes[$0] } ?? EndpointColumn.censored
      entries?[row] = outcome.entry
    }
    for row in EmptyIntervals(times: times, entries: entries, statuses: status).rows {
      composition.noteEmptyInterval(row: row)
      (times[row], status[row]) = (0, EndpointColumn.unusable)
      entries?[row] = 0
    }
    findings = composition.problems.findings + composition.tieFindings(columns.table)
    var endpoint = EndpointColumn(
      name: declaration.name, label: declaration.label,
      kind: declaration.competing.isEmpty ? .survival : .competingRisks,
      causes: causes.labels,
      origin: declaration.origin.map { composition.start?.declaration.label ?? $0 } ?? study.origin,
      scale: timeline.scale, times: times, status: status, entries: entries)
    let end = (declaration.followUp ?? study.followUp)?.column
    var seen: Set<String> = []
    var isDated = false
    if case .date? = composition.events.first?.declaration.column { isDated = true }
    let zero = isDated ? study.timeZero : nil
    endpoint.timeZero = composition.start?.declaration.column.column ?? zero
    self.endpoint = endpoint
    let timeColumns = (composition.events.map(\.declaration.column.column) + [end, zero].compactMap { $0 })
      .filter { seen.insert($0).inserted }
    let statuses = composition.events.flatMap { $0.declaration.conditionColumns(in: columns) }
    origin = EndpointOrigin(
      endpoint: declaration.name, rule: rule, times: timeColumns,
      statuses: statuses.filter { seen.insert($0).inserted }, entry: declaration.entry ?? study.entry,
      codes: EndpointOrigin.counts(status, causes: causes.labels),
      unusableCount: status.count { $0 == EndpointColumn.unusable })
  }
}

extension EventComposition {
  /// How many patients the order of the events decides, and the order.
  fileprivate func tieFindings(_ table: Table) -> [Finding] {
    guard !tiedRows.isEmpty else { return [] }
    let order = events.map(\.declaration.name).joined(separator: " before ")
    let message =
      "\(name): \(count(tiedRows.count, "patient")) with several events on one day, decided by the order \(order)"
    return [Finding(.note, lines: tiedRows.map { Int(table.lines[$0]) }, message: message)]
  }
}

extension EndpointOrigin {
  /// The codes of an endpoint that was composed: censored, then its causes.
  static func counts(_ status: [Int8], causes: [String]) -> [Code] {
    let censored = Code(
      code: "censored", meaning: .censored, count: status.count { $0 == EndpointColumn.censored })
    return [censored]
      + causes.enumerated().map { index, cause in
        Code(code: cause, meaning: .event(cause), count: status.count { Int($0) == index + 1 })
      }
  }
}

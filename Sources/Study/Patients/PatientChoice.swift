import CohortEngine
import CohortModel

/// Decides whose rows belong together in a table that nobody described, and which rule makes one row of them.
struct PatientChoice {
  enum Outcome {
    /// Every row is a patient.
    case rows
    /// A rule that the table itself makes clear.
    case rule(PatientDeclaration.Rule)
    /// Endpoints below each other: one for each value of a column of parameters or types of event.
    case layers([EndpointDeclaration])
    /// Nobody can tell which of a patient's rows counts.
    case unclear
  }

  let identifier: PatientIdentifier?
  let outcome: Outcome
  /// - Complexity: O(rows × columns) where patients have several rows, else O(rows).
  init(_ columns: StudyColumns, file: StudyFile) {
    let identifier = PatientIdentifier(in: columns)
    self.identifier = identifier
    guard let identifier, identifier.isRepeated else {
      outcome = .rows
      return
    }
    let groups = PatientRows.groups(identifier, columns)
    if let layers = ParameterColumns.endpoints(columns, groups: groups) {
      outcome = .layers(layers)
    } else if Self.areIntervals(columns, groups) {
      outcome = .rule(.intervals)
    } else {
      outcome = Self.outcomesAgree(columns, file: file, groups) ? .rule(.agreeing) : .unclear
    }
  }

  /// Whether the columns of the first endpoint never differ between the rows of a patient.
  static func outcomesAgree(_ columns: StudyColumns, file: StudyFile, _ groups: [[Int]]) -> Bool {
    var endpoints = file.endpoints
    var described = file
    if endpoints.isEmpty {
      let detection = EndpointDetection(columns: columns, file: file)
      guard StartStop(columns) == nil, let first = detection.guesses.first else { return false }
      (endpoints, described) = ([first.declaration], detection.file)
    }
    let differing = PatientRows.differing(columns, groups)
    // An endpoint with a row of its own does not look at the others.
    return endpoints.filter { $0.row == nil }.allSatisfy { endpoint in
      described.outcomeColumns(endpoint, in: columns).allSatisfy { name in
        columns.index(named: name).map { !differing.contains($0) } ?? true
      }
    }
  }

  /// Whether rows are the intervals of one observation, each patient's following another, with an event in the last only.
  static func areIntervals(_ columns: StudyColumns, _ groups: [[Int]]) -> Bool {
    let names = Set(columns.table.names.map { NameWords($0).joined })
    // Transitions between states are several outcomes, not pieces of one.
    guard
      names.isDisjoint(with: ["from", "trans", "transition", "state"])
        || !names.contains("to") && !names.contains("trans"),
      let interval = StartStop(columns),
      let starts = RecordedTimes(times: interval.start, in: columns),
      let stops = RecordedTimes(times: interval.stop, in: columns),
      let pair = EndpointPairs(columns, study: StudyFile(data: "")).pairs.first(where: {
        $0.time == interval.stop
      }),
      pair.isSure, let status = columns.index(named: pair.status)
    else { return false }
    let decimals = max(starts.decimals, stops.decimals)
    let (start, stop) = (starts.ticks(decimals: decimals), stops.ticks(decimals: decimals))
    let profile = columns.profiles[status]
    let events = Set(
      pair.coding.codes.filter { if case .event = $0.meaning { true } else { false } }.map(\.code))
    let isEvent = profile.counts.indices.map { events.contains(profile.column.text($0)) }
    return groups.allSatisfy { group in
      let ordered = group.sorted { (start[$0], $0) < (start[$1], $1) }
      return zip(ordered, ordered.dropFirst()).allSatisfy { earlier, later in
        stop[earlier] == start[later] && !isEvent[Int(profile.column.codes[earlier])]
      }
    }
  }
}

extension StudyFile {
  /// The columns that an endpoint is made of.
  func outcomeColumns(_ endpoint: EndpointDeclaration, in columns: StudyColumns) -> [String] {
    switch endpoint.source {
    case .columns(let time, let status, _): return [time, status] + (endpoint.entry.map { [$0] } ?? [])
    case .events:
      let names = Set(endpoint.events + endpoint.competing)
      let used = events.filter { names.contains($0.name) }
      return used.map(\.column.column) + used.flatMap { $0.conditionColumns(in: columns) }
        + [(endpoint.followUp ?? followUp)?.column, timeZero].compactMap { $0 }
    }
  }
}

extension EventDeclaration {
  /// The columns that the event's condition looks at.
  func conditionColumns(in columns: StudyColumns) -> [String] {
    guard let when,
      let condition = try? FilterExpression(parsing: when, variables: columns.variables.map(\.variable))
    else { return [] }
    let used = condition.variables
    return columns.variables.map(\.name).filter(used.contains)
  }
}

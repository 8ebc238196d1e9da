import CohortEngine
package import CohortModel
import PrintableText

/// The columns of an open study, to make endpoints of: it is read again when somebody first asks for it, and kept.
package struct EndpointBench: Sendable {
  package private(set) var study: Study
  private let columns: StudyColumns

  /// Reads the table of a study again, as its study file says.
  ///
  /// - Throws: where it cannot be read, or no longer has the same patients.
  package init(_ study: Study, options: ReadingOptions = ReadingOptions()) throws(StudyError) {
    guard study.tablePath != FileBytes.standardInput else {
      throw .statement(
        path: study.tablePath, option: "endpoint-add", value: "-",
        expected: "a file: the standard input cannot be read twice")
    }
    let table = SampleFile.joined(try TableReader.read(study.tablePath, options: options))
    try self.init(study, table: table)
  }

  init(_ study: Study, table: Table) throws(StudyError) {
    self.study = study
    var builder = StudyBuilder(table: table, file: study.declarations)
    columns = try builder.columnsOfPatients()
    guard columns.rowCount == study.cohort.rowCount else {
      throw .statement(
        path: study.tablePath, option: "endpoint-add", value: "\(columns.rowCount) patients",
        expected: "the \(study.cohort.rowCount) that were read before; the file has changed")
    }
  }

  /// The study with one more event to make endpoints of.
  package mutating func add(_ definition: EventDefinition) throws(StudyError) {
    guard !study.declarations.events.contains(where: { $0.name == definition.name }) else {
      throw refused("event-add", definition.name, "a name that no event has")
    }
    var file = study.declarations
    file.events.append(EventDeclaration(definition))
    let check = StudyFileCheck(file: file, table: columns.table, reader: nil)
    try check.names()
    _ = try check.conditions(columns)
    study = study.with(file)
  }

  /// The study with one more endpoint.
  ///
  /// - Complexity: O(rows × events).
  package mutating func add(_ definition: EndpointDefinition) throws(StudyError) {
    study = try studyAdding(definition)
  }

  /// The study as it would be with one more endpoint; nobody keeps it.
  package func studyAdding(_ definition: EndpointDefinition) throws(StudyError) -> Study {
    do { try definition.check() } catch { throw refused("endpoint-add", definition.name, "\(error)") }
    guard !study.declarations.endpoints.contains(where: { $0.name == definition.name }) else {
      throw refused("endpoint-add", definition.name, "a name that no endpoint has")
    }
    let declaration = EndpointDeclaration(definition)
    var file = study.declarations
    file.endpoints.append(declaration)
    let check = StudyFileCheck(file: file, table: columns.table, reader: nil)
    try check.names()
    try checkSource(declaration)
    let conditions = try check.conditions(columns)
    let made: (endpoint: EndpointColumn, origin: EndpointOrigin, findings: [Finding])
    if case .columns = declaration.source {
      guard let built = ColumnEndpoint(declaration, rule: .built, study: file, columns: columns) else {
        throw refused("endpoint-add", definition.name, "a column of times")
      }
      made = (built.endpoint, built.origin, built.findings)
    } else {
      let timeline = Timeline(file, columns: columns, conditions: conditions)
      let built = EventEndpoint(declaration, rule: .built, study: file, timeline: timeline, columns: columns)
      made = (built.endpoint, built.origin, timeline.findings + built.findings)
    }
    guard made.endpoint.status.contains(where: { $0 != EndpointColumn.unusable }) else {
      let why = made.findings.map(\.message).first.map { ": \($0)" } ?? ""
      throw refused("endpoint-add", definition.name, "somebody whose time and status are known\(why)")
    }
    return study.with(file, made.endpoint, made.origin, findings: made.findings)
  }

  /// Whether a status column has the values of which something is said, and is another than that of the times.
  private func checkSource(_ declaration: EndpointDeclaration) throws(StudyError) {
    guard case .columns(let time, let status, let codes) = declaration.source,
      let index = columns.index(named: status)
    else { return }
    guard time != status, declaration.from != time else {
      throw refused("endpoint-add", declaration.name, "different columns for its times and its status")
    }
    let unit = study.declarations.timeUnit
    if declaration.from == nil, let own = RecordedTimes(times: time, in: columns)?.unit, let unit, own != unit
    {
      throw refused(
        "endpoint-add", declaration.name,
        "times in \(unit.rawValue), as the study has them; the name of \(time) says \(own.rawValue)")
    }
    let profile = columns.profiles[index]
    let known = Set(profile.present.map(profile.column.text))
    for code in codes where !known.contains(code.code) {
      throw refused(
        "endpoint-add", declaration.name,
        "values of \(status): \(StatedReading.list(profile)); not \(code.code.quoted)")
    }
  }

  private func refused(_ option: String, _ value: String, _ expected: String) -> StudyError {
    .statement(path: study.tablePath, option: option, value: value, expected: expected)
  }
}

extension EndpointBench {
  /// A column that may hold times: numbers, or dates.
  package struct TimeCandidate: Hashable, Sendable {
    package var name: String
    package var isDate: Bool
    package var unit: TimeUnit?
    /// The range and median of its values.
    package var values: String
    package var known: Int
  }

  /// A column that may say what happened, with what its values mean where their words leave no doubt.
  package struct StatusCandidate: Hashable, Sendable {
    package var name: String
    package var values: [(value: String, count: Int, meaning: EndpointDefinition.Code.Meaning?)]

    package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  /// Columns of numbers and dates, those whose names speak of times first.
  package var times: [TimeCandidate] {
    let found = columns.table.names.indices.compactMap { index -> (Int, TimeCandidate)? in
      let variable = columns.variables[index]
      let profile = columns.profiles[index]
      let name = columns.table.names[index]
      let isDate = variable.kind == .date
      guard isDate || variable.kind == .number, profile.present.count > 2 else { return nil }
      let recorded =
        isDate ? RecordedTimes(dates: name, in: columns) : RecordedTimes(times: name, in: columns)
      guard let recorded else { return nil }
      let isNamed = study.endpointColumns.contains(name) || recorded.unit != nil && !isDate
      let missing = (0..<columns.rowCount).count { variable.isMissing(row: $0) }
      return (
        isNamed ? 0 : isDate ? 1 : 2,
        TimeCandidate(
          name: name, isDate: isDate, unit: isDate ? nil : recorded.unit ?? study.declarations.timeUnit,
          values: ColumnText.values(variable), known: columns.rowCount - missing)
      )
    }
    return found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(
      \.element.1)
  }

  /// Columns of few values, those of the study's endpoints and events first.
  package var statuses: [StatusCandidate] {
    let found = columns.table.names.indices.compactMap { index -> (Int, StatusCandidate)? in
      let profile = columns.profiles[index]
      let name = columns.table.names[index]
      guard (1...12).contains(profile.present.count), columns.variables[index].kind != .date else {
        return nil
      }
      let texts = profile.present.sorted {
        LevelOrder.precedes(profile.column.text($0), profile.column.text($1))
      }
      let coding = StatusCoding(
        texts.map(profile.column.text), name: StatusColumnName(name), event: "event")
      let sure = coding?.doubt == nil ? coding : nil
      let values = texts.map { code -> (String, Int, EndpointDefinition.Code.Meaning?) in
        let text = profile.column.text(code)
        let meaning = sure?.codes.first { $0.code == text }?.meaning
        return (text, profile.counts[code], meaning.map(EndpointDefinition.Code.Meaning.init))
      }
      let isNamed = study.endpointColumns.contains(name)
      return (isNamed ? 0 : sure != nil ? 1 : 2, StatusCandidate(name: name, values: values))
    }
    return found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(
      \.element.1)
  }

  /// How many patients each event of the study happened to, for whom it is not known, in the order of the study file.
  package var events: [(name: String, label: String, count: Int, unknown: Int)] {
    let file = study.declarations
    let check = StudyFileCheck(file: file, table: columns.table, reader: nil)
    guard let conditions = try? check.conditions(columns) else { return [] }
    let timeline = Timeline(file, columns: columns, conditions: conditions)
    return file.events.compactMap { event in
      guard let found = timeline.events[event.name] else { return nil }
      let usable = (0..<columns.rowCount).filter { found.isUsable(row: $0) }
      return (
        event.name, event.label ?? event.name, usable.count { found.happened[$0] == true },
        columns.rowCount - usable.count
      )
    }
  }
}

extension EndpointDefinition.Code.Meaning {
  fileprivate init(_ meaning: StatusCode.Meaning) {
    switch meaning {
    case .censored: self = .censored
    case .event(let name): self = .event(name)
    case .unknown: self = .unknown
    }
  }
}

extension EventDeclaration {
  init(_ definition: EventDefinition) {
    self.init(
      name: definition.name, label: definition.label, column: .time(definition.time), when: definition.when)
  }
}

extension EndpointDeclaration {
  init(_ definition: EndpointDefinition) {
    self.init(
      name: definition.name, label: definition.label, events: definition.events,
      competing: definition.competing, followUp: definition.followUp.map(TimeReference.time))
    censoring = definition.censoring
    guard case .columns(let time, let from, let status, let codes) = definition.source else { return }
    self.from = from
    source = .columns(
      time: time, status: status,
      codes: codes.map { code in
        switch code.meaning {
        case .censored: StatusCode(code.value, .censored)
        case .event(let name): StatusCode(code.value, .event(name))
        case .unknown: StatusCode(code.value, .unknown)
        }
      })
  }
}

import CohortEngine
import CohortModel

extension StudyBuilder {
  /// Makes one row of the rows of each patient; whether that changed the table.
  mutating func choosePatients(_ columns: StudyColumns) throws(StudyError) -> Bool {
    if let declared = file.patients {
      guard let index = columns.index(named: declared.id) else {
        throw .statement(
          path: table.path, option: "--id", value: declared.id, expected: "the name of a column")
      }
      guard declared.rule != .each else { return false }
      let identifier = PatientIdentifier(
        declared.id, index: index, in: columns, barcodeParts: declared.barcodeParts)
      noteUnnamed(identifier)
      if case .condition = declared.rule {
        return try pick(columns, identifier, declared.rule, layers: file.endpoints)
      }
      guard identifier.isRepeated else { return false }
      guard declared.rule == .agreeing else {
        return try pick(columns, identifier, declared.rule, layers: file.endpoints)
      }
      return try pickAgreeing(columns, identifier)
    }
    guard file.endpoints.isEmpty else {
      noteRepeated(columns)
      return false
    }
    let choice = PatientChoice(columns, file: file)
    guard let identifier = choice.identifier else { return false }
    noteUnnamed(identifier)
    switch choice.outcome {
    case .rows: return false
    case .rule(let rule): return try pick(columns, identifier, rule, layers: [])
    case .layers(let endpoints):
      layers = endpoints
      file.timeUnit = file.timeUnit ?? ParameterColumns.unit(columns)
      rowQuestion = ReadingQuestions(columns: columns, stated: stated).rows(identifier, layers: endpoints)
      if stated.isAccepted { rowQuestion = nil }
      return try pick(columns, identifier, .first, layers: endpoints)
    case .unclear:
      rowQuestion = ReadingQuestions(columns: columns, stated: stated).rows(identifier)
      noteRepeated(identifier, columns, "which of them counts is not clear")
      return false
    }
  }

  /// Puts the rows of a patient together, if the outcome is the same in all of them; else somebody must choose.
  private mutating func pickAgreeing(
    _ columns: StudyColumns, _ identifier: PatientIdentifier
  ) throws(StudyError) -> Bool {
    let groups = PatientRows.groups(identifier, columns)
    if file.endpoints.isEmpty, PatientChoice.areIntervals(columns, groups) {
      return try pick(columns, identifier, .intervals, layers: [])
    }
    guard PatientChoice.outcomesAgree(columns, file: file, groups) else {
      rowQuestion = ReadingQuestions(columns: columns, stated: stated).rows(identifier)
      noteRepeated(identifier, columns, "which of them counts is not clear")
      return false
    }
    return try pick(columns, identifier, .agreeing, layers: file.endpoints)
  }

  private mutating func noteUnnamed(_ identifier: PatientIdentifier) {
    guard identifier.unnamedCount > 0 else { return }
    let rows = identifier.patients.indices.filter { identifier.patients[$0] < 0 }
    findings.append(
      Finding(
        .warning, lines: rows.map { Int(table.lines[$0]) }, column: identifier.column,
        message: "\(count(rows.count, "row")) without an identifier: each is taken for a patient of its own"))
  }

  private mutating func pick(
    _ columns: StudyColumns, _ identifier: PatientIdentifier, _ rule: PatientDeclaration.Rule,
    layers: [EndpointDeclaration]
  ) throws(StudyError) -> Bool {
    var rows: [PatientLayer] = []
    for endpoint in layers {
      guard let row = endpoint.row, case .columns(let time, let status, _) = endpoint.source else { continue }
      rows.append(
        PatientLayer(
          endpoint: endpoint.name, columns: [time, status] + (endpoint.entry.map { [$0] } ?? []),
          condition: try PatientLayer.condition(row, columns)))
    }
    let patients = try PatientRows(columns, identifier: identifier, rule: rule, layers: rows)
    table = patients.table
    file.patients = patients.declaration
    findings += patients.findings
    hidden.formUnion(rows.flatMap { layer in layer.columns.map(layer.name) })
    hidden.formUnion(patients.differing)
    return true
  }

  /// A study file that says nothing of patients counts rows; where identifiers repeat, that is said.
  private mutating func noteRepeated(_ columns: StudyColumns) {
    guard let identifier = PatientIdentifier(in: columns), identifier.isRepeated else { return }
    noteRepeated(identifier, columns, "each row is counted as a patient; say otherwise under [patients]")
  }

  private mutating func noteRepeated(_ identifier: PatientIdentifier, _ columns: StudyColumns, _ what: String)
  {
    let groups = PatientRows.groups(identifier, columns).filter { $0.count > 1 }
    let lines = groups.flatMap { $0 }.sorted().map { Int(table.lines[$0]) }
    let message = "\(count(identifier.repeatedCount, "patient")) in more than one row: \(what)"
    findings.append(Finding(.warning, lines: lines, column: identifier.column, message: message))
  }
}

extension EndpointDeclaration {
  var shownColumns: (time: String, status: String, entry: String?)? {
    guard case .columns(let time, let status, _) = source else { return nil }
    return (time, status, entry)
  }

  /// The declaration over the columns that hold its own row of each patient, where it names one.
  func layered(in table: Table) -> EndpointDeclaration {
    guard row != nil, case .columns(let time, let status, let codes) = source else { return self }
    let names = [time, status].map { PatientLayer.name($0, endpoint: name) }
    guard names.allSatisfy({ table.column(named: $0) != nil }) else { return self }
    var layered = self
    layered.source = .columns(time: names[0], status: names[1], codes: codes)
    if let entry {
      let name = PatientLayer.name(entry, endpoint: name)
      if table.column(named: name) != nil { layered.entry = name }
    }
    return layered
  }
}

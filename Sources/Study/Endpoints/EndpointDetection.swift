import CohortEngine

/// Finds the endpoints of a table that nobody described, by the names and values of its columns.
///
/// Tried in this order: sets of columns that registries and standards prescribe; a time and a status with the same
/// stem in their names; a column of causes beside such a pair; dates. Whatever is found is a guess to be shown with
/// its counts, and no value is taken for “no event” only because nothing else is known about it.
struct EndpointDetection {
  private(set) var guesses: [GuessedEndpoint] = []
  private(set) var findings: [Finding] = []
  /// The study file with the guesses in it.
  private(set) var file: StudyFile

  init(columns: StudyColumns, file: StudyFile) {
    self.file = file
    if let refusal = Self.refusal(columns) {
      findings = [refusal]
      return
    }
    if let preset = RegistryColumns.file(file, columns) {
      adopt(preset, rule: .preset)
    }
    let pairs = EndpointPairs(columns, study: file)
    guesses += pairs.guesses
    findings += pairs.findings
    guesses += CauseColumns(columns, pairs: pairs, study: file).guesses
    if guesses.isEmpty, let dated = DateColumns.file(file, columns) {
      adopt(dated, rule: .dates)
    }
    self.file.endpoints = guesses.map(\.declaration)
    if guesses.isEmpty {
      let expected = "expected a time and a status, such as os_months and os_status, or dates"
      findings.append(
        Finding(.error, message: "no endpoint was found; \(expected), or a study file that names them"))
    }
    noteUnits(columns)
  }

  private mutating func adopt(_ found: StudyFile, rule: EndpointOrigin.Rule) {
    file = found
    guesses += found.endpoints.map { GuessedEndpoint(declaration: $0, rule: rule) }
  }

  /// Tables with several rows a patient, in which no row by itself has an endpoint.
  private static func refusal(_ columns: StudyColumns) -> Finding? {
    let duplicates = DuplicatePatients(columns)
    let names = columns.table.names
    if let parameter = names.firstIndex(where: { ["paramcd", "param"].contains($0.lowercased()) }) {
      let values = columns.profiles[parameter].present.map(columns.profiles[parameter].column.text)
      guard values.count > 1 else { return nil }
      let list = values.prefix(6).joined(separator: ", ")
      return Finding(
        .error, column: names[parameter],
        message:
          "\(values.count) endpoints below each other (\(list)): no endpoint is used; keep the rows of one")
    }
    let repeated = count(duplicates.repeatedCount, "patient")
    if duplicates.repeatedCount > 0, let (start, stop) = StartStop.columns(names) {
      return Finding(
        .error, column: "\(start), \(stop)",
        message:
          "\(repeated) with several rows from a start to a stop: no endpoint is used, because each patient"
          + " would count more than once; expected one row a patient")
    }
    guard duplicates.areMostRepeated else { return nil }
    return Finding(
      .error,
      message:
        "\(repeated) of \(duplicates.patientCount) in several rows: no endpoint is used, because they would"
        + " count more than once; expected one row a patient")
  }

  private mutating func noteUnits(_ columns: StudyColumns) {
    guard file.timeUnit == nil else { return }
    for guess in guesses {
      guard case .columns(let time, _, _) = guess.declaration.source else { continue }
      guard let recorded = RecordedTimes(times: time, in: columns), recorded.unit == nil else { continue }
      let finding = Finding(
        .note, column: time,
        message: "the unit of the times is not stated; say time_unit = \"days\" or so in a study file")
      if !findings.contains(finding) { findings.append(finding) }
    }
  }
}

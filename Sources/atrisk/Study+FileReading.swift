import CohortEngine
import CohortModel
import Report
import Study

extension Study {
  /// What was understood of the file, as plain values.
  ///
  /// - Complexity: O(rows × columns).
  var fileReading: FileReading {
    let schema = cohort.schema
    var made = FileReading(
      title: title, tablePath: tablePath, rows: reading.rowCount, patients: cohort.rowCount)
    (made.notes, made.studyPath) = (notes, studyPath)
    if reading.verdict != .opens { made.doubt = "\(reading.verdict.rawValue): \(reading.sentence)" }
    made.endpoints = zip(schema.endpoints, endpointOrigins).map(FileReading.Endpoint.init)
    made.columns = zip(schema.variables, cohort.variables).map { variable, column in
      FileReading.Column(
        name: variable.name, label: variable.label,
        kind: variable.kind == .yesNo ? "yes/no" : variable.kind.rawValue, missing: variable.missingCount,
        knownAt: variable.knownAt, values: ColumnText.values(column))
    }
    made.findings = findings.map(finding)
    return made
  }

  /// Of a finding's rows no more are listed with what they hold.
  private static let mostRows = 200

  private func finding(_ finding: Finding) -> FileReading.Finding {
    let place = finding.place.map { "\($0): " } ?? ""
    let column = cohort.variables.first { $0.name == finding.column }
    let identifier = cohort.variables.first { $0.kind == .identifier }
    let rows = finding.lines.prefix(Self.mostRows).map { line in
      // The lines of the rows go up.
      let row = row(ofLine: line)
      return FileReading.Finding.Row(
        line: line, patient: row.flatMap { identifier?.text(row: $0) },
        value: row.flatMap { column?.text(row: $0) },
        isOfOther: row == nil)
    }
    return FileReading.Finding(
      severity: "\(finding.severity)", column: finding.column, message: place + finding.message,
      lines: finding.lines, rows: column == nil && identifier == nil ? [] : Array(rows))
  }

  /// The row that begins on a line; `nil` where that row is none of the patients'.
  ///
  /// - Complexity: O(log rows).
  private func row(ofLine line: Int) -> Int? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(lines[middle]) < line { low = middle + 1 } else { high = middle }
    }
    return lines.indices.contains(low) && Int(lines[low]) == line ? low : nil
  }
}

extension FileReading.Endpoint {
  fileprivate init(_ endpoint: Endpoint, _ origin: EndpointOrigin) {
    self.init(
      name: endpoint.name, label: endpoint.label, hasCompetingRisks: endpoint.kind == .competingRisks,
      unit: endpoint.scale.unit?.rawValue, origin: endpoint.origin, rule: origin.rule.rawValue,
      isGuess: origin.isGuess, columns: origin.columns,
      codes: origin.codes.map { Code($0.code, meaning: "\($0.meaning)", count: $0.count) },
      events: zip(endpoint.causes, endpoint.eventCounts).map { Code($0, meaning: $0, count: $1) },
      censored: endpoint.censoredCount, unusable: origin.unusableCount)
  }
}

extension VariableColumn {
  /// The value of a row as it is read; `nil` where there is none.
  fileprivate func text(row: Int) -> String? {
    switch value(row: row) {
    case .missing: nil
    case .text(let text): text
    case .number(let number): variable.text(number)
    }
  }
}

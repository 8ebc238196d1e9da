import CohortEngine
import CohortModel

/// A table with what its columns hold, in one of the two modes of reading: what a job is asked about.
package struct ProfiledTable: Sendable {
  package let mode: ReadingMode
  package let names: [String]
  /// In the order of ``names``.
  package let columns: [ColumnValues]
  /// The line of the file on which each row begins.
  package let lines: [Int32]
  /// What was seen to when the table was read, and what counts as missing.
  package let findings: [Finding]
  /// What the dashboard makes of the table; `nil` where it is taken as it is written.
  let inferred: StudyColumns?

  /// - Parameter kinds: what the job says of its columns.
  /// - Complexity: O(rows × columns + bytes of the distinct texts).
  package init(_ table: Table, mode: ReadingMode, kinds: [String: ColumnValues.Kind]) {
    (self.mode, names, lines) = (mode, table.names, table.lines)
    switch mode {
    case .verbatim:
      columns = table.columns.map { ColumnValues(verbatim: $0) }
      findings = StudyBuilder(table: table).tableFindings
      inferred = nil
    case .inferred:
      (columns, findings, inferred) = Self.inferred(table, kinds)
    }
  }

  private static func inferred(
    _ table: Table, _ kinds: [String: ColumnValues.Kind]
  ) -> ([ColumnValues], [Finding], StudyColumns) {
    // What somebody wrote down about the table for the dashboard is true of it here as well.
    var beside: (path: String, reader: StudyFileReader)?
    var refused: [Finding] = []
    do throws(StudyError) {
      beside = try ReadingFile.reader(about: table.path)
      if let beside { try StudyBuilder(table: table, reader: beside.reader).check.names() }
    } catch {
      beside = nil
      refused = [Finding(.warning, message: "the study file beside the table is not used: \(error)")]
    }
    var builder = StudyBuilder(table: table, reader: beside?.reader)
    builder.file.declare(kinds)
    var (columns, findings) = builder.typedColumns(countsAll: true)
    let values = columns.variables.indices.map { index -> ColumnValues in
      let (variable, profile) = (columns.variables[index], columns.profiles[index])
      guard kinds[variable.name] == .categorical, !variable.kind.hasLevels else {
        return ColumnValues(variable, profile)
      }
      // Texts that would be no numbers or dates are levels like the others.
      findings.removeAll { $0.column == variable.name }
      return ColumnValues(categorical: profile)
    }
    findings = refused + builder.tableFindings + findings
    if let beside {
      let message = "types, levels and missing values are those of \(beside.path.quoted) where it names them"
      findings.insert(Finding(.note, message: message), at: 0)
    }
    return (values, findings, columns)
  }
}

extension ProfiledTable {
  /// Says which patients have several rows, where each row is counted for itself.
  package var repeatedPatients: [Finding] {
    guard let inferred, let identifier = PatientIdentifier(in: inferred), identifier.isRepeated else {
      return []
    }
    let groups = PatientRows.groups(identifier, inferred).filter { $0.count > 1 }
    let message =
      "\(count(identifier.repeatedCount, "patient")) in more than one row: each row is counted for itself;"
      + " where rows are intervals, name this column as the id of the endpoint"
    return [
      Finding(
        .warning, lines: groups.flatMap { $0 }.sorted().map { Int(lines[$0]) }, column: identifier.column,
        message: message)
    ]
  }
}

extension StudyFile {
  /// Has columns be numbers that a job declares to be.
  ///
  /// What it declares to be levels is left to what the column holds, which may give them an order.
  fileprivate mutating func declare(_ kinds: [String: ColumnValues.Kind]) {
    for (name, kind) in kinds where kind == .continuous {
      let index = variables.firstIndex { $0.name == name }
      var declaration = index.map { variables[$0] } ?? VariableDeclaration(name: name)
      (declaration.kind, declaration.levels) = (.number, nil)
      if let index { variables[index] = declaration } else { variables.append(declaration) }
    }
  }
}

extension Variable.Kind {
  fileprivate var hasLevels: Bool {
    switch self {
    case .categorical, .ordered, .yesNo: true
    case .identifier, .number, .date, .text: false
    }
  }
}

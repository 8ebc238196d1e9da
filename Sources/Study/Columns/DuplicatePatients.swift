import CohortEngine

/// Finds patients who are counted more than once.
struct DuplicatePatients {
  let findings: [Finding]
  /// The identifiers that stand in several rows.
  let repeatedCount: Int

  /// Looks at the first column of identifiers; sample numbers beside it are not patients.
  init(_ columns: StudyColumns) {
    guard let variable = columns.variables.first(where: { $0.kind == .identifier }),
      case .text(let column) = variable.values
    else {
      (findings, repeatedCount) = ([], 0)
      return
    }
    var rows: [String: Int] = [:]
    for case let value? in column.values { rows[value, default: 0] += 1 }
    let repeated = rows.count { $0.value > 1 }
    repeatedCount = repeated
    guard repeated > 0 else {
      findings = []
      return
    }
    let lines = columns.table.lines { row in
      column.values[row].map { (rows[$0] ?? 0) > 1 } ?? false
    }
    let message = "\(count(repeated, "patient")) in more than one row: each row is counted as a patient"
    findings = [Finding(.warning, lines: lines, column: variable.name, message: message)]
  }
}

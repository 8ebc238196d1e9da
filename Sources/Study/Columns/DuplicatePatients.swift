import CohortEngine

/// Finds patients who are counted more than once.
struct DuplicatePatients {
  /// How many identifiers stand in several rows.
  let repeatedCount: Int
  /// How many identifiers there are.
  let patientCount: Int
  let findings: [Finding]

  /// Whether rows are something else than patients: samples, visits, endpoints.
  var areMostRepeated: Bool { repeatedCount * 2 > patientCount }

  /// Looks at the first column of identifiers: sample numbers after it are not patients.
  ///
  /// - Complexity: O(rows).
  init(_ columns: StudyColumns) {
    let identifier = columns.table.names.indices.first { columns.variables[$0].kind == .identifier }
    guard let identifier else {
      (repeatedCount, patientCount, findings) = (0, 0, [])
      return
    }
    let profile = columns.profiles[identifier]
    patientCount = profile.present.count
    repeatedCount = profile.present.count { profile.counts[$0] > 1 }
    guard repeatedCount > 0 else {
      findings = []
      return
    }
    let lines = columns.table.lines { row in
      let code = Int(profile.column.codes[row])
      return profile.counts[code] > 1 && !profile.isMissing[code]
    }
    let message = "\(count(repeatedCount, "patient")) in more than one row: each row is counted as a patient"
    findings = [Finding(.warning, lines: lines, column: columns.table.names[identifier], message: message)]
  }
}

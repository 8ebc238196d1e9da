import CohortEngine
import CohortModel

/// A table with several rows a patient made into one with a row for each, by a rule.
struct PatientRows {
  /// One row a patient.
  let table: Table
  let declaration: PatientDeclaration
  private(set) var findings: [Finding] = []
  /// Columns in which the rows of a patient differ: their one value would mislead as a filter.
  private(set) var differing: [String] = []

  private let groups: [[Int]]
  private let hasLayers: Bool

  /// - Parameters:
  ///   - layers: endpoints that look at another row of the patient: a name for the columns, the columns, a condition.
  /// - Throws: ``StudyError`` where the rule cannot be applied.
  init(
    _ columns: StudyColumns, identifier: PatientIdentifier, rule: PatientDeclaration.Rule,
    layers: [PatientLayer] = []
  ) throws(StudyError) {
    let groups = Self.groups(identifier, columns)
    (self.groups, hasLayers) = (groups, !layers.isEmpty)
    declaration = PatientDeclaration(id: identifier.column, barcodeParts: identifier.barcodeParts, rule: rule)
    let differences = Self.differing(columns, groups)
    let index = Dictionary(
      columns.table.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var sources: [Int: [Int]] = [:]
    var rows = groups.map { $0[0] }
    switch rule {
    case .agreeing:
      // Whatever the rows do not contradict is put together; the rest is as the first row has it.
      for column in columns.profiles.indices where !differences.contains(column) {
        let profile = columns.profiles[column]
        sources[column] = groups.map { group in
          group.first { !profile.isMissing[Int(profile.column.codes[$0])] } ?? group[0]
        }
      }
    case .first, .each: break
    case .last: rows = groups.map { $0[$0.count - 1] }
    case .highest(let name):
      guard columns.variable(named: name) != nil else {
        let nearest =
          NearestName.of(name, among: columns.table.names).map { "; did you mean \($0.quoted)?" } ?? ""
        throw .statement(
          path: columns.table.path, option: "--row", value: "highest:\(name)",
          expected: "the name of a column\(nearest)")
      }
      rows = Self.highest(name, columns, groups)
    case .condition(let text): rows = try Self.rows(where: text, columns, groups, findings: &findings)
    case .intervals:
      guard let interval = StartStop(columns) else {
        throw .statement(
          path: columns.table.path, option: "--row", value: "intervals",
          expected: "columns for the start and the stop of each")
      }
      let ordered = Self.ordered(groups, by: interval.start, columns)
      rows = ordered.map { $0[0] }
      let last = ordered.map { $0[$0.count - 1] }
      for name in Self.outcomes(interval, columns) { if let column = index[name] { sources[column] = last } }
    }
    differing = differences.map { columns.table.names[$0] }
    let added = layers.flatMap { layer in
      layer.columns.compactMap { name in
        index[name].map { (name: layer.name(name), column: $0, rows: layer.rows(groups, columns)) }
      }
    }
    table = columns.table.picking(rows: rows, from: sources, adding: added)
    findings.append(said(rule, columns, identifier))
    noteDifferences(rule, columns)
  }

  /// The rows of each patient, in the order of the first; rows without identifier are patients of their own.
  static func groups(_ identifier: PatientIdentifier, _ columns: StudyColumns) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: identifier.patientCount)
    for (row, patient) in identifier.patients.enumerated() {
      if patient >= 0 { groups[Int(patient)].append(row) } else { groups.append([row]) }
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// The columns in which two rows of a patient have different values.
  static func differing(_ columns: StudyColumns, _ groups: [[Int]]) -> Set<Int> {
    let several = groups.filter { $0.count > 1 }
    return Set(
      columns.profiles.indices.filter { index in
        let profile = columns.profiles[index]
        return several.contains { group in
          var known: Int32?
          return group.contains { row in
            let code = profile.column.codes[row]
            guard !profile.isMissing[Int(code)] else { return false }
            defer { known = known ?? code }
            return known.map { $0 != code && profile.column.text(Int($0)) != profile.column.text(Int(code)) }
              ?? false
          }
        }
      })
  }

  /// The columns that tell how an interval ended: its stop, and every status that may go with it.
  private static func outcomes(_ interval: StartStop, _ columns: StudyColumns) -> [String] {
    let pairs = EndpointPairs(columns, study: StudyFile(data: "")).pairs.filter { $0.time == interval.stop }
    return [interval.stop] + pairs.map(\.status)
      + columns.table.names.filter { name in
        let status = StatusColumnName(name)
        return name != interval.start && (status.isExplicit && status.stem.isEmpty || status.stem == "os")
      }
  }

  private static func ordered(_ groups: [[Int]], by name: String, _ columns: StudyColumns) -> [[Int]] {
    guard let ticks = RecordedTimes(times: name, in: columns)?.ticks(decimals: RecordedTimes.mostDecimals / 2)
    else {
      return groups
    }
    return groups.map { $0.sorted { (ticks[$0], $0) < (ticks[$1], $1) } }
  }

  private static func highest(_ name: String, _ columns: StudyColumns, _ groups: [[Int]]) -> [Int] {
    guard let variable = columns.variable(named: name) else { return groups.map { $0[0] } }
    let value = { (row: Int) -> Double in
      switch variable.values {
      case .numbers(let column): column.values[row].isNaN ? -.infinity : column.values[row]
      case .levels(let column): Double(column.codes[row])
      case .text: 0
      }
    }
    return groups.map { group in group.dropFirst().reduce(group[0]) { value($1) > value($0) ? $1 : $0 } }
  }

  private static func rows(
    where text: String, _ columns: StudyColumns, _ groups: [[Int]], findings: inout [Finding]
  ) throws(StudyError) -> [Int] {
    let condition = try PatientLayer.condition(text, columns)
    let chosen = groups.map { group in
      group.filter { condition.holds(row: $0) == true }
    }
    let without = chosen.count { $0.isEmpty }
    guard without < chosen.count else {
      throw .statement(
        path: columns.table.path, option: "--row", value: text,
        expected: "a condition that holds for some row")
    }
    if without > 0 {
      findings.append(
        Finding(.warning, message: "\(count(without, "patient")) without a row where \(text) are left out"))
    }
    let several = chosen.filter { $0.count > 1 }
    if !several.isEmpty {
      let lines = several.flatMap { $0.map { Int(columns.table.lines[$0]) } }
      findings.append(
        Finding(
          .warning, lines: lines,
          message:
            "\(count(several.count, "patient")) with several rows where \(text); the first of them is used"))
    }
    return chosen.compactMap(\.first)
  }
}

extension PatientRows {
  private func said(_ rule: PatientDeclaration.Rule, _ columns: StudyColumns, _ identifier: PatientIdentifier)
    -> Finding
  {
    let rows = "\(columns.rowCount) rows of \(count(groups.count, "patient")) by \(identifier.column)"
    let how =
      switch rule {
      case .agreeing: "the outcome is the same in all rows of a patient, who counts once"
      case .first where hasLayers: "each endpoint has a row of its own, the rest is the first row's"
      case .first: "the first row of each patient is used"
      case .last: "the last row of each patient is used"
      case .highest(let name): "the row with the highest \(name) of each patient is used"
      case .condition(let text): "the row where \(text) is used"
      case .each: "every row counts as a patient of its own"
      case .intervals:
        "intervals of one observation: each patient counts once, from the first start to the last stop"
      }
    let lines = groups.filter { $0.count > 1 }.flatMap { $0.map { Int(columns.table.lines[$0]) } }
    return Finding(.warning, lines: lines, column: identifier.column, message: "\(rows): \(how)")
  }

  private mutating func noteDifferences(_ rule: PatientDeclaration.Rule, _ columns: StudyColumns) {
    let names = Set(differing)
    differing = columns.table.names.filter { names.contains($0) && $0 != declaration.id }
    guard !differing.isEmpty else { return }
    if rule == .intervals || visit(columns) != nil {
      let message = "differs between the rows of a patient: the value of the first row counts"
      findings.append(Finding(.note, column: differing.joined(separator: ", "), message: message))
      differing = []
    } else if rule == .agreeing {
      let message = "differs between the rows of a patient and is not offered as a filter"
      findings.append(Finding(.warning, column: differing.joined(separator: ", "), message: message))
    } else {
      differing = []
    }
  }

  /// The column that numbers or dates the visits, where every patient's first row is the earliest.
  private func visit(_ columns: StudyColumns) -> Int? {
    columns.table.names.indices.first { index in
      let words = NameWords(columns.table.names[index]).words
      guard
        words.contains(
          where: ["visit", "day", "obstime", "year", "month", "week", "visitday", "visitnum", "avisitn"]
            .contains),
        case .numbers(let column) = columns.variables[index].values
      else { return false }
      return groups.allSatisfy { group in
        !column.values[group[0]].isNaN && group.allSatisfy { !(column.values[$0] < column.values[group[0]]) }
      }
    }
  }
}

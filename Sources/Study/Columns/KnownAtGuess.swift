import CohortEngine

/// Finds variables whose value is known only once something has happened after time zero.
///
/// A column such as `relapse_months` holds a time for some patients only. Where every patient without that time has
/// the same value, or none, in a column of the same stem (`relapse`, `relapse_site`), that column tells the future to
/// whoever groups by it at time zero.
struct KnownAtGuess {
  /// The name of the time column for each such variable.
  private(set) var columns: [String: String] = [:]

  init(_ study: StudyColumns) {
    for (index, name) in study.table.names.enumerated() where study.variables[index].kind == .number {
      let words = NameWords(name).words
      let stem = words.filter { !Self.isTimeWord($0) }
      guard stem.count < words.count, !stem.isEmpty, !Self.baseline.contains(stem[0]) else { continue }
      let variable = study.variables[index]
      let without = (0..<study.rowCount).filter { variable.isMissing(row: $0) }
      guard !without.isEmpty, without.count < study.rowCount else { continue }
      for other in study.variables where other.name != name && columns[other.name] == nil {
        let otherWords = NameWords(other.name).words
        guard otherWords.starts(with: stem), other.kind != .date, Self.isConstant(other, rows: without) else {
          continue
        }
        columns[other.name] = name
      }
    }
  }

  private static func isTimeWord(_ word: String) -> Bool {
    TimeUnitWords.unit(of: word) != nil || ["time", "t", "tte"].contains(word)
  }

  private static let baseline: Set<String> = [
    "age", "year", "diag", "diagnosis", "dx", "birth", "wait", "follow", "fu",
  ]

  private static func isConstant(_ variable: Variable, rows: [Int]) -> Bool {
    switch variable.values {
    case .levels(let column):
      let present = Set(rows.map { column.codes[$0] }).subtracting([LevelColumn.missing])
      return present.count <= 1 && column.levels.count > present.count
    case .numbers(let column): return rows.allSatisfy { column.values[$0].isNaN || column.values[$0] == 0 }
    case .text(let column): return rows.allSatisfy { column.values[$0] == nil }
    }
  }
}

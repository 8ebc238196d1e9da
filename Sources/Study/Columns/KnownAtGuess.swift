import CohortEngine
import CohortModel

/// Finds variables whose value is known only once something has happened after time zero.
///
/// A column such as `relapse_months` holds a time for some patients only. Where every patient without that time has
/// the same value, or none, in a column of the same stem (`relapse`, `relapse_site`), that column tells the future to
/// whoever groups by it at time zero.
struct KnownAtGuess {
  /// The name of the time column for each such variable.
  private(set) var columns: [String: String] = [:]

  init(_ study: StudyColumns) {
    let words = study.variables.map { NameWords($0.name).words }
    let beginning = Self.beginnings(words)
    for (index, name) in study.table.names.enumerated() where study.variables[index].kind == .number {
      let stem = words[index].filter { !Self.isTimeWord($0) }
      guard stem.count < words[index].count, !stem.isEmpty, !Self.baseline.contains(stem[0]) else { continue }
      let others = (beginning[stem] ?? []).map { study.variables[$0] }.filter { other in
        other.name != name && columns[other.name] == nil && other.kind != .date
      }
      guard !others.isEmpty else { continue }
      let variable = study.variables[index]
      let without = (0..<study.rowCount).filter { variable.isMissing(row: $0) }
      guard !without.isEmpty, without.count < study.rowCount else { continue }
      for other in others where Self.isConstant(other, rows: without) { columns[other.name] = name }
    }
  }

  /// The variables whose names begin with some words.
  private static func beginnings(_ names: [[String]]) -> [[String]: [Int]] {
    var beginning: [[String]: [Int]] = [:]
    for (index, words) in names.enumerated() {
      // Nobody names a column with more words, and a file that does must not fill the memory.
      for last in words.indices.prefix(32) { beginning[Array(words[...last]), default: []].append(index) }
    }
    return beginning
  }

  private static func isTimeWord(_ word: String) -> Bool {
    TimeUnitWords.unit(of: word) != nil || ["time", "t", "tte"].contains(word)
  }

  private static let baseline: Set<String> = [
    "age", "year", "diag", "diagnosis", "dx", "birth", "wait", "follow", "fu",
  ]

  private static func isConstant(_ variable: VariableColumn, rows: [Int]) -> Bool {
    switch variable.values {
    case .levels(let column):
      let present = Set(rows.map { column.codes[$0] }).subtracting([LevelColumn.missing])
      return present.count <= 1 && column.levels.count > present.count
    case .numbers(let column): return rows.allSatisfy { column.values[$0].isNaN || column.values[$0] == 0 }
    case .text(let column): return rows.allSatisfy { column.values[$0] == nil }
    }
  }
}

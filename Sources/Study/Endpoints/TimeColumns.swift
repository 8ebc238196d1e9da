import CohortEngine
import CohortModel

/// The columns of numbers that may be a patient's follow-up.
struct TimeColumns {
  struct Candidate {
    let index: Int
    let name: String
    let parsed: TimeColumnName
  }

  /// In the order of the table.
  private(set) var candidates: [Candidate] = []
  /// Columns named as a time that hold something else, with the reason.
  private(set) var refused: [(name: String, reason: String)] = []

  /// - Complexity: O(columns + rows of the columns whose names may be times).
  init(_ columns: StudyColumns, besides excluded: Set<String> = []) {
    for (index, name) in columns.table.names.enumerated() where !excluded.contains(name) {
      let parsed = TimeColumnName(name)
      let variable = columns.variables[index]
      guard parsed.form != .other, variable.kind != .date, variable.kind != .identifier else { continue }
      let isNamed = parsed.form != .bare || KnownEndpoint.isKnown(parsed.stem)
      guard isNamed || variable.kind == .number else { continue }
      let profile = columns.profiles[index]
      guard Self.holdsNumbers(profile) else { continue }
      if let reason = Self.refusal(profile, parsed, name: name) {
        if parsed.form == .explicit || parsed.form == .unit { refused.append((name, reason)) }
        continue
      }
      candidates.append(Candidate(index: index, name: name, parsed: parsed))
    }
  }

  private static func holdsNumbers(_ profile: ColumnProfile) -> Bool {
    let numeric = profile.present.reduce(0) { profile.numbers[$1] == nil ? $0 : $0 + profile.counts[$1] }
    return numeric > 0 && numeric * 10 >= profile.presentRows * 9
  }

  /// Why a column is no follow-up whatever its name; `nil` where its numbers may be one.
  private static func refusal(_ profile: ColumnProfile, _ parsed: TimeColumnName, name: String) -> String? {
    let numbered = profile.present.compactMap { code in
      profile.numbers[code].map { (code: code, value: $0.value) }
    }
    let rows = profile.presentRows
    guard let low = numbered.map(\.value).min(), let high = numbered.map(\.value).max() else {
      return "it is empty"
    }
    let isWhole = numbered.allSatisfy { $0.value == $0.value.rounded() }
    if low == high, rows >= 5 { return "all its values are the same" }
    // A flag under the name of an endpoint: `OS` beside `OS.time`.
    if parsed.form == .bare, numbered.count <= 2 { return "it has two values only" }
    if isWhole, low >= 1850, high <= 2100, rows >= 5 { return "its values are calendar years" }
    if rows >= 20, low > 1000, low * 2 > high { return "its values are days of a calendar, not durations" }
    if parsed.form != .explicit, isRowNumber(profile) { return "it numbers the rows" }
    if let second = numbered.map(\.value).filter({ $0 < high }).max(), rows >= 20, second > 0,
      high >= 20 * second,
      let code = numbered.first(where: { $0.value == high })?.code, profile.counts[code] * 20 >= rows
    {
      return "\(profile.column.text(code)) stands in \(profile.counts[code]) rows and means “never”"
    }
    return nil
  }

  /// Whether the values count up by one from row to row.
  static func isRowNumber(_ profile: ColumnProfile) -> Bool {
    guard profile.present.count == profile.column.codes.count, profile.present.count >= 5 else {
      return false
    }
    var last: Double?
    for code in profile.column.codes {
      guard let value = profile.numbers[Int(code)]?.value, last.map({ value == $0 + 1 }) ?? true else {
        return false
      }
      last = value
    }
    return true
  }
}

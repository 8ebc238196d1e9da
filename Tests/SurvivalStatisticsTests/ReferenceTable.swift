import Foundation
import SurvivalStatistics
import TestSupport

/// A reference data set: columns of text, an empty field being a missing value.
struct ReferenceTable: Sendable {
  let rowCount: Int
  private let columns: [String: [String?]]

  init(named name: String) throws {
    let url = Repository.root().appending(path: "Tests/ReferenceData/\(name).csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.split(separator: "\n").map { Self.fields(of: $0) }
    var columns: [String: [String?]] = [:]
    for (index, name) in lines[0].enumerated() {
      columns[name] = lines.dropFirst().map { $0[index].isEmpty ? nil : $0[index] }
    }
    self.columns = columns
    rowCount = lines.count - 1
  }

  func text(_ column: String) -> [String?] { columns[column] ?? Array(repeating: nil, count: rowCount) }
  /// The position of each row's text among the levels of a column; those of no level are left out.
  func codes(_ column: String, _ levels: [String]) -> [Int] {
    text(column).compactMap { text in text.flatMap { levels.firstIndex(of: $0) } }
  }
  func numbers(_ column: String) -> [Double?] { text(column).map { $0.flatMap { Double($0) } } }

  /// The rows with a status of one of the codes, the first of which is censoring and the others causes.
  func data(entry: String? = nil, time: String = "time", status: [String]) throws -> SurvivalData {
    try SurvivalData(
      times: numbers(time).compactMap(\.self), status: codes("status", status),
      entries: entry.map { numbers($0).compactMap(\.self) } ?? [])
  }

  private static func fields(of line: Substring) -> [String] {
    var (fields, field, isQuoted) = ([String](), "", false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      default: field.append(character)
      }
    }
    return fields + [field]
  }
}

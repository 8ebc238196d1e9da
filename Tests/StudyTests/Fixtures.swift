import CohortEngine
import CohortModel
import Foundation
import Testing

@testable import Study

/// The study of a table given as text.
func study(csv: String, name: String = "table.csv") throws -> Study {
  let directory = try TemporaryDirectory()
  return try Study.open(path: try directory.file(name, csv))
}

/// The study of a table and a study file that describes it as `data.csv`.
func study(toml: String, csv: String) throws -> Study {
  let directory = try TemporaryDirectory()
  _ = try directory.file("data.csv", csv)
  return try Study.open(path: try directory.file("study.toml", toml))
}

/// A column of values, one a line, under a name.
func column(_ name: String, _ values: [String]) -> String {
  "key,\(name)\n" + values.enumerated().map { "k,\($1)\n" }.joined()
}

/// The error of opening a file with these bytes, without the directory in its text.
func failure(_ bytes: [UInt8], name: String = "t.csv") throws -> String {
  let directory = try TemporaryDirectory()
  let path = try directory.file(name, bytes)
  do {
    _ = try Study.open(path: path)
    return "no error"
  } catch {
    return "\(error)".replacing(directory.path + "/", with: "")
  }
}

func failure(_ text: String, name: String = "t.csv") throws -> String {
  try failure(Array(text.utf8), name: name)
}

extension Study {
  func variable(_ name: String) throws -> VariableColumn {
    try #require(cohort.variables.first { $0.name == name })
  }

  func endpoint(_ name: String) throws -> EndpointColumn {
    try #require(cohort.endpoints.first { $0.name == name })
  }

  /// The texts of a column, with levels spelled out.
  func texts(_ name: String) throws -> [String?] {
    switch try variable(name).values {
    case .levels(let column): column.codes.map { $0 < 0 ? nil : column.levels[Int($0)] }
    case .text(let column): column.values
    case .numbers(let column): column.values.map { $0.isNaN ? nil : "\($0)" }
    }
  }

  func levels(_ name: String) throws -> [String] {
    guard case .levels(let column) = try variable(name).values else { return [] }
    return column.levels
  }

  func numbers(_ name: String) throws -> [Double?] {
    guard case .numbers(let column) = try variable(name).values else { return [] }
    return column.values.map { $0.isNaN ? nil : $0 }
  }

  /// The findings that mention these words.
  func findings(_ words: String) -> [Finding] { findings.filter { $0.message.contains(words) } }
}

/// The sample study's directory in this repository.
let sampleData = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("sample-data").path

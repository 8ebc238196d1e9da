import Foundation
import Testing

@testable import Study

/// Files that other programs wrote, and what yet others read in them; `make-fixtures.py` makes both.
enum Fixtures {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  static func bytes(_ name: String) throws -> [UInt8] { try FileBytes.read(path(name)) }

  /// The table in a file, by the function that recognises its format.
  static func table(_ name: String, sheet: String? = nil) throws -> Table {
    try #require(
      try Table.read(path: path(name), bytes: bytes(name), options: ReadingOptions(sheet: sheet)))
  }

  /// The error of reading a file, without its folder.
  static func error(_ name: String, sheet: String? = nil) -> String {
    do {
      _ = try table(name, sheet: sheet)
      return "no error"
    } catch {
      return "\(error)".replacing(folder.path + "/", with: "")
    }
  }

  static func truth(_ name: String) throws -> Truth {
    try JSONDecoder().decode(Truth.self, from: Data(bytes(name + ".json")))
  }

  struct Truth: Decodable {
    let names: [String]
    let columns: [String: [String?]]
    let labels: [String: String]
    let levels: [String: [String]]
  }
}

extension Table {
  /// The texts of a column; `nil` where a row has none.
  func texts(_ name: String) throws -> [String?] {
    let index = try #require(column(named: name))
    return columns[index].codes.map { code in
      let text = columns[index].text(Int(code))
      return text.isEmpty ? nil : text
    }
  }

  func annotation(_ name: String) throws -> ColumnAnnotation {
    let index = try #require(column(named: name))
    return annotations[index]
  }

  func findings(_ column: String) -> [String] {
    findings.filter { $0.column == column }.map { "\($0.severity): \($0.message) \($0.lines)" }
  }

  /// Compares names, values, labels and levels with what another program reads.
  func expectEqual(
    _ truth: Fixtures.Truth, name: (String) -> String = { $0 }, without left: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let kept = truth.names.filter { !left.contains($0) }
    let other = Set(left.map(name))
    #expect(names.filter { !other.contains($0) } == kept.map(name), sourceLocation: sourceLocation)
    for column in kept {
      #expect(try texts(name(column)) == truth.columns[column], "\(column)", sourceLocation: sourceLocation)
      guard !annotations.isEmpty else { continue }
      let annotation = try annotation(name(column))
      #expect(annotation.label == truth.labels[column], "\(column)", sourceLocation: sourceLocation)
      #expect(annotation.levels == truth.levels[column] ?? [], "\(column)", sourceLocation: sourceLocation)
    }
  }
}

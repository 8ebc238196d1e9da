import Foundation
import TestSupport
import Testing

/// Every public type shows in its documentation comment how it is used and what that prints.
///
/// The code there is that of a function which is compiled and run here; a failure prints the comment as it should be.
@Suite("Examples in the documentation")
struct ExampleTests {
  private static let folder = Repository.root().appending(path: "Sources/SurvivalStatistics")

  @Test("of each public type are the code that was run, with what it printed")
  func current() throws {
    let documented = try Self.publicTypes()
    let sources = try Self.exampleSources()
    #expect(Set(documented.keys) == Set(Examples.all.keys))
    #expect(Set(sources.keys) == Set(Examples.all.keys))
    for (name, run) in Examples.all.sorted(by: { $0.key < $1.key }) {
      let printer = Printer()
      try run(printer)
      let output = printer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { "// \($0)" }
      let expected = (sources[name] ?? []) + output
      guard documented[name] != expected else { continue }
      let text = (["```swift"] + expected + ["```"]).map { "/// \($0)" }.joined(separator: "\n")
      Issue.record("the documentation of \(name) lacks its example:\n\(text)")
    }
  }

  /// The first Swift block in the comment above each public type, by the name of its example.
  private static func publicTypes() throws -> [String: [String]] {
    var blocks: [String: [String]] = [:]
    for file in try swiftFiles(in: folder) {
      var comment: [String] = []
      for line in try lines(of: file) {
        if line.hasPrefix("///") {
          comment.append(String(line.dropFirst(line.hasPrefix("/// ") ? 4 : 3)))
        } else {
          if let name = line.firstMatch(of: /^public (?:struct|enum|final class) (\w+)/)?.output.1 {
            blocks[exampleName(String(name))] = block(in: comment)
          }
          comment = []
        }
      }
    }
    return blocks
  }

  /// The code of each example, by its name.
  private static func exampleSources() throws -> [String: [String]] {
    var (sources, name) = ([String: [String]](), String?.none)
    let here = Repository.root().appending(path: "Tests/SurvivalStatisticsTests/Examples")
    for file in try swiftFiles(in: here) where file.lastPathComponent.hasSuffix("Examples.swift") {
      for line in try lines(of: file) {
        if let match = line.firstMatch(of: /^  static func (\w+)\(_ print: Printer\)/) {
          name = String(match.output.1)
        } else if line == "  }" {
          name = nil
        } else if let name {
          sources[name, default: []].append(String(line.dropFirst(4)))
        }
      }
    }
    return sources
  }

  private static func block(in comment: [String]) -> [String] {
    guard let start = comment.firstIndex(of: "```swift"),
      let end = comment[(start + 1)...].firstIndex(of: "```")
    else { return [] }
    return Array(comment[(start + 1)..<end])
  }

  private static func exampleName(_ type: String) -> String {
    type.prefix(1).lowercased() + type.dropFirst()
  }

  private static func swiftFiles(in folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { folder.appending(path: $0) }
  }

  private static func lines(of file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
  }
}

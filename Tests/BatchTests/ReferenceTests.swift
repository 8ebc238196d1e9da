import Batch
import Foundation
import Study
import TestSupport
import Testing

@Suite("Answers against R")
struct ReferenceTests {
  private static let folder = Repository.root().appending(path: "Tests/ReferenceData")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".job.json") }.map { String($0.dropLast(9)) }.sorted()
  }()

  @Test("there are reference data sets")
  func exist() {
    #expect(Self.names.count >= 12)
  }

  @Test("every value of every analysis", arguments: names)
  func everyValue(_ name: String) throws { try expectReference(name, reading: nil) }

  /// But for times of 1e-11, of which the dashboard has eighteen decimals.
  @Test(
    "every value where the table is read as the dashboard does", arguments: names.filter { $0 != "tiny_unit" }
  )
  func everyInferredValue(_ name: String) throws { try expectReference(name, reading: .inferred) }

  private func expectReference(_ name: String, reading: ReadingMode?) throws {
    let reference = try Self.reference(name)
    let results = try Job(contentsOf: Self.folder.appending(path: "\(name).job.json").path, reading: reading)
      .results(producedBy: "atrisk")
    #expect(results.reading == reading ?? .verbatim)
    let answers = try ReferenceResults(json: Data(results.json.utf8))
    #expect(answers.format == "atrisk-results/1" && answers.job == name)
    #expect(answers.analyses.map(\.id) == reference.analyses.map(\.id))
    let byID = Dictionary(uniqueKeysWithValues: answers.analyses.map { ($0.id, $0) })
    let comparisons = reference.analyses.map { ReferenceComparison($0, answers: byID[$0.id]) }
    #expect(comparisons.flatMap(\.misses) == [])
    #expect(comparisons.allSatisfy { $0.compared > 3 })
  }

  @Test("the comparison sees a value that is off, one that is missing and a list that is short")
  func comparisonIsStrict() throws {
    let reference = try Self.reference("tiny_exact")
    for analysis in reference.analyses {
      for (key, value) in analysis.values {
        var answers = analysis
        answers.values[key] = nil
        #expect(!ReferenceComparison(analysis, answers: answers).misses.isEmpty)
        switch value {
        case .number(let number) where number.magnitude > 1e-6:
          answers.values[key] = .number(number * (1 + 3e-6) + (analysis.type == "cox" ? 1e-9 : 0))
        case .array(let elements) where !elements.isEmpty: answers.values[key] = .array(elements.dropLast())
        default: continue
        }
        let misses = ReferenceComparison(analysis, answers: answers).misses
        #expect(misses.contains { $0.hasPrefix("\(analysis.id)/\(key):") }, "\(analysis.id)/\(key)")
      }
    }
  }

  @Test("the same job gives the same bytes", arguments: ["edge", "tiny_exact"])
  func deterministic(_ name: String) throws {
    let path = Self.folder.appending(path: "\(name).job.json").path
    let first = try Job(contentsOf: path).results(producedBy: "atrisk").json
    #expect(try Job(contentsOf: path).results(producedBy: "atrisk").json == first)
  }

  private static func reference(_ name: String) throws -> ReferenceResults {
    try ReferenceResults(json: Data(contentsOf: folder.appending(path: "\(name).json")))
  }
}

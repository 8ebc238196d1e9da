import Foundation
import Testing

/// One analysis of a reference data set with R's answer to it.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  let job: ReferenceJob
  let table: ReferenceTable
  let analysis: ReferenceAnalysis
  let reference: ReferenceResults.Analysis

  var testDescription: String { "\(job.name): \(analysis.id)" }

  /// All analyses of one type in all data sets.
  static func all(ofType type: String) -> [ReferenceCase] {
    do {
      return try jobURLs().flatMap { try cases($0) }.filter { $0.analysis.type == type }
    } catch {
      preconditionFailure("reference data cannot be read: \(error)")
    }
  }

  /// What R says, compared with what was computed.
  func misses(_ answers: AnswerSheet) -> [String] {
    let comparison = ReferenceComparison(type: analysis.type, reference: reference, answers: answers)
    return comparison.compared > 3 ? comparison.misses : ["the reference holds no values"]
  }

  private static func jobURLs() throws -> [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ReferenceData")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix(".job.json") }
      .sorted { $0.path < $1.path }
  }

  private static func cases(_ url: URL) throws -> [ReferenceCase] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let folder = url.deletingLastPathComponent()
    let job = try decoder.decode(ReferenceJob.self, from: try Data(contentsOf: url))
    let table = try ReferenceTable(contentsOf: folder.appending(path: job.data.file))
    // Names of values are data, not Swift names: they stay as they are.
    let plain = JSONDecoder()
    plain.keyDecodingStrategy = .custom { path in
      let last = path[path.count - 1]
      return last.stringValue == "n_missing" ? RenamedKey("nMissing") : last
    }
    let file = folder.appending(path: "\(job.name).json")
    let results = try plain.decode(ReferenceResults.self, from: try Data(contentsOf: file))
    let answers = Dictionary(uniqueKeysWithValues: results.analyses.map { ($0.id, $0) })
    return try job.analyses.map { analysis in
      guard let reference = answers[analysis.id] else { throw CocoaError(.coderValueNotFound) }
      return ReferenceCase(job: job, table: table, analysis: analysis, reference: reference)
    }
  }
}

private struct RenamedKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

import Foundation
import TestSupport
import Testing

/// Who may estimate, test and fit: `Analysis` alone, so that a number is computed in one way wherever it is shown.
@Suite("Estimators")
struct EstimatorTests {
  private static let sources = Repository.root().appending(path: "Sources")

  static let targets: [String] = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
    return folders.filter { !$0.hasPrefix(".") && !["SurvivalStatistics", "Analysis"].contains($0) }.sorted()
  }()

  /// What the library computes: its structures but for those that count, such as observations and event tables.
  private static func computed() throws -> [String] {
    try files(of: "SurvivalStatistics").filter { !$0.path.contains("/EventTable/") }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: #/(?m)^public struct (\w+)/#).map {
        String($0.1)
      }
    }
  }

  @Test("Only Analysis makes an estimate, a test or a model", arguments: targets)
  func onlyAnalysis(target: String) throws {
    for file in try Self.files(of: target) {
      for use in Self.uses(of: try Self.computed(), in: try String(contentsOf: file, encoding: .utf8)) {
        Issue.record("\(target)/\(file.lastPathComponent): \(use)")
      }
    }
  }

  @Test("The targets and what they must not make are found")
  func found() throws {
    #expect(
      Set(["Batch", "Report", "Session", "Dashboard", "Renderings", "atrisk"]).isSubset(of: Self.targets))
    let names = try Self.computed()
    let known: Set = [
      "KaplanMeier", "AalenJohansen", "NelsonAalen", "WeightedAalenJohansen", "LogRankTest", "GrayTest",
      "PairwiseComparison", "CoxModel", "FineGrayModel", "DesignMatrix", "MaximallySelectedLogRank",
      "FisherExactTest", "PearsonChiSquaredTest", "WilcoxonRankSumTest", "KruskalWallisTest",
      "SpearmanCorrelation", "SampleSummary",
    ]
    #expect(known.isSubset(of: names))
    let line = "let (a, b) = (KaplanMeier(table), PairwiseComparison.logRank(strata: tables))"
    #expect(Self.uses(of: names, in: line).count == 2)
    #expect(Self.uses(of: names, in: "let curve: KaplanMeier = .init(table)").count == 1)
    #expect(Self.uses(of: names, in: "let curve: KaplanMeier // not KaplanMeier(table)").isEmpty)
  }

  /// The calls of an initialiser or a static member of some types, without comments.
  private static func uses(of types: [String], in text: String) -> [String] {
    text.split(separator: "\n").flatMap { line in
      let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
      let called = code.matches(of: #/\b([A-Z]\w*)\s*[(.]/#).map { String($0.1) }
      // `let curve: KaplanMeier = .init(table)` is a call too.
      let typed = code.matches(of: #/\b([A-Z]\w*)\??\s*=\s*(try\s+)?\.init\(/#).map { String($0.1) }
      return (called + typed).filter(types.contains)
    }
  }

  private static func files(of target: String) throws -> [URL] {
    let folder = sources.appending(path: target)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }
}

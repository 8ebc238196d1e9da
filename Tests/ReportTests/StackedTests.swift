import Analysis
import CohortModel
import Report
import Testing

@Suite("Causes upon each other")
struct StackedTests {
  @Test("A composite taken apart: numbers of first events are its events, in its order")
  func composite() async throws {
    let report = try await SampleCohort.report("DFS", by: .levels(of: "inotuzumab")) { $0.causes = .stacked }
    let estimates = report.estimatesData()
    #expect(estimates.rows.count == 6)
    #expect(report.curveNames.map(\.full).first == "Inotuzumab: no, relapse first")
    #expect(report.panels.map(\.report.figure.layers.count) == [3, 3])
    let whole = try await SampleCohort.report("DFS", by: .levels(of: "inotuzumab"))
    for arm in whole.curves.arms.indices {
      let parts = report.curves.curves.filter { $0.arm == arm && $0.cause != nil }
      #expect(parts.reduce(0) { $0 + $1.eventCount } == whole.curves.curves[arm].eventCount)
      let free = try #require(report.curves.curves.first { $0.arm == arm && $0.cause == nil })
      #expect(free.values == whole.curves.curves[arm].values)
    }
    // The composite's own test comes first, then Gray's of each of its events.
    #expect(report.curves.tests.map(\.cause) == [nil, 0, 1])
    #expect(report.curves.tests.first == whole.curves.tests.first)
  }

  @Test("Differences are of one cause each")
  func differences() async throws {
    let report = try await SampleCohort.report(
      "CIR", by: .levels(of: "inotuzumab"), at: TimePoint(24, .months)
    ) { $0.causes = .all }
    #expect(report.curves.differences.map(\.cause) == [0, 1])
    let alone = try await SampleCohort.report(
      "CIR", by: .levels(of: "inotuzumab"), at: TimePoint(24, .months)
    ) { $0.cause = "death" }
    #expect(report.curves.differences.last?.risk == alone.curves.differences.first?.risk)
  }
}

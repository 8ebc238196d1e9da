import Analysis
import CohortModel
import Report
import Testing

@Suite("What is known only later, in words and tables")
struct KnownLaterReportTests {
  private let gvhd = Arms.levels(of: "agvhd_any")
  private let twoYears = TimePoint(24, .months)

  private func report(
    _ choice: KnownLater = .refused, landmark: Double? = nil, endpoint: String = "OS"
  ) async throws -> CurvesReport {
    try await SampleCohort.report(endpoint, by: gvhd, at: twoYears) {
      $0.knownLater = choice
      $0.landmark = landmark.map { TimePoint($0, .months) }
    }
  }

  private func tables(_ report: CurvesReport) -> [Table] {
    [report.estimates(), report.riskTable(), report.testsTable, report.differences, report.flowTable]
  }

  @Test("Refused: why first, then the ways out as they are typed; no row of numbers, and who is selected")
  func refused() async throws {
    let report = try await report()
    #expect(
      report.remarks.map(\.text) == [
        "not shown: Acute GvHD is known only after HSCT, and whoever is in such a group has lived to be in it (immortal time)",
        "instead: landmark TIME; known-later time-dependent; other arms; known-later override",
      ])
    #expect(report.curveData.rows.isEmpty && report.estimatesData().rows.isEmpty)
    #expect(report.testsData.rows.isEmpty && report.riskData().rows.isEmpty)
    #expect(report.flow.map(\.count) == [78])
    #expect(report.headline.text.contains("78 of 78 selected, not shown"))
    let relapse = try await self.report(.timeDependent, endpoint: "CIR")
    let byar = try #require(relapse.refusal?.ways.first { $0.way == .timeDependent })
    #expect(!byar.isPossible && byar.words[0].contains("competing causes"))
  }

  @Test("An override: its banner in every table, beside every row of data, and no P that is bold")
  func overridden() async throws {
    let report = try await report(.overridden)
    let first = try #require(report.remarks.first)
    #expect(first.text == "▲ from time zero by what is known only later: immortal time (Acute GvHD)")
    #expect(first.severity == .danger)
    for table in tables(report) { #expect(table.footnotes.contains(first.sentence)) }
    for data in [report.curveData, report.riskData(), report.estimatesData(), report.testsData] {
      let bannered = data.bannered(by: report.remarks)
      #expect(bannered.keys.last == "remark" && !bannered.rows.isEmpty)
      #expect(bannered.rows.allSatisfy { $0.last == .text(first.text) })
    }
    #expect(report.tests[0].emphasis == .muted)
    #expect(report.tests[0].reasons == ["Acute GvHD known only later"])
    let plain = try await SampleCohort.report("OS", by: .levels(of: "sex"))
    #expect(plain.testsData.bannered(by: plain.remarks) == plain.testsData)
  }

  @Test("Beside a landmark and Mantel–Byar the naive answer stands struck out in every table")
  func naive() async throws {
    for report in [try await report(landmark: 3.3), try await report(.timeDependent)] {
      let naive = try #require(report.remarks.first { $0.sentence.struck != nil })
      #expect(naive.text == "naive, from time zero: 24-month OS 92.1% v 75.5%, P = .23 — not to be used")
      #expect(naive.sentence.struck == "24-month OS 92.1% v 75.5%, P = .23")
      for table in tables(report) { #expect(table.footnotes.contains(naive.sentence)) }
      #expect(report.tests[0].reasons.isEmpty && !report.remarks.contains(where: \.isBanner))
    }
    let landmark = try await report(landmark: 3.3)
    #expect(
      landmark.remarks.map(\.text).contains(
        "Acute GvHD as known at the landmark at 3.3 months: 3 had it only later, counted as no"))
    #expect(
      landmark.remarks.map(\.text).contains(
        "2 left before the landmark at 3.3 months: 1 death, 1 censored"))
    let changing = try await report(.timeDependent)
    #expect(changing.armNames.map(\.full) == ["Acute GvHD: not yet", "Acute GvHD: yes"])
    #expect(changing.tests[0].sentence.text.hasPrefix("Mantel–Byar χ²₁ = 1.70, P = .193"))
  }
}

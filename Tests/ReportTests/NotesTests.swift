import Analysis
import CohortModel
import Report
import Testing

@Suite("Notes below the curves")
struct NotesTests {
  private let phase = Arms.levels(of: "disease_phase")

  private func line(
    _ report: CurvesReport, _ columns: Int, isBrief: Bool = true, _ omissions: [PlotOmission]
  ) throws -> String {
    let notes = report.notes(isBrief: isBrief).saying(omissions, isBrief: isBrief)
    let last = try #require(notes.last)
    #expect(last.kind == .conventions)
    return last.sentence.text(fitting: columns) { $0.count }
  }

  @Test("One line of conventions keeps each part whole, or says where follow-up is found")
  func brief() async throws {
    let report = try await SampleCohort.report("DFS", by: phase, at: TimePoint(24, .months))
    #expect(
      try line(report, 120, [])
        == "KM, log-log 95% CI · median follow-up 27.1 months (95% CI 21.0–38.1) of OS, all 78 selected since HSCT"
    )
    #expect(
      try line(report, 82, [.censorMarks])
        == "KM, log-log 95% CI · marks thinned · OS follow-up 27.1 months (95% CI 21.0–38.1)")
    #expect(
      try line(report, 78, [.censorMarks])
        == "KM, log-log 95% CI · marks thinned · OS follow-up 27.1 months (21.0–38.1)")
    #expect(
      try line(report, 78, [.censorMarks, .names])
        == "KM, log-log 95% CI · marks thinned · names in table · follow-up where wider")
    for columns in 40...130 {
      for omissions in [[], [.censorMarks], [.censorMarks, .names]] as [[PlotOmission]] where columns >= 56 {
        let text = try line(report, columns, omissions)
        #expect(text.hasPrefix("KM, log-log 95% CI"))
        #expect(text.count <= columns)
        // An ellipsis stands only for a part of its own.
        for part in text.split(separator: " · ") { #expect(part == "…" || !part.contains("…")) }
        #expect(omissions.contains(.censorMarks) == text.contains("marks thinned"))
        #expect(omissions.contains(.names) == text.contains("names in table"))
      }
    }
  }

  @Test("In one line with others, what few at risk means goes to the test, where there is one")
  func uncertainty() async throws {
    let arms = try await SampleCohort.report("DFS", by: phase, at: TimePoint(24, .months))
    let brief = arms.notes(isBrief: true)
    #expect(
      brief.map(\.sentence.text).first
        == "log-rank χ²₂ = 1.90, P = .39 · † few at risk · n = 78, 18 events")
    #expect(brief.count { $0.sentence.text.contains("few at risk") } == 1)
    let all = try await SampleCohort.report("DFS", at: TimePoint(24, .months))
    #expect(all.notes(isBrief: true).map(\.sentence.text).joined().contains("† few at risk"))
  }

  @Test("In lines of their own, conventions say in full what was left out of the plot")
  func whole() async throws {
    let report = try await SampleCohort.report("DFS", by: phase, at: TimePoint(24, .months))
    #expect(report.notes(isBrief: false).count { $0.kind == .conventions } == 2)
    #expect(
      try line(report, 78, isBrief: false, [.censorMarks])
        == "KM · log-log 95% CI · censor marks thinned · † few at risk")
    #expect(
      try line(report, 200, isBrief: false, [.names])
        .hasPrefix("Kaplan–Meier, Greenwood variance · log-log 95% CI · names: see the table"))
  }

  @Test("After a landmark the brief follow-up says since when it is, in any width that has it")
  func landmark() async throws {
    let report = try await SampleCohort.report("DFS", at: TimePoint(24, .months)) {
      $0.landmark = TimePoint(3, .months)
    }
    for columns in 60...120 {
      let text = try line(report, columns, [])
      #expect(!text.contains("27.1") || text.contains("since HSCT"))
    }
  }
}

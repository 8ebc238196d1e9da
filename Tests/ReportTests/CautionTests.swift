import Analysis
import CohortModel
import Report
import SurvivalStatistics
import Testing

@Suite("What a reader is warned of, and what is not claimed")
struct CautionTests {
  private let inotuzumab = Arms.levels(of: "inotuzumab")
  private let twoYears = TimePoint(24, .months)

  @Test("Unknown is unknown, not without")
  func unknown() async throws {
    let report = try await SampleCohort.report("DFS", by: .levels(of: "very_early_relapse"))
    #expect(report.remarks.map(\.text).contains("19 unknown: Very early relapse"))
    #expect(report.flow.map(\.count) == [78, 78, 59, 59])
    #expect(
      report.flow.map(\.condition) == ["all", "usable for DFS", "known: Very early relapse", "analysed"])
  }

  @Test(
    "A difference of two arms in which nobody failed yet has no interval and no P, in data and for people")
  func noWidth() async throws {
    let report = try await SampleCohort.report("DFS", by: inotuzumab, at: TimePoint(0.1, .months))
    let (data, cells) = (report.differencesData, report.differences.rows[0].cells)
    let value = try #require(data.keys.firstIndex(of: "difference"))
    #expect(data.rows[0][value...(value + 3)] == [.number(0), .empty, .empty, .empty])
    let mean = try #require(data.keys.firstIndex(of: "rmst_difference"))
    #expect(data.rows[0][mean...(mean + 2)] == [.number(0), .empty, .empty])
    #expect(cells[0].short == "0.0 (NE)" && cells[1].short == "NE")
  }

  @Test("A difference is cautioned of each arm by itself, and the cause is named")
  func differenceCautions() async throws {
    // By 24 months 9 and 7 relapses, but few of those with inotuzumab are left; deaths first are two.
    let mortality = try await SampleCohort.report("NRM", by: inotuzumab, at: twoYears)
    let caution = mortality.differences.rows[0].cells[2].text
    #expect(caution.contains("deaths before relapse") || caution.contains("death before relapse"))
    let late = try await SampleCohort.report("CIR", by: inotuzumab, at: TimePoint(40, .months))
    let arms = zip(late.curves.curves, late.armNames)
    for (curve, name) in arms {
      let few = curve.table.atRisk(at: 40) < 5
      #expect(late.differences.rows[0].cells[2].text.contains("at risk by then in \(name.short)") == few)
    }
    #expect(arms.contains { $0.0.table.atRisk(at: 40) < 5 })
  }

  @Test("Tables for export carry who is not in the numbers")
  func exported() async throws {
    let report = try await SampleCohort.report("DFS", by: .levels(of: "very_early_relapse"), at: twoYears) {
      $0.landmark = TimePoint(3, .months)
    }
    for table in [report.estimates(), report.riskTable(), report.testsTable, report.differences] {
      let notes = table.footnotes.map(\.text)
      #expect(notes.contains("19 unknown: Very early relapse"))
      #expect(notes.contains { $0.contains("left before the landmark at 3 months") })
    }
  }

  @Test("Few patients in an arm or few events mute the P, with the reason beside it")
  func cautions() async throws {
    let fewPatients = try await SampleCohort.report(
      "CIR", by: .levels(of: "disease_phase"), where: "sex = F and age_years >= 4", at: twoYears)
    #expect(fewPatients.tests[0].emphasis == .muted)
    #expect(fewPatients.tests[0].sentence.text.contains("only 3 patients in CR3"))
    #expect(
      fewPatients.tests[1].sentence.text.hasPrefix("death before relapse: Gray test not possible: no events"))
    #expect(fewPatients.tests[1].emphasis == .muted)
    #expect(fewPatients.remarks.map(\.text).contains("0 deaths before relapse here"))
    // 4 of CR1 without a relapse have no variance: the P of the difference is of the other arm alone.
    let caution = fewPatients.differences.rows[0].cells[2].text
    #expect(caution == "only 4 patients in CR1; CR1 at 0%: its uncertainty is not counted")
    let fewEvents = try await SampleCohort.report("NRM", by: inotuzumab)
    #expect(fewEvents.tests[0].sentence.text.contains("only 2 deaths before relapse"))
    #expect(fewEvents.tests[0].emphasis == .muted)
    #expect(fewEvents.tests[1].sentence.text.hasPrefix("relapse before death: Gray χ²₁"))
    #expect(fewEvents.tests[1].emphasis == .bold)
  }

  @Test("However narrow the line, the test's name and P outlive its cause and statistic")
  func testIsNeverCut() async throws {
    for endpoint in ["NRM", "CIR", "DFS"] {
      let report = try await SampleCohort.report(endpoint, by: inotuzumab)
      for test in report.tests {
        let p = try #require(test.sentence.text.firstMatch(of: #/P = \.\d+/#)?.output)
        for columns in 46...120 {
          let line = test.sentence.text(fitting: columns) { $0.count }
          #expect(line.count <= columns && line.contains(p), "\(line)")
          #expect(line.contains("Gray") || line.contains("log-rank"))
        }
        let whole = try #require(test.sentence.parts.first?.text)
        #expect(test.sentence.text(fitting: 90) { $0.count }.hasPrefix(whole))
      }
    }
  }

  @Test("An arm that a filter empties is said, leaves the test, and is drawn nowhere")
  func emptyArm() async throws {
    let report = try await SampleCohort.report(
      "DFS", by: .levels(of: "disease_phase"), where: "disease_phase in (CR1, CR2)", at: twoYears)
    #expect(report.remarks.map(\.text).contains("nobody in CR3"))
    #expect(report.tests[0].sentence.text.contains("χ²₁"))
    #expect(report.figure.curves.map { $0.end == nil } == [false, false, true])
    #expect(report.estimates().rows[2].cells[2].short == "no patients")
    #expect(report.estimatesData().rows[2][6] == .empty)
  }

  @Test("Few at risk is marked in the numbers and explained under them")
  func fewAtRisk() async throws {
    let table = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears).estimates()
    #expect(table.rows.map { $0.cells[2].short.hasSuffix("†") } == [false, true])
    #expect(table.signNotes.map(\.text).contains(Quantity.uncertaintyNote))
  }

  @Test("Past the last time observed nothing is estimated; a median not reached says who was left when")
  func beyond() async throws {
    let report = try await SampleCohort.report("DFS", at: TimePoint(10, .years))
    #expect(report.estimates().columns[2].heading == "alive without relapse at 120 months (95% CI)")
    #expect(report.estimates().rows[0].cells[2].short.hasPrefix("NE (last 80.6, 1 at risk)"))
    let data = report.estimatesData()
    let estimate = try #require(data.keys.firstIndex(of: "estimate"))
    #expect(data.rows[0][estimate] == .empty)
    #expect(report.estimates().rows[0].cells[4].short.hasPrefix("NR (last "))
  }

  @Test("A certain share has no interval in data either, whatever the scale")
  func certain() async throws {
    let data = try await SampleCohort.report("OS", where: "sex = M") { $0.interval = .plain }
      .curveData
    #expect(data.rows.contains { $0[6] == .number(1) })
    for row in data.rows { #expect((row[6] == .number(1)) == (row[8] == .empty && row[9] == .empty)) }
  }
}

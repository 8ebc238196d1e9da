import Analysis
import CohortModel
import Report
import SurvivalStatistics
import Testing

@Suite("What the Curves view says")
struct CurvesReportTests {
  private let inotuzumab = Arms.levels(of: "inotuzumab")
  private let twoYears = TimePoint(24, .months)

  @Test("The sample's disease-free survival and its test, as published")
  func published() async throws {
    let all = try await SampleCohort.report("DFS", at: twoYears)
    #expect(all.estimates().rows[0].cells[2].short == "72.2% (59.1–81.8)")
    let arms = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears)
    #expect(arms.tests.map(\.sentence.text) == ["log-rank χ²₁ = 2.05, P = .152 · n = 78, 18 events"])
    #expect(arms.tests[0].emphasis == .bold)
  }

  @Test("The headline says what the numbers are of, filters included, and keeps them in every width")
  func headline() async throws {
    let report = try await SampleCohort.report("DFS", by: inotuzumab, where: "disease_phase in (CR2, CR3)")
    #expect(
      report.headline.text
        == "Disease-free survival by Inotuzumab · Disease phase at HSCT CR2, CR3 · "
        + "64 of 78 analysed, 17 events · months since HSCT")
    for columns in 40...130 {
      let text = report.headline.text(fitting: columns) { $0.count }
      #expect(text.count <= columns && text.contains("CR2, CR3") && text.contains("months"))
    }
  }

  @Test("Cause, landmark and end of follow-up are in the headline and in the window of the test")
  func window() async throws {
    let report = try await SampleCohort.report("CIR", by: inotuzumab, at: twoYears) {
      $0.cause = "death"
      $0.landmark = TimePoint(3, .months)
      $0.censorAt = TimePoint(36, .months)
    }
    let headline = report.headline.text
    #expect(headline.hasPrefix("Cumulative incidence of death before relapse by Inotuzumab"))
    #expect(headline.contains("everybody censored at 36 months"))
    #expect(headline.hasSuffix("months since the landmark at 3 months"))
    #expect(report.figure.xTitle == "months since the landmark at 3 months")
    #expect(report.figure.yTitle == "death before relapse")
    let test = try #require(report.tests.first).sentence
    #expect(test.text.contains("after the landmark at 3 months, follow-up ended at 36 months"))
    #expect(test.text(fitting: 115) { $0.count }.contains("from 3 months to 36 months"))
    #expect(
      report.remarks.contains { $0.text == "3 left before the landmark at 3 months: 2 relapses, 1 censored" })
    #expect(report.estimates().columns[2].heading.contains("24 months after the landmark"))
  }

  @Test("An estimate names its time and unit, and an arm its variable, however narrow the table")
  func narrow() async throws {
    let table = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears).estimates()
    for columns in 30...200 {
      let layout = table.layout(fitting: columns, nameMargin: 3) { $0.count }
      #expect(layout.width <= columns)
      let estimate = try #require(layout.columns.first { $0.index == 2 })
      #expect(estimate.heading.contains("24 months"))
      #expect(estimate.cells[0].hasPrefix("66.3%"))
      #expect(layout.columns[0].cells.allSatisfy { $0.count > 3 })
    }
    let wide = table.layout(fitting: 300) { $0.count }
    #expect(wide.columns.count == table.columns.count + 1 && wide.omitted.isEmpty)
    let tight = table.layout(fitting: 60) { $0.count }
    #expect(tight.omitted.contains("median follow-up of overall survival in months"))
    #expect(tight.omitted.count + tight.columns.count == table.columns.count + 1)
  }

  @Test("Another shown unit changes the words and no number of the data")
  func units() async throws {
    let months = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears)
    let years = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears, unit: .years)
    #expect(years.estimates().columns[2].heading == "alive without relapse at 2 years (95% CI)")
    #expect(years.headline.text.hasSuffix("years since HSCT"))
    #expect(years.followUp.text.contains("2.3 years"))
    #expect(years.estimatesData() == months.estimatesData())
    #expect(years.curveData == months.curveData)
    #expect(years.riskData() == months.riskData())
    #expect(years.numbersAtRisk(at: [1, 2]).blocks == months.numbersAtRisk(at: [12, 24]).blocks)
    #expect(years.figure.lastTime * 12 == months.figure.lastTime)
  }

  @Test("Follow-up is of overall survival, says what it is, and is the same whatever endpoint is shown")
  func followUp() async throws {
    let shown = try await SampleCohort.report("IVIG", by: inotuzumab)
    let own = try await SampleCohort.report("OS", by: inotuzumab)
    #expect(
      shown.followUp.text
        == "median follow-up 27.1 months (95% CI 21.0–38.1) · reverse Kaplan–Meier of overall survival, "
        + "all 78 selected since HSCT")
    #expect(shown.followUp == own.followUp)
    let column = try #require(shown.estimates().columns.last)
    #expect(column.heading == "median follow-up of overall survival, months (95% CI)")
    #expect(shown.estimates().rows.map(\.cells.last) == own.estimates().rows.map(\.cells.last))
  }

  @Test("Follow-up says of whom it is in every width, the more so where fewer are analysed than selected")
  func followUpOfWhom() async throws {
    let report = try await SampleCohort.report("DFS", by: .levels(of: "very_early_relapse"), at: twoYears) {
      $0.landmark = TimePoint(3, .months)
    }
    #expect(report.curves.counts.analysed < 59)
    for columns in 60...140 {
      let text = report.followUp.text(fitting: columns) { $0.count }
      #expect(text.count <= columns && text.contains("27.1 months") && text.contains("all 78"))
    }
    #expect(
      report.followUp.text(fitting: 100) { $0.count }
        == "median follow-up 27.1 months (95% CI 21.0–38.1) · of overall survival, all 78 selected since HSCT"
    )
    let column = try #require(report.estimates().columns.last)
    #expect(
      column.heading
        == "median follow-up of overall survival of everybody in the arm since HSCT, months (95% CI)")
    #expect(column.variants.allSatisfy { $0.heading.contains("since HSCT") })
  }

  @Test("A time is called what it is, in every unit")
  func timeLabels() async throws {
    for (at, unit, label) in [
      (TimePoint(12.345, .months), nil as TimeUnit?, "12.345 months"),
      (TimePoint(3, .months), .years, "0.25 years"),
      (TimePoint(731, .days), .days, "731 days"), (TimePoint(1, .months), .years, "0.0833 years"),
    ] {
      let report = try await SampleCohort.report("DFS", by: inotuzumab, at: at, unit: unit)
      for column in report.estimates().columns[2...3] {
        #expect(column.heading.contains("at \(label)"), "\(column.heading)")
      }
      #expect(report.differences.columns[0].heading.hasPrefix("difference at \(label)"))
    }
  }

  @Test("Where room is short the number at risk outlives the median, and the median's limits the follow-up")
  func columnsGiveWay() async throws {
    let table = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears).estimates()
    let places = (atRisk: 3, median: 4, followUp: 5)
    var sawAtRiskAlone = false
    for columns in 30...200 {
      let layout = table.layout(fitting: columns) { $0.count }
      let shown = layout.columns.compactMap(\.index)
      if shown.contains(places.median) { #expect(shown.contains(places.atRisk)) }
      if shown.contains(places.followUp) {
        #expect(layout.columns.first { $0.index == places.median }?.heading.hasSuffix("(95% CI)") == true)
      }
      sawAtRiskAlone = sawAtRiskAlone || (shown.contains(places.atRisk) && !shown.contains(places.median))
    }
    #expect(sawAtRiskAlone)
  }

  @Test("Without an arm the causes stand beside each other by their names")
  func causes() async throws {
    let report = try await SampleCohort.report("CIR", at: twoYears)
    #expect(report.curveNames.map(\.full) == ["relapse", "death before relapse"])
    #expect(report.figure.yTitle == "cumulative incidence")
    #expect(report.estimates().rows.map { $0.cells[2].text(.bare) } == ["25.2%", "2.6%"])
    #expect(report.figure.curves.map(\.series) == [1, 2])
    #expect(report.headline.text.contains("16 relapses, 2 deaths before relapse"))
    for columns in 30...130 {
      let text = report.headline.text(fitting: columns) { $0.count }
      #expect(text.contains("16 relapses") == text.contains("2 deaths before relapse"))
    }
  }

  @Test("The figure is the curves: where they start, step, and end, in the shown unit")
  func figure() async throws {
    let report = try await SampleCohort.report("DFS", by: inotuzumab, at: twoYears, unit: .years)
    let figure = report.figure
    #expect(figure.curves.map(\.name.full) == ["Inotuzumab: no", "Inotuzumab: yes"])
    #expect(figure.readingTime == 2 && figure.unit == "years" && figure.xTitle == "years since HSCT")
    #expect(figure.title.text == "Disease-free survival by Inotuzumab")
    for (drawn, curve) in zip(figure.curves, report.curves.curves) {
      #expect(drawn.start == 1 && drawn.values == curve.values && drawn.values.count == drawn.times.count)
      #expect(drawn.isEvent.count { $0 } > 0 && drawn.censored.reduce(0, +) == curve.table.censoredCount)
      #expect(drawn.isUncertain.first == false && drawn.isUncertain.last == true)
      #expect(drawn.end?.time == drawn.times.last && drawn.end?.atRisk == 1)
    }
  }

  @Test("A document begins with what the numbers are and what to beware of, and says neither again")
  func document() async throws {
    let report = try await SampleCohort.report("OS", by: .levels(of: "agvhd_any"), at: twoYears) {
      $0.knownLater = .overridden
    }
    let document = report.document(title: "Study")
    #expect(document.blocks.first == .sentence(report.headline))
    #expect(document.blocks[1] == .remark(report.remarks[0]))
    var heading: String?
    for block in document.blocks {
      if case .heading(let text) = block { heading = text }
      if case .table(let table) = block {
        #expect(table.caption.text == heading && !table.footnotes.contains(report.remarks[0].sentence))
      }
    }
    #expect(document.blocks.contains(.sentence(report.conventions)))
    #expect(document.blocks.contains(.sentence(report.tests[0].sentence)))
  }
}

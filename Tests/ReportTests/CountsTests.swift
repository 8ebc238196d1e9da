import Analysis
import CohortModel
import Report
import SurvivalStatistics
import Testing

/// Eight patients counted by hand: relapses at 6 and 12, deaths in remission at 12 and 18, the others censored at 12,
/// 12, 24 and 30 months.
@Suite("Counts and data of a small cohort")
struct CountsTests {
  private let months: [Int64] = [6, 12, 12, 18, 12, 12, 24, 30]
  private let causes: [Int?] = [0, 0, 1, 1, nil, nil, nil, nil]

  private func ask(
    endpoints: Int = 8, unit: TimeUnit? = .months, overallSurvival: String? = nil,
    _ change: (inout Question) -> Void = { _ in }
  ) async throws -> CurvesReport {
    var endpoint = Endpoint(
      name: "CIR", label: "Relapse", kind: .competingRisks, causes: ["relapse", "death"],
      scale: TimeScale(unit: unit))
    endpoint.hasLateEntry = false
    let source = ArraySource(
      schema: CohortSchema(
        patientCount: 8,
        variables: [Variable(name: "arm", label: "Arm", kind: .categorical, domain: .levels(["A", "B"]))],
        endpoints: [endpoint], overallSurvival: overallSurvival),
      values: ["arm": ["A", "A", "B", "B", "A", "B", "A", "B"].map { .text($0) }],
      outcomes: [
        "CIR": zip(months, causes).enumerated().map { index, pair in
          index < endpoints ? ArraySource.Outcome(ticks: pair.0, cause: pair.1) : nil
        }
      ])
    var question = Question(endpoint: "CIR")
    change(&question)
    return CurvesReport(curves: try await Analyst(source).curves(question), schema: source.schema)
  }

  @Test(
    "At risk just before a time; events of the plotted cause, competing ones and censorings up to it and in it"
  )
  func inclusive() async throws {
    let report = try await ask { $0.cause = "relapse" }
    let block = try #require(report.numbersAtRisk(at: [0, 12, 18, 36]).blocks.first)
    #expect(block.rows.map { $0.labels[0] } == ["at risk", "relapses", "deaths before relapse", "censored"])
    #expect(block.rows.map(\.kind) == [.atRisk, .events, .competing, .censored])
    #expect(block.rows.map(\.counts) == [[8, 7, 3, 0], [0, 2, 2, 2], [0, 1, 2, 2], [0, 2, 2, 4]])
    let data = report.riskData(at: [12])
    #expect(data.keys == ["stratum", "time", "n_risk", "n_event", "n_competing", "n_censor"])
    #expect(
      data.rows == [[.text("all"), .number(12), .integer(7), .integer(2), .integer(1), .integer(2)]])
  }

  @Test("The other cause plotted swaps what is the event and what competes")
  func otherCause() async throws {
    let report = try await ask { $0.cause = "death" }
    let rows = try #require(report.numbersAtRisk(at: [18]).blocks.first).rows
    #expect(rows.map { $0.labels[0] } == ["at risk", "deaths before relapse", "relapses", "censored"])
    #expect(rows.map(\.counts) == [[3], [2], [2], [2]])
    #expect(report.estimatesData().rows[0][1] == .text("death"))
  }

  @Test("Data carry the columns that are documented, in their order, as long as their rows")
  func columns() async throws {
    let report = try await ask {
      $0.arms = .levels(of: "arm")
      $0.at = TimePoint(12, .months)
    }
    let expected = [
      "curve": "stratum,cause,time,n_risk,n_event,n_censor,estimate,std_error,conf_low,conf_high",
      "risk": "stratum,time,n_risk,n_event,n_competing,n_censor",
      "estimates":
        "stratum,cause,n,n_event,time,n_risk,estimate,std_error,conf_low,conf_high,median,median_low,"
        + "median_high,followup,followup_low,followup_high",
      "differences":
        "stratum,reference,time,difference,conf_low,conf_high,p_value,rmst_tau,rmst_difference,rmst_low,"
        + "rmst_high,cause,model,ratio,ratio_low,ratio_high,ratio_p,ph_statistic,ph_df,ph_p",
      "tests": "test,cause,statistic,df,p_value,n,n_unknown,stratum,reference,p_holm",
      "flow": "step,condition,n",
      "findings": "severity,line,column,message",
    ]
    let findings = [
      FindingRow(severity: "warning", line: 3, column: "x", message: "odd"),
      FindingRow(severity: "note", message: "whole"),
    ]
    let tables = [
      report.curveData, report.riskData(), report.estimatesData(), report.differencesData, report.testsData,
      report.flowData, findings.data,
    ]
    #expect(tables.map(\.name).sorted() == expected.keys.sorted())
    for table in tables {
      #expect(table.keys.joined(separator: ",") == expected[table.name])
      #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.keys.count })
    }
    #expect(report.estimatesData().rows.map(\.first) == [.text("A"), .text("B")])
    #expect(findings.data.rows[1] == [.text("note"), .empty, .empty, .text("whole")])
    #expect(report.testsData.rows.map { $0[1] } == [.text("relapse"), .text("death")])
  }

  @Test("A curve's data are the steps themselves, with no interval where the data say nothing of its width")
  func curve() async throws {
    let report = try await ask { $0.cause = "relapse" }
    let rows = report.curveData.rows
    #expect(rows.map { $0[2] } == [6, 12, 18, 24, 30].map { .number($0) })
    #expect(rows.map { $0[3] } == [8, 7, 3, 2, 1].map { .integer($0) })
    #expect(rows.map { $0[4] } == [1, 1, 0, 0, 0].map { .integer($0) })
    #expect(rows[0][6] == .number(0.125))
    #expect(rows[1][6] == .number(0.25))
    let other = try await ask { $0.cause = "death" }
    #expect(other.curveData.rows[0][6...] == [.number(0), .number(0), .empty, .empty])
  }

  @Test("Where patients lack the endpoint, or the unit is unknown, it is said")
  func gaps() async throws {
    let fewer = try await ask(endpoints: 6)
    #expect(fewer.remarks.map(\.text).contains("2 without this endpoint"))
    #expect(fewer.flow.map(\.count) == [8, 6, 6])
    let unknown = try await ask(unit: nil)
    #expect(unknown.remarks.map(\.text).contains("the unit of time is not known"))
    #expect(unknown.xTitle == "time units")
  }

  @Test("Whom the filters leave is said step by step, and why there is no curve")
  func narrowing() async throws {
    let all = try await ask()
    #expect(all.flow.map(\.count) == [8, 8, 8])
    #expect(all.analysedOfAll == "8 patients")
    #expect(all.emptiness == nil)
    let some = try await ask { $0.filters = FilterSet(.oneOf("arm", ["A"])) }
    #expect(some.flow.map(\.count) == [8, 4, 4, 4])
    #expect(some.flow.prefix(2).map(\.words.last) == ["all", "Arm: A"])
    #expect(some.analysedOfAll == "4 of 8 patients")
    let nobody = try await ask { $0.filters = FilterSet(.oneOf("arm", [])) }
    #expect(nobody.emptiness == "No patient is selected")
    let unusable = try await ask(endpoints: 0)
    #expect(unusable.emptiness == "None of the 8 selected patients can be analysed")
    #expect(unusable.analysedOfAll == "0 of 8 patients")
  }

  @Test("Without overall survival the follow-up is of this endpoint, and says so")
  func followUp() async throws {
    let report = try await ask()
    #expect(report.followUp.text.hasSuffix("of this endpoint, all 8 selected since time zero"))
    let fewer = try await ask(endpoints: 6)
    #expect(fewer.followUp.text.hasSuffix("of this endpoint, 6 of 8 selected since time zero"))
    #expect(report.followUp.text.contains("95% CI"))
  }

  @Test("Who left before the landmark is counted by what happened")
  func landmark() async throws {
    let report = try await ask { $0.landmark = TimePoint(12, .months) }
    #expect(
      report.remarks.map(\.text).contains(
        "5 left before the landmark at 12 months: 2 relapses, 1 death before relapse, 2 censored"))
    #expect(report.flow.map(\.condition).contains("event-free at the landmark"))
    #expect(report.flow.last?.count == 3)
  }

  @Test("Nobody selected: every word and table is there, none of them a number")
  func nobody() async throws {
    let report = try await ask {
      $0.filters = FilterSet(.oneOf("arm", []))
      $0.arms = .levels(of: "arm")
      $0.at = TimePoint(12, .months)
    }
    #expect(report.remarks.first?.text == "no patient is left to analyse")
    #expect(report.headline.text.contains("0 of 8 analysed, 0 relapses"))
    #expect(report.followUp.isEmpty)
    #expect(report.standardTimes == [0])
    #expect(report.differences.rows.isEmpty)
    #expect(report.estimates().rows.allSatisfy { $0.cells[2].text == "no patients" })
    #expect(report.curveData.rows.isEmpty)
    #expect(report.tests.allSatisfy { $0.emphasis == .muted })
    #expect(report.figure.curves.allSatisfy { $0.end == nil && $0.times.isEmpty })
    #expect(!report.document(title: "Study").blocks.isEmpty)
  }

  @Test("A risk table that nobody asked times of has round ones, ten steps at most")
  func standardTimes() async throws {
    #expect(try await ask().standardTimes == [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30].map(Double.init))
    #expect(try await ask(unit: .days).standardTimes == [0, 5, 10, 15, 20, 25, 30])
    #expect(try await ask(unit: nil).standardTimes == [0, 10, 20, 30])
  }

  @Test("The parts of the question are what can be typed")
  func question() async throws {
    let report = try await ask {
      $0.arms = .levels(of: "arm")
      $0.filters = FilterSet(.oneOf("arm", ["A"]))
      $0.at = TimePoint(12, .months)
    }
    #expect(
      report.questionParts.map { "\($0.option)=\($0.text)" } == [
        "endpoint=CIR", "cause=relapse", "where=arm = A", "by=arm", "at=12 months", "interval=log-log",
      ])
  }
}

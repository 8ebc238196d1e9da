import SurvivalStatistics
import Testing

@Suite("Rows of an analysis")
struct SurvivalDataTests {
  private let rows: [Observation] = [
    .event(at: 0.1 + 0.2, cause: 1), .censored(at: 0.3), .event(at: 1, enteredAt: 0.3),
  ]

  @Test("have near-equal times made equal, and are otherwise what was handed over")
  func reading() throws {
    let data = try SurvivalData(rows)
    #expect(data.count == 3 && data.eventCount == 2 && data.causeCount == 2 && data.hasDelayedEntry)
    #expect(data.distinctTimes == [0.3, 1])
    #expect(data[0] == .event(at: 0.3, cause: 1) && data[1] == rows[1] && data[2] == rows[2])
    #expect(try SurvivalData(rows, rule: .exact).distinctTimes == [0.3, 0.1 + 0.2, 1])
  }

  @Test("may be read with other outcomes, or in part, their times staying tied as they were")
  func readings() throws {
    let data = try SurvivalData(rows)
    let relapse = try data.mapOutcomes { $0 == .event(cause: 1) ? .event(cause: 0) : .censored }
    #expect(relapse.outcomes == [.event(cause: 0), .censored, .censored] && relapse.causeCount == 1)
    #expect(data.restricted(to: [2, 0]).outcomes == [.event(cause: 0), .event(cause: 1)])
    #expect(data.restricted(to: [0])[0].time == 0.3)
    #expect(throws: SurvivalDataError.unknownCause(row: 0, cause: -3)) {
      try data.mapOutcomes { $0 == .censored ? $0 : .event(cause: -3) }
    }
    #expect(throws: SurvivalDataError.unknownCause(row: 0, cause: .max)) {
      try SurvivalData([.event(at: 1, cause: .max)])
    }
  }

  @Test("count a row of a frequency as so many subjects, and one of none as nobody")
  func frequencies() throws {
    let data = try SurvivalData(rows)
    let repeated = try SurvivalData([0, 0, 2, 2, 2].map { rows[$0] })
    #expect(try EventTable(data, frequencies: [2, 0, 3]) == EventTable(repeated, causeCount: 2))
    #expect(throws: SurvivalDataError.invalidWeight(row: 1, weight: -1)) {
      try EventTable(data, frequencies: [2, -1, 3])
    }
    #expect(throws: SurvivalDataError.lengthMismatch(column: "weight", expected: 3, found: 2)) {
      try EventTable(data, frequencies: [2, 1])
    }
  }

  @Test("are compared in groups as their tables are, and refused where a group cannot be")
  func groups() throws {
    let data = try ReferenceTable(named: "bmt").data(status: ["0", "1", "2"])
    let disease = try ReferenceTable(named: "bmt").codes("disease", ["ALL", "AML low-risk", "AML high-risk"])
    let sex = try ReferenceTable(named: "bmt").codes("patient_sex", ["male", "female"])
    let tables = try EventTable.tables(data, groups: disease, groupCount: 3)
    #expect(try LogRankTest(data, groups: disease) == LogRankTest(tables))
    #expect(try GrayTest(data, groups: disease, cause: 1) == GrayTest(tables, cause: 1))
    let cells = zip(disease, sex).map { $1 * 3 + $0 }
    let strata = try EventTable.tables(data, groups: cells, groupCount: 6)
    let stratified = LogRankTest(strata: [Array(strata[..<3]), Array(strata[3...])])
    #expect(try LogRankTest(data, groups: disease, strata: sex) == stratified)
    #expect(throws: SurvivalDataError.unknownGroup(row: 0, group: -1)) {
      try LogRankTest(data, groups: disease.map { $0 - 1 })
    }
    #expect(throws: SurvivalDataError.unknownCause(row: 0, cause: -1)) {
      try GrayTest(data, groups: disease, cause: -1)
    }
    #expect(throws: SurvivalDataError.lengthMismatch(column: "group", expected: 137, found: 0)) {
      try GrayTest(data, groups: [])
    }
  }

  @Test("give a cause-specific model in which other causes are censorings")
  func causeSpecific() throws {
    let table = try ReferenceTable(named: "bmt")
    let data = try table.data(status: ["0", "1", "2"])
    let design = try DesignMatrix(
      [.continuous(name: "age", values: table.numbers("patient_age").compactMap(\.self))],
      rowCount: data.count)
    let death = try data.mapOutcomes { $0 == .event(cause: 1) ? .event(cause: 0) : .censored }
    let (specific, alone) = (
      try CoxModel(data, cause: 1, design: design), try CoxModel(death, design: design)
    )
    #expect(specific.coefficients == alone.coefficients && specific.eventCount == death.eventCount)
    #expect(try CoxModel(data, design: design).eventCount == data.eventCount)
  }
}

import SurvivalStatistics
import Testing

@Suite("Cox regression on one factor, from event tables")
struct CoxFactorModelTests {
  private func tables(_ data: SurvivalData, _ groups: [Int], _ count: Int) throws -> [EventTable] {
    try EventTable.tables(data, groups: groups, groupCount: count)
  }

  /// `coxph(Surv(entry, time, status) ~ g)` of survival 3.5.
  @Test("has R's coefficients with tied failures and late entries")
  func reference() throws {
    let data = try SurvivalData(
      times: [1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 7, 8], status: [1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1],
      entries: [0, 0, 0, 1, 0, 2, 0, 0, 3, 0, 1, 0])
    let model = CoxFactorModel(
      try tables(data, [0, 1, 0, 1, 2, 2, 0, 1, 2, 1, 0, 2], 3), names: ["b", "c"])
    #expect(model.coefficients.map(\.name) == ["b", "c"])
    let expected = [
      (-0.432460333649228, 0.913204622743753), (0.0918138151296204, 0.826821912336328),
    ]
    for (coefficient, value) in zip(model.coefficients, expected) {
      #expect(isClose(coefficient.coefficient, value.0, within: 1e-8))
      #expect(isClose(coefficient.standardError, value.1, within: 1e-8))
    }
    #expect(isClose(model.nullLogLikelihood, -14.1191289697144, within: 1e-11))
    #expect(isClose(model.logLikelihood, -13.9318201151388, within: 1e-11))
  }

  @Test("is the regression on the rows that the tables count", arguments: 0..<40)
  func sameAsRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let levels = Int.random(in: 2...5, using: &generator)
    let rows = (0..<Int.random(in: 30...120, using: &generator)).map { row in
      let entry = Double(Int.random(in: 0...4, using: &generator))
      let time = entry + Double(Int.random(in: 1...10, using: &generator))
      let isCensored = Bool.random(using: &generator)
      return Observation(
        entry: seed % 2 == 0 || entry == 0 ? nil : entry, time: time,
        outcome: isCensored ? .censored : .event(cause: 0))
    }
    let groups = rows.indices.map { $0 < levels ? $0 : Int.random(in: 0..<levels, using: &generator) }
    let data = try SurvivalData(rows)
    let names = (0..<levels).map(String.init)
    let whole = try CoxModel(
      data,
      design: DesignMatrix([.factor(name: "g", levels: names, codes: groups)], rowCount: rows.count))
    let model = CoxFactorModel(try tables(data, groups, levels), names: Array(names.dropFirst()))
    #expect(model.outcome.isConverged == whole.outcome.isConverged)
    #expect(model.coefficients.count == whole.coefficients.count)
    for (one, other) in zip(model.coefficients, whole.coefficients) {
      #expect(isClose(one.coefficient, other.coefficient, within: 1e-8))
      #expect(isClose(one.standardError, other.standardError, within: 1e-8))
    }
    #expect(isClose(model.nullLogLikelihood, whole.nullLogLikelihood, within: 1e-9))
    guard whole.outcome.isConverged else { return }
    #expect(isClose(model.logLikelihood, whole.logLikelihood, within: 1e-9))
  }

  @Test("has no coefficient where a level has no event, or nobody has one")
  func separation() throws {
    let data = try SurvivalData(times: [1, 2, 3, 4, 5, 6], status: [1, 0, 1, 0, 1, 0])
    let apart = CoxFactorModel(try tables(data, [0, 1, 0, 1, 0, 1], 2), names: ["b"])
    #expect(apart.outcome == .infiniteCoefficients(columns: [0]))
    #expect(apart.coefficients.isEmpty)
    let censored = try SurvivalData(times: [1, 2, 3], status: [0, 0, 0])
    let none = CoxFactorModel(try tables(censored, [0, 1, 1], 2), names: ["b"])
    #expect(none.outcome == .noEvents)
    #expect(none.nullLogLikelihood == nil)
  }
}

import SurvivalStatistics
import Testing

@Suite("Cox regressions without an answer")
struct CoxOutcomeTests {
  private let times = [1.0, 2, 3, 4, 5, 6, 7, 8]

  private func model(_ covariates: [Covariate], isEvent: [Bool]) throws -> CoxModel {
    try CoxModel(
      SurvivalData(times: times, status: isEvent.map { $0 ? 1 : 0 }),
      design: DesignMatrix(covariates, rowCount: times.count))
  }

  @Test("name the column whose coefficient is infinite")
  func separation() throws {
    let model = try model(
      [
        .continuous(name: "age", values: [3, 1, 4, 1, 5, 9, 2, 6]),
        .factor(name: "arm", levels: ["a", "b"], codes: [0, 0, 0, 0, 1, 1, 1, 1]),
      ], isEvent: [true, true, true, true, false, false, false, false])
    #expect(model.outcome == .infiniteCoefficients(columns: [1]))
    #expect(model.coefficients.isEmpty && model.variance == nil && model.concordance == nil)
    #expect(model.waldTest.pValue == nil && model.proportionalHazardsTest() == nil)
    #expect(model.nullLogLikelihood != nil && model.logLikelihood == nil)
  }

  @Test("notice that a likelihood tends to its bound when the covariate orders all failures")
  func perfectOrder() throws {
    let model = try model(
      [.continuous(name: "x", values: times.map { -$0 })], isEvent: times.map { _ in true })
    #expect(model.outcome == .infiniteCoefficients(columns: [0]))
    #expect(model.logLikelihood == nil && model.coefficients.isEmpty)
  }

  @Test("name constant columns and combinations of earlier ones")
  func dependence() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let model = try model(
      [
        .continuous(name: "x", values: x), .continuous(name: "one", values: times.map { _ in 1 }),
        .continuous(name: "y", values: times),
        .continuous(name: "sum", values: zip(x, times).map { 2 * $0 - $1 }),
      ], isEvent: times.map { _ in true })
    #expect(model.outcome == .dependentColumns([1, 3]))
    #expect(model.coefficients.isEmpty && model.logLikelihood == nil)
  }

  @Test("name a factor of which only one level is left")
  func singleLevel() throws {
    let model = try model(
      [
        .continuous(name: "x", values: [3, 1, 4, 1, 5, 9, 2, 6]),
        .factor(name: "sex", levels: ["m", "f"], codes: times.map { _ in 1 }),
      ], isEvent: times.map { _ in true })
    #expect(model.outcome == .singleLevelFactors(terms: [1]))
    #expect(model.coefficients.isEmpty && model.logLikelihood == nil && model.nullLogLikelihood != nil)
  }

  @Test("say that nobody failed")
  func noEvents() throws {
    let model = try model([.continuous(name: "x", values: times)], isEvent: times.map { _ in false })
    #expect(model.outcome == .noEvents && model.eventCount == 0 && model.nullLogLikelihood == nil)
    #expect(model.likelihoodRatioTest == .undefined(.noEvents))
  }

  @Test("take a covariate that varies only among those never at risk of a failure as constant")
  func constantAtRisk() throws {
    let isEvent = times.map { $0 > 4 }
    let model = try model([.continuous(name: "x", values: times.map { $0 < 3 ? $0 : 0 })], isEvent: isEvent)
    #expect(model.outcome == .dependentColumns([0]))
  }

  @Test("exist for no rows and for a single one")
  func fewRows() throws {
    let none = try CoxModel(SurvivalData([]), design: DesignMatrix([], rowCount: 0))
    #expect(none.outcome == .noEvents)
    let one = try CoxModel(
      SurvivalData([.event(at: 3)]),
      design: DesignMatrix([.continuous(name: "x", values: [1])], rowCount: 1))
    #expect(one.outcome == .dependentColumns([0]))
  }

  @Test("refuse columns that do not belong together")
  func errors() throws {
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 2])], rowCount: 2)
    let data = try SurvivalData([.event(at: 1), .censored(at: 2)])
    #expect(throws: SurvivalDataError.lengthMismatch(column: "covariates", expected: 1, found: 2)) {
      try CoxModel(SurvivalData([.event(at: 1)]), design: design)
    }
    #expect(throws: SurvivalDataError.lengthMismatch(column: "strata", expected: 2, found: 3)) {
      try CoxModel(data, design: design, strata: [0, 0, 0])
    }
    #expect(throws: SurvivalDataError.notFinite(column: "x", row: 1)) {
      try DesignMatrix([.continuous(name: "x", values: [1, .nan])], rowCount: 2)
    }
  }
}

import SurvivalStatistics
import Testing

/// Against R 4.2.2, survival 3.5-3:
/// `coxph(…, cluster = id, ties = …, control = coxph.control(eps = 1e-13, timefix = FALSE))`.
@Suite("Robust variance of Cox coefficients")
struct CoxRobustVarianceTests {
  @Test("by patient of the heart transplants, age and time-dependent transplant")
  func heart() throws {
    let question = try #require(
      ReferenceCase.all(ofType: "cox").first { $0.analysis.id == "cox.os.age_transplant.breslow" })
    let rows = try ReferenceRows(question, columns: ["age", "transplant"])
    let model = try CoxModel(
      rows.tied, isEvent: rows.events.map { $0 == 1 }, design: DesignMatrix(question, rows: rows.rows),
      subjects: rows.subjects)
    #expect(isClose(model.coefficients[0].coefficient, 0.03074225625906154, within: 1e-10))
    #expect(isClose(model.coefficients[0].standardError, 0.0151817645536494, within: 1e-10))
    #expect(isClose(model.coefficients[1].standardError, 0.314151063900358, within: 1e-10))
    #expect(isClose(model.variance?[0, 0].squareRoot(), 0.0144960346955912, within: 1e-10))
    #expect(isClose(model.waldTest.statistic, 4.16581880773493, within: 1e-8))
  }

  @Test(
    "with delayed entry, many ties, strata and two rows a subject",
    arguments: [
      (TieMethod.efron, [0.0987510467131361, 0.196499000647885], 2.97947996959723),
      (.breslow, [0.0910638835411077, 0.184876000822215], 3.25434083770455),
    ])
  func awkward(ties: TieMethod, errors: [Double], wald: Double) throws {
    let question = try #require(ReferenceCase.all(ofType: "cox").first { $0.job.name == "awkward" })
    let rows = try ReferenceRows(question, columns: [])
    let (dose, stage) = (question.table.numbers("dose"), question.table.text("stage"))
    let design = try DesignMatrix(
      [
        .continuous(name: "dose", values: dose.compactMap(\.self)),
        .factor(name: "stage", levels: ["other", "III"], codes: stage.map { $0 == "III" ? 1 : 0 }),
      ], rowCount: rows.rows.count)
    let strata = ReferenceGroups(question, strata: ["site"], rows: rows.rows)
    let model = try CoxModel(
      rows.tied, isEvent: rows.events.map { $0 == 1 }, design: design, strata: strata.members,
      subjects: rows.rows.map { $0 / 2 }, ties: ties)
    for (coefficient, error) in zip(model.coefficients, errors) {
      #expect(isClose(coefficient.standardError, error, within: 1e-10))
    }
    #expect(isClose(model.waldTest.statistic, wald, within: 1e-8))
  }
}

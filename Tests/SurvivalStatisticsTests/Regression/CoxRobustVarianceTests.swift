import SurvivalStatistics
import Testing

/// Against R 4.2.2, survival 3.5-3:
/// `coxph(…, cluster = id, ties = …, control = coxph.control(eps = 1e-13, timefix = FALSE))`.
@Suite("Robust variance of Cox coefficients")
struct CoxRobustVarianceTests {
  @Test("by patient of the heart transplants, age and time-dependent transplant")
  func heart() throws {
    let rows = try ReferenceTable(named: "heart")
    let design = try DesignMatrix(
      [
        .continuous(name: "age", values: rows.numbers("age").compactMap(\.self)),
        .factor(name: "transplant", levels: ["no", "yes"], codes: rows.codes("transplant", ["no", "yes"])),
      ], rowCount: rows.rowCount)
    let model = try CoxModel(
      rows.data(entry: "start", time: "stop", status: ["0", "1"]), design: design,
      subjects: rows.numbers("id").compactMap { $0.map { Int($0) } })
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
    let rows = try ReferenceTable(named: "awkward")
    let (dose, stage) = (rows.numbers("dose"), rows.text("stage"))
    let design = try DesignMatrix(
      [
        .continuous(name: "dose", values: dose.compactMap(\.self)),
        .factor(name: "stage", levels: ["other", "III"], codes: stage.map { $0 == "III" ? 1 : 0 }),
      ], rowCount: rows.rowCount)
    let model = try CoxModel(
      rows.data(entry: "entry", status: ["0", "1", "2"]), design: design,
      strata: rows.codes("site", ["a", "b", "c"]), subjects: (0..<rows.rowCount).map { $0 / 2 }, ties: ties)
    for (coefficient, error) in zip(model.coefficients, errors) {
      #expect(isClose(coefficient.standardError, error, within: 1e-10))
    }
    #expect(isClose(model.waldTest.statistic, wald, within: 1e-8))
  }
}

import SurvivalStatistics
import Testing

/// Data that once gave a wrong answer, each beside what it gives by the definition.
@Suite("Data that once broke us")
struct DataThatOnceBroke {
  /// The terms of the delta variance cancelled when the incidence was tiny: its square was lost beside 1.
  ///
  /// Without censoring the incidence is a share of *n*, so its variance is F(1 − F)/n.
  @Test("A tiny incidence in a large cohort keeps its variance", arguments: [1000, 1_000_000, 100_000_000])
  func tinyIncidence(patients: Int) throws {
    let table = try EventTable(
      times: [1, 2, 3, 4], events: [[0, 1, 0, 1], [patients / 4, 0, patients / 4, 0]],
      censored: [0, 0, 0, patients - 2 - patients / 4 * 2])
    let estimate = try #require(
      AalenJohansen(table, variance: .delta).estimate(at: 4, cause: 0))
    let (share, count) = (2 / Double(patients), Double(patients))
    let expected = (share * (1 - share) / count).squareRoot()
    #expect(abs(estimate.value - share) <= 1e-12 * share)
    #expect(try abs(#require(estimate.standardError) - expected) <= 1e-8 * expected)
  }

  /// A model whose only factor had one level left used to report the likelihood of the model without it.
  @Test("A factor with one level left is named, and no likelihood is reported")
  func oneLevel() throws {
    let data = try SurvivalData(times: [1, 2, 3, 4], status: [1, 2, 0, 1])
    let arm = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [0, 0, 0, 0])
    let design = try DesignMatrix([arm], rowCount: 4)
    let cox = try CoxModel(data, design: design)
    let fineGray = try FineGrayModel(data, design: design)
    #expect(cox.outcome == .singleLevelFactors(terms: [0]) && cox.logLikelihood == nil)
    #expect(fineGray.outcome == .singleLevelFactors(terms: [0]) && fineGray.logLikelihood == nil)
  }

  /// 0.1 + 0.2 and 0.3 are one time; apart they gave two steps and a test that depended on who was listed first.
  @Test("Times that differ by rounding alone are tied")
  func noise() throws {
    let table = try EventTable(times: [0.1 + 0.2, 0.3, 0.9 / 3, 1], status: [1, 1, 0, 0])
    #expect(table.times.count == 2)
    #expect(table.atRisk == [4, 1])
    #expect(KaplanMeier(table).survival == [0.5, 0.5])
  }
}

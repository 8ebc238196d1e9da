import Foundation
import SurvivalStatistics
import Testing

@Suite("Cox regression")
struct CoxModelTests {
  private func model(
    _ x: [Double], times: [Double], status: [Int], ties: TieMethod = .efron, entries: [Double] = []
  ) throws -> CoxModel {
    try CoxModel(
      SurvivalData(times: times, status: status, entries: entries),
      design: DesignMatrix([.continuous(name: "x", values: x)], rowCount: x.count), ties: ties)
  }

  @Test("has the likelihood and the coefficient that can be worked out by hand")
  func byHand() throws {
    // Failures at 1 (x = 1; at risk 1, 0, 1, 0), at 2 (x = 0; 0, 1, 0) and at 3 (x = 1; 1, 0). With r = e^β
    // the likelihood is r/(2r + 2) · 1/(r + 2) · r/(r + 1); its derivative in β vanishes where 2 = 2r/(r + 1)
    // + r/(r + 2): r² − r − 4 = 0.
    let model = try model([1, 0, 1, 0], times: [1, 2, 3, 4], status: [1, 1, 1, 0])
    let ratio = (1 + (17.0).squareRoot()) / 2
    let coefficient = try #require(model.coefficients.first)
    #expect(isClose(coefficient.hazardRatio, ratio, within: 1e-12))
    #expect(isClose(model.nullLogLikelihood, -log(24), within: 1e-13))
    let value = log(ratio / (2 * ratio + 2) / (ratio + 2) * ratio / (ratio + 1))
    #expect(isClose(model.logLikelihood, value, within: 1e-13))
    let information = 2 * ratio / ((ratio + 1) * (ratio + 1)) + 2 * ratio / ((ratio + 2) * (ratio + 2))
    #expect(isClose(coefficient.standardError, 1 / information.squareRoot(), within: 1e-12))
  }

  @Test("counts tied failures by Efron's rule as fractions at risk, by Breslow's in full")
  func ties() throws {
    let (times, status) = ([1.0, 1, 2], [1, 1, 0])
    let x = [1.0, 0, 1]
    #expect(
      isClose(try model(x, times: times, status: status).nullLogLikelihood, -log(3.0 * 2), within: 1e-14))
    let breslow = try model(x, times: times, status: status, ties: .breslow)
    #expect(isClose(breslow.nullLogLikelihood, -log(9), within: 1e-14))
  }

  @Test("is the same whatever the unit and origin of a covariate")
  func units() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6], times = [5.0, 7, 3, 8, 2, 1, 6, 4]
    let status = [1, 0, 1, 1, 0, 1, 1, 1]
    let plain = try model(x, times: times, status: status)
    let moved = try model(x.map { 1e8 + $0 * 0.25 }, times: times, status: status)
    let (first, second) = (try #require(plain.coefficients.first), try #require(moved.coefficients.first))
    #expect(isClose(second.coefficient * 0.25, first.coefficient, within: 1e-12))
    #expect(isClose(second.zStatistic, first.zStatistic, within: 1e-12))
    #expect(isClose(moved.concordance?.value, plain.concordance?.value, within: 0))
  }

  @Test("does not depend on the order of rows")
  func rowOrder() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6], times = [5.0, 7, 3, 3, 2, 2, 6, 4]
    let entries = [1.0, 2, 0, 1, 0, 0, 3, 2], status = [1, 0, 1, 1, 0, 1, 1, 1]
    let forwards = try model(x, times: times, status: status, entries: entries)
    let backwards = try model(
      x.reversed(), times: times.reversed(), status: status.reversed(), entries: entries.reversed())
    #expect(
      isClose(
        forwards.coefficients.first?.coefficient, backwards.coefficients.first?.coefficient, within: 1e-13))
    #expect(isClose(forwards.logLikelihood, backwards.logLikelihood, within: 1e-13))
    #expect(forwards.concordance?.concordant == backwards.concordance?.concordant)
  }

  @Test("is the same when a subject's row is cut in two")
  func splitRows() throws {
    let whole = try model(
      [3, 5, 4, 1, 2], times: [5, 7, 3, 8, 2], status: [1, 0, 1, 1, 1], entries: [0, 0, 0, 0, 0])
    let split = try model(
      [3, 3, 5, 4, 1, 1, 2], times: [2.5, 5, 7, 3, 6, 8, 2], status: [0, 1, 0, 1, 0, 1, 1],
      entries: [0, 2.5, 0, 0, 0, 6, 0])
    #expect(
      isClose(whole.coefficients.first?.coefficient, split.coefficients.first?.coefficient, within: 1e-12))
    #expect(isClose(whole.logLikelihood, split.logLikelihood, within: 1e-12))
    #expect(whole.concordance?.value == split.concordance?.value)
  }

  @Test("gives linear predictors in the order of the rows")
  func linearPredictors() throws {
    let x = [3.0, 5, 4, 1, 2]
    let model = try model(x, times: [5, 7, 3, 8, 2], status: [1, 0, 1, 1, 1])
    let (predictors, coefficient) = (
      try #require(model.linearPredictors), try #require(model.coefficients.first)
    )
    for row in x.indices {
      #expect(isClose(predictors[row], (x[row] - 3) * coefficient.coefficient, within: 1e-12))
    }
  }
}

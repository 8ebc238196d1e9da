import Foundation
import SurvivalStatistics
import Testing

@Suite("Firth's penalised likelihood")
struct FirthModelTests {
  private let times = [5.0, 7, 3, 8, 2, 1, 6, 4, 9, 10, 3, 6]
  private let status = [1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0]
  private let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 2, 7]
  private let arm = [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]

  private var data: SurvivalData { get throws { try SurvivalData(times: times, status: status) } }

  private func design(scale: Double = 1) throws -> DesignMatrix {
    try DesignMatrix(
      [
        .continuous(name: "x", values: x.map { $0 * scale }),
        .factor(name: "arm", levels: ["A", "B"], codes: arm),
      ], rowCount: x.count)
  }

  /// Nobody of two equal pairs: with d failures, all in A, and r of a + b at risk the penalised likelihood of the log
  /// ratio is Π 1/(aₜ + bₜ eᵝ) · √Σ aₜ bₜ eᵝ/(aₜ + bₜ eᵝ)², whose maximum a grid finds.
  @Test("has the maximum that a fine grid finds where one arm has no event")
  func grid() throws {
    let data = try SurvivalData(times: [1, 2, 3, 4, 4, 4], status: [1, 1, 1, 0, 0, 0])
    let arm = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [0, 0, 0, 1, 1, 0])
    let model = try FirthModel(data, design: DesignMatrix([arm], rowCount: 6))
    func penalized(_ beta: Double) -> Double {
      var (likelihood, information) = (0.0, 0.0)
      for atRisk in [4.0, 3, 2] {
        let sum = atRisk + 2 * exp(beta)
        likelihood -= log(sum)
        information += atRisk * 2 * exp(beta) / (sum * sum)
      }
      return likelihood + log(information) / 2
    }
    let grid = stride(from: -6.0, through: 2, by: 1e-4).max { penalized($0) < penalized($1) }
    let found = try #require(model.coefficients.first)
    #expect((found.coefficient - (grid ?? 0)).magnitude < 1e-4)
    #expect(isClose(model.penalizedLogLikelihood, penalized(found.coefficient), within: 1e-12))
    #expect(isClose(found.test.statistic, 2 * (penalized(found.coefficient) - penalized(0)), within: 1e-9))
    for limit in [found.interval.lower, found.interval.upper] {
      let loss = 2 * (penalized(found.coefficient) - penalized(log(limit)))
      #expect(isClose(loss, 3.841458820694124, within: 1e-7))
    }
  }

  @Test("is finite where Cox's model is not, and its limits hold the ratio")
  func separated() throws {
    #expect(try CoxModel(data, design: design()).outcome == .infiniteCoefficients(columns: [1]))
    let model = try FirthModel(data, design: design())
    #expect(model.outcome.isConverged && model.coefficients.count == 2)
    for found in model.coefficients {
      #expect(found.interval.lower < found.hazardRatio && found.hazardRatio < found.interval.upper)
      #expect(found.interval.lower > 0 && found.interval.upper.isFinite)
    }
    #expect(model.termTests.map(\.result) == model.coefficients.map(\.test))
    #expect(model.likelihoodRatioTest.degreesOfFreedom == 2)
  }

  @Test("does not depend on a covariate's unit")
  func units() throws {
    let (one, other) = (
      try FirthModel(data, design: design()), try FirthModel(data, design: design(scale: 1e6))
    )
    #expect(
      isClose(one.coefficients[0].coefficient, other.coefficients[0].coefficient * 1e6, within: 1e-8))
    #expect(isClose(one.coefficients[1].interval.upper, other.coefficients[1].interval.upper, within: 1e-7))
  }

  @Test("takes frequencies as repeated rows, of both hazards", arguments: [false, true])
  func frequencies(isSubdistribution: Bool) throws {
    let codes = status.indices.map { status[$0] == 0 && $0.isMultiple(of: 3) ? 2 : status[$0] }
    let counts = [1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 1, 1]
    let rows = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
    func model(_ rows: [Int], _ weights: CaseWeights?) throws -> FirthModel {
      let data = try SurvivalData(times: rows.map { times[$0] }, status: rows.map { codes[$0] })
      let design = try DesignMatrix(
        [.factor(name: "arm", levels: ["A", "B"], codes: rows.map { arm[$0] })], rowCount: rows.count)
      return isSubdistribution
        ? try FirthModel(subdistributionOf: 0, data, design: design, weights: weights)
        : try FirthModel(data, cause: 0, design: design, weights: weights)
    }
    let (counted, repeated) = (
      try model(Array(counts.indices), .frequencies(counts)), try model(rows, nil)
    )
    #expect(counted.eventCount == repeated.eventCount)
    let (a, b) = (try #require(counted.coefficients.first), try #require(repeated.coefficients.first))
    #expect(isClose(a.coefficient, b.coefficient, within: 1e-8))
    #expect(isClose(a.interval.lower, b.interval.lower, within: 1e-7))
    #expect(isClose(a.test.statistic, b.test.statistic, within: 1e-8))
  }

  @Test("says why there are no coefficients")
  func outcomes() throws {
    let none = try SurvivalData(times: times, status: status.map { _ in 0 })
    #expect(try FirthModel(none, design: design()).outcome == .noEvents)
    let constant = try DesignMatrix([.continuous(name: "x", values: x.map { _ in 2 })], rowCount: x.count)
    let model = try FirthModel(data, design: constant)
    #expect(model.outcome == .dependentColumns([0]) && model.coefficients.isEmpty)
    let late = try SurvivalData(times: times, status: status, entries: times.map { $0 - 1 })
    #expect(throws: SurvivalDataError.delayedEntryNotDefined) {
      try FirthModel(subdistributionOf: 0, late, design: design())
    }
  }
}

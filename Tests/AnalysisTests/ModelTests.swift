import SurvivalStatistics
import Testing

@testable import Analysis

@Suite("Models")
struct ModelTests {
  private static let observations: [Observation] = [
    .event(at: 5), .censored(at: 7), .event(at: 3, cause: 1), .event(at: 8), .event(at: 2), .event(at: 1),
    .event(at: 4, cause: 2), .censored(at: 6),
  ]
  private static let age = Covariate.continuous(name: "age", values: [61, 45, 70, 52, 48, 66, 58, 50])

  @Test("The event is the causes chosen; all others are censored, or compete", arguments: [[0], [0, 1, 2]])
  func causes(event: [Int]) throws {
    var cases = try CompleteCases(Self.observations, causeCount: 3, event: [2])
    cases.event = Set(event)
    let data = try SurvivalData(Self.observations)
    let design = try DesignMatrix([Self.age], rowCount: 8)
    let cause = event.count == 1 ? event[0] : nil
    let cox = try ProportionalHazards(cases, covariates: [Self.age], testing: .rank)
    let model = try CoxModel(data, cause: cause, design: design)
    #expect(cox.obstacle == nil && cox.model.coefficients == model.coefficients)
    #expect(cox.concordance == model.concordance && cox.concordance != nil)
    #expect(cox.proportionality == model.proportionalHazardsTest(.rank) && cox.proportionality != nil)
    #expect(cox.model.eventCount == (cause == nil ? 6 : 4))
    guard let cause else { return }
    let incidence = try SubdistributionHazards(cases, covariates: [Self.age])
    #expect(incidence.obstacle == nil)
    #expect(
      incidence.model.coefficients == (try FineGrayModel(data, cause: cause, design: design)).coefficients)
  }

  @Test("Strata have baseline hazards of their own")
  func strata() throws {
    let cases = try CompleteCases(Self.observations, causeCount: 3, event: [0, 1, 2])
    let members = [0, 1, 1, 0, 0, 1, 1, 0]
    let strata = Groups(levels: ["x", "y"], codes: members)
    let found = try ProportionalHazards(cases, covariates: [Self.age], strata: strata, testing: nil)
    let model = try CoxModel(
      SurvivalData(Self.observations), design: DesignMatrix([Self.age], rowCount: 8), strata: members)
    let one = try ProportionalHazards(cases, covariates: [Self.age], testing: nil)
    #expect(found.model.coefficients == model.coefficients && found.proportionality == nil)
    #expect(found.model.coefficients != one.model.coefficients)
  }

  @Test("What stands in the way of a model is told by name")
  func obstacles() throws {
    let cases = try CompleteCases(Self.observations, causeCount: 3, event: [0, 1, 2])
    func obstacle(_ covariates: [Covariate], _ cases: CompleteCases) throws -> ModelObstacle? {
      try ProportionalHazards(cases, covariates: covariates, testing: .kaplanMeier).obstacle
    }
    let constant = Covariate.continuous(name: "dose", values: [Double](repeating: 3, count: 8))
    #expect(try obstacle([Self.age, constant], cases) == .dependentColumns(["dose"]))
    let factor = Covariate.factor(name: "sex", levels: ["F"], codes: [Int](repeating: 0, count: 8))
    #expect(try obstacle([factor], cases) == .singleLevel(["sex"]))
    let late = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [0, 1, 0, 0, 0, 0, 0, 1])
    #expect(try obstacle([late], cases) == .infiniteCoefficients(["arm=B"]))
    let none = try CompleteCases((1...8).map { .censored(at: Double($0)) }, causeCount: 1, event: [0])
    #expect(try obstacle([Self.age], none) == .noEvents)
    #expect(try SubdistributionHazards(none, covariates: [Self.age]).obstacle == .noEvents)
  }

  @Test("Where everybody fails at once, a subdistribution hazard has no variance")
  func atOnce() throws {
    // The coefficient is 0 and everybody's cumulative hazard 1, so that every residual is 0.
    let cases = try CompleteCases((1...4).map { _ in .event(at: 1) }, causeCount: 1, event: [0])
    let x = Covariate.continuous(name: "x", values: [1, 2, 4, 3])
    #expect(try SubdistributionHazards(cases, covariates: [x]).obstacle == .noVariance)
  }

  @Test("A search without a cut has no P value")
  func cutpoint() throws {
    let cases = try CompleteCases(Self.observations, causeCount: 3, event: [0, 1, 2])
    let none = try CutpointSearch(cases, values: [Double](repeating: 1, count: 8))
    #expect(none.best == nil && none.higherCount == nil && none.eventCount == 6)
    #expect(CutpointSearch.Correction.allCases.allSatisfy { none.pValue($0) == nil })
    let found = try CutpointSearch(cases, values: [6, 7, 2, 8, 3, 1, 4, 5], proportions: 0.2...0.8)
    let best = try #require(found.best)
    #expect(found.candidates.contains(best) && found.higherCount == 8 - best.lowerCount)
    let p = try #require(found.pValue(.permutation))
    #expect(p == found.pValue(.permutation) && (0...1).contains(p))
  }
}

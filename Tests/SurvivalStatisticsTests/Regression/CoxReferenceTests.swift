import SurvivalStatistics
import TestSupport
import Testing

/// Models of `Tests/ReferenceData/library.R`: veterans, and awkward rows with delayed entry, ties and strata; as they
/// are, with sampling weights and with frequencies, for which R was given the rows repeated.
@Suite("Cox models and what follows from them, against R")
struct CoxReferenceTests {
  struct Case: Sendable, CustomStringConvertible {
    var data: String
    var ties: TieMethod
    var kind: String
    var description: String { "cox/\(data)/\(ties)/\(kind)" }
  }

  static let cases = ["veteran", "awkward"].flatMap { data in
    TieMethod.allCases.flatMap { ties in
      ["plain", "sampling", "frequency"].map { Case(data: data, ties: ties, kind: $0) }
    }
  }

  private let r: RAnswers

  init() throws { r = try RAnswers() }

  private func rows(_ name: String) throws -> (data: SurvivalData, design: DesignMatrix, strata: [Int]) {
    let table = try ReferenceTable(named: name)
    let isVeteran = name == "veteran"
    let first = isVeteran ? "karno" : "dose"
    let second =
      isVeteran
      ? table.numbers("age").compactMap(\.self) : table.text("stage").map { $0 == "III" ? 1 : 0 }
    let design = try DesignMatrix(
      [
        .continuous(name: first, values: table.numbers(first).compactMap(\.self)),
        .continuous(name: "second", values: second),
      ], rowCount: table.rowCount)
    let data =
      try isVeteran ? table.data(status: ["0", "1"]) : table.data(entry: "entry", status: ["0", "1", "2"])
    return (data, design, isVeteran ? [] : table.codes("site", ["a", "b", "c"]))
  }

  private func model(_ test: Case) throws -> CoxModel {
    let (data, design, strata) = try rows(test.data)
    let weights: CaseWeights? =
      switch test.kind {
      case "sampling": .sampling(samplingWeights(data.count))
      case "frequency": .frequencies(frequencies(data.count))
      default: nil
      }
    return try CoxModel(data, design: design, strata: strata, ties: test.ties, weights: weights)
  }

  @Test("coefficients, variances, likelihoods and concordance", arguments: cases)
  func estimates(test: Case) throws {
    let model = try model(test)
    #expect(r.agree("\(test)/coef", model.coefficients.map(\.coefficient), within: 1e-9))
    let variance = try #require(model.robustVariance ?? model.variance)
    #expect((model.robustVariance != nil) == (test.kind == "sampling"))
    #expect(
      r.agree("\(test)/var", [0, 1].flatMap { row in [0, 1].map { variance[row, $0] } }, within: 1e-10))
    #expect(r.agree("\(test)/loglik", [model.nullLogLikelihood, model.logLikelihood], within: 1e-12))
    let concordance = model.concordance
    #expect(
      r.agree("\(test)/concordance", [concordance?.value, concordance?.standardError], within: 1e-9))
    let proportional = model.proportionalHazardsTest()
    #expect((proportional == nil) == (test.kind == "sampling"))
    if let proportional, !r.list("\(test)/zph").isEmpty {
      let tests = proportional.terms.map(\.result.pValue) + [proportional.global.pValue]
      #expect(r.agree("\(test)/zph", tests, within: 1e-8))
    }
  }

  @Test("baseline hazards, and survival predicted with its limits on three scales", arguments: cases)
  func prediction(test: Case) throws {
    let model = try model(test)
    let stratum = test.data == "veteran" ? 0 : 1
    let zero = try #require(model.baseline(at: .zero, stratum: stratum))
    // With delayed entry R centres weighted models at means without weights, otherwise at means with them.
    let centre = try rows("awkward").design.columns.map { $0.reduce(0, +) / Double($0.count) }
    let means = try #require(
      test.data == "awkward" && test.kind == "sampling"
        ? model.predictedSurvival(covariates: centre, stratum: stratum) : model.baseline(stratum: stratum))
    #expect(r.agree("\(test)/times", means.times))
    #expect(r.agree("\(test)/basehaz/means", means.cumulativeHazard, within: 1e-9))
    #expect(r.agree("\(test)/basehaz/zero", zero.cumulativeHazard, within: 1e-8))
    let curve = try #require(
      model.predictedSurvival(covariates: test.data == "veteran" ? [60, 50] : [0.5, 1], stratum: stratum))
    let times: [Double] = test.data == "veteran" ? [30, 100, 365] : [4, 8, 12]
    for (name, transform) in [("log", ConfidenceTransform.log), ("log-log", .logLog), ("plain", .plain)] {
      let estimates = try times.map { try #require(curve.estimate(at: $0, transform: transform)) }
      #expect(r.agree("\(test)/\(name)/surv", estimates.map(\.value), within: 1e-9))
      #expect(r.agree("\(test)/\(name)/se", estimates.map(\.standardError), within: 1e-9))
      #expect(r.agree("\(test)/\(name)/lower", estimates.map(\.interval?.lower), within: 1e-9))
      #expect(r.agree("\(test)/\(name)/upper", estimates.map(\.interval?.upper), within: 1e-9))
    }
    #expect(curve.estimate(at: 5000) == nil && curve.estimate(at: 5000, beyond: .carryForward) != nil)
    #expect(model.predictedSurvival(covariates: [1, 2], stratum: 7) == nil)
    #expect(model.predictedSurvival(covariates: [1], stratum: stratum) == nil)
  }

  @Test("residuals of all kinds", arguments: cases.filter { $0.kind != "frequency" })
  func residuals(test: Case) throws {
    let model = try model(test)
    let failures = try #require(model.schoenfeldResiduals)
    #expect(r.agree("\(test)/martingale", try #require(model.martingaleResiduals), within: 1e-9))
    #expect(r.agree("\(test)/deviance", try #require(model.devianceResiduals), within: 1e-8))
    #expect(r.agree("\(test)/score", try #require(model.scoreResiduals).flatMap { $0 }, within: 1e-8))
    #expect(r.agree("\(test)/dfbeta", try #require(model.coefficientChanges).flatMap { $0 }, within: 1e-9))
    #expect(r.agree("\(test)/schoenfeld", failures.flatMap(\.values), within: 1e-8))
    #expect(r.agree("\(test)/scaledsch", failures.flatMap(\.scaled), within: 1e-8))
  }

  @Test("expected events of new rows", arguments: cases.filter { $0.kind == "plain" })
  func expected(test: Case) throws {
    let (data, design, strata) = try rows(test.data)
    let first = Array(0..<20)
    let new = try DesignMatrix(
      design.columnNames.enumerated().map { column, name in
        .continuous(name: name, values: first.map { design.columns[column][$0] })
      }, rowCount: 20, codedAs: design)
    let later = try data.restricted(to: first).mapOutcomes { _ in .event(cause: 0) }
    let expected = try model(test).expectedEvents(
      later, design: new, strata: strata.isEmpty ? [] : Array(strata[..<20]))
    #expect(r.agree("cox/\(test.data)/\(test.ties)/expected", try #require(expected), within: 1e-9))
  }

  @Test("martingales add up to nothing, as do weighted scores", arguments: cases)
  func sums(test: Case) throws {
    let model = try model(test)
    let weights = model.weights?.values ?? []
    let martingales = try #require(model.martingaleResiduals)
    let scores = try #require(model.scoreResiduals)
    let weight: (Int) -> Double = { weights.isEmpty ? 1 : weights[$0] }
    #expect(martingales.indices.reduce(0) { $0 + weight($1) * martingales[$1] }.magnitude < 1e-9)
    for column in 0...1 {
      #expect(scores.indices.reduce(0) { $0 + weight($1) * scores[$1][column] }.magnitude < 1e-7)
    }
  }

  @Test("the concordance of a predictor, weighted")
  func concordance() throws {
    let (data, design, _) = try rows("veteran")
    let concordance = try Concordance(
      data, predictors: design.columns[0].map { -$0 }, weights: .sampling(samplingWeights(data.count)))
    #expect(
      r.agree(
        "concordance/karno",
        [
          concordance.value, concordance.standardError, concordance.concordant, concordance.discordant,
          concordance.tied,
        ]))
    #expect(throws: SurvivalDataError.notFinite(column: "predictor", row: 0)) {
      try Concordance(SurvivalData([.event(at: 1)]), predictors: [.nan])
    }
  }
}

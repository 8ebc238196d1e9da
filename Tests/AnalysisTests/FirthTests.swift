import Analysis
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

/// Firth's penalised ratios of the sample study against `Tests/ReferenceData/regressions.R`.
@Suite("Firth's ratios where a level has no event")
struct FirthTests {
  private let study: SampleStudy
  private let r: RAnswers

  init() throws { (study, r) = (try SampleStudy(), try RAnswers("regressions")) }

  @Test("are R's in a model of two terms, with profile limits and penalised P")
  func model() async throws {
    let fit = try await models("DFS", "ikzf1plus_poor_mrd, age_years per 10").fits[0]
    #expect(fit.isPenalized && fit.obstacle == nil)
    let estimates = fit.terms.flatMap { $0.rows.compactMap(\.adjusted) }
    check("firth", estimates)
    #expect(r.agree("firth/test", fit.terms.map(\.test.statistic), within: 1e-6))
    #expect(r.agree("firth/likelihood ratio", fit.likelihoodRatio.statistic, within: 1e-6))
    check("firth alone", fit.terms[0].rows.compactMap(\.unadjusted))
    #expect(fit.terms[1].rows[0].unadjusted?.method == .wald)
    #expect(fit.wald.statistic == nil && fit.score == nil && fit.proportionality == nil)
  }

  @Test("are R's for a cause, from patients and from counts")
  func cause() async throws {
    let fits = try await models("CIR", "disease_phase").fits
    #expect(fits.map(\.isPenalized) == [true, true])
    check("firth fine-gray", fits[0].terms[0].rows.compactMap(\.adjusted))
    let factor = try #require(await factor("CIR", "disease_phase", usesFirth: true))
    #expect(factor.isPenalized && factor.whyNoRatios == nil)
    check("firth fine-gray", factor.levels.compactMap(\.ratio))
  }

  @Test("are given on request only, and where there is no other")
  func request() async throws {
    let plain = try await models("CIR", "disease_phase", usesFirth: false).fits
    #expect(plain.map(\.isPenalized) == [false, false])
    #expect(plain.allSatisfy { fit in fit.terms.allSatisfy { $0.rows.allSatisfy { $0.adjusted == nil } } })
    let other = try await models("DFS", "inotuzumab, age_years").fits[0]
    #expect(!other.isPenalized)
    #expect(try await other == models("DFS", "inotuzumab, age_years", usesFirth: false).fits[0])
    let factor = try #require(await factor("CIR", "disease_phase", usesFirth: false))
    #expect(factor.whyNoRatios == .noEvents(levels: ["CR1", "CR3"]) && !factor.isPenalized)
  }

  private func check(_ name: String, _ estimates: [RatioEstimate]) {
    #expect(estimates.allSatisfy { $0.method == .firth })
    #expect(r.agree("\(name)/coefficient", estimates.map(\.coefficient), within: 1e-6), "\(name)")
    #expect(r.agree("\(name)/error", estimates.map(\.standardError), within: 1e-6), "\(name)")
    #expect(r.agree("\(name)/low", estimates.map(\.interval.lower), within: 1e-5), "\(name)")
    #expect(r.agree("\(name)/high", estimates.map(\.interval.upper), within: 1e-5), "\(name)")
    #expect(r.agree("\(name)/test", estimates.map(\.statistic), within: 1e-6), "\(name)")
  }

  private func models(_ endpoint: String, _ terms: String, usesFirth: Bool = true) async throws -> Models {
    var question = study.question(endpoint)
    question.covariates = try CovariateTerm.terms(parsing: terms, in: study.analyst.schema)
    question.usesFirth = usesFirth
    return try #require(try await study.analyst.models(question))
  }

  private func factor(
    _ endpoint: String, _ name: String, usesFirth: Bool
  ) async throws -> Univariable.Factor? {
    var question = study.question(endpoint)
    question.usesFirth = usesFirth
    return try await study.analyst.univariable(question).factors.first { $0.variable.name == name }
  }
}

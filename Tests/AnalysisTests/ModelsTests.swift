import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

/// Regressions of the sample study against `Tests/ReferenceData/regressions.R`, and their edges.
@Suite("Regressions on several covariates")
struct ModelsTests {
  private let study: SampleStudy
  private let r: RAnswers

  init() throws { (study, r) = (try SampleStudy(), try RAnswers("regressions")) }

  @Test(
    "Cox's models are R's: another reference, steps of ten, cuts and logarithms",
    arguments: [
      ("model", "DFS", "disease_phase ref CR2, age_years per 10", nil),
      ("model of age cut", "DFS", "age_years cut 4 12, days_blina_to_hsct log", nil),
      ("interaction", "DFS", "age_years per 10 * inotuzumab, strata graft", nil),
      ("interaction of levels", "DFS", "graft ref TCD * sex ref F", nil),
      ("cause-specific", "CIR", "inotuzumab, very_early_relapse", RegressionKind.causeSpecific),
    ])
  func cox(name: String, endpoint: String, covariates: String, kind: RegressionKind?) async throws {
    let fit = try #require(try await models(endpoint, covariates, kind: kind).fits.first)
    check(name, fit)
    #expect(r.agree("\(name)/exact Wald", fit.wald.statistic, within: 1e-8))
    let lr = try #require(fit.likelihoodRatio.statistic)
    #expect(r.agree("\(name)/tests", [lr, rounded(fit.wald.statistic), fit.score?.statistic], within: 1e-8))
    #expect(
      r.agree("\(name)/concordance", [fit.concordance?.value, fit.concordance?.standardError], within: 1e-8))
    #expect(
      r.agree(
        "\(name)/zph",
        fit.terms.map { $0.proportionality?.statistic } + [fit.proportionality?.statistic], within: 1e-7))
  }

  @Test("What is lost without a term is R's, where no interaction needs it")
  func dropped() async throws {
    let model = try await models("DFS", "disease_phase ref CR2, age_years per 10").fits[0]
    #expect(r.agree("model/without", model.terms.map { $0.dropped?.statistic }, within: 1e-8))
    #expect(model.terms.map { $0.dropped?.degreesOfFreedom } == [2, 1])
    let crossed = try await models("DFS", "age_years per 10 * inotuzumab, strata graft").fits[0]
    #expect(crossed.strata.map(\.name) == ["graft"])
    #expect(crossed.terms.map { $0.dropped == nil } == [true, true, false])
    #expect(r.agree("interaction/without", crossed.terms[2].dropped?.statistic, within: 1e-7))
    #expect(crossed.terms.map(\.columnCount) == [1, 1, 1] && crossed.terms[2].rows[0].unadjusted == nil)
    #expect(crossed.terms[2].rows[0].partnerLevel == "yes" && crossed.terms[2].rows[0].level == nil)
  }

  @Test("A combination of levels that nobody has makes no column; Fine and Gray's model has no strata")
  func edges() async throws {
    let crossed = try await models("DFS", "disease_phase * very_early_relapse", kind: .cox).fits[0]
    let cells = crossed.terms[2].rows
    #expect(cells.allSatisfy { $0.patientCount > 0 } && cells.count <= 2)
    let fits = try await models("CIR", "age_years, strata graft").fits
    #expect(fits.map(\.obstacle) == [.strata, nil])
  }

  @Test("Fine and Gray's model stops where R's crr stops; the cause-specific one stands beside it")
  func fineGray() async throws {
    let models = try await models("CIR", "inotuzumab, very_early_relapse")
    #expect(models.fits.map(\.kind) == [.fineGray, .causeSpecific])
    let estimates = models.fits[0].terms.flatMap { $0.rows.compactMap(\.adjusted) }
    #expect(r.agree("fine-gray/coefficient", estimates.map(\.coefficient), within: 1e-7))
    #expect(r.agree("fine-gray/error", estimates.map(\.standardError), within: 1e-7))
    #expect(r.agree("fine-gray/P", estimates.map(\.pValue), within: 1e-7))
    #expect(r.agree("fine-gray/Wald", models.fits[0].wald.statistic, within: 1e-7))
    #expect(r.agree("fine-gray/likelihood ratio", models.fits[0].likelihoodRatio.statistic, within: 1e-7))
    #expect(models.fits[0].score == nil && models.fits[0].proportionality == nil)
    #expect(models.fits.map(\.unknownCount) == [19, 19] && models.fits.map(\.patientCount) == [59, 59])
  }

  @Test("Unadjusted ratios are of the same patients, one term at a time")
  func unadjusted() async throws {
    let both = try await models("DFS", "inotuzumab, very_early_relapse").fits[0]
    let known = FilterExpression.not(.missing("very_early_relapse"))
    let alone = try await models("DFS", "inotuzumab", where: known).fits[0]
    #expect(both.terms[0].rows.map(\.unadjusted) == alone.terms[0].rows.map(\.adjusted))
    #expect(both.terms[0].rows[1].unadjusted != both.terms[0].rows[1].adjusted)
  }

  @Test(
    "What separates the events, says the same as another or never varies has no estimate, and why is known")
  func failures() async throws {
    #expect(
      try await obstacle("DFS", "ikzf1plus_poor_mrd") == .infiniteCoefficients(["ikzf1plus_poor_mrd=yes"]))
    #expect(
      try await obstacle("DFS", "cr_at_hsct, disease_phase") == .dependentColumns(["disease_phase=CR3"]))
    let male = FilterExpression.oneOf("sex", ["M"])
    #expect(try await obstacle("DFS", "sex", where: male) == .singleLevel(["sex"]))
    let early = FilterExpression.range("dfs_months", NumericRange(upper: 0.01))
    #expect(try await obstacle("DFS", "sex", where: early) == .noEvents)
    #expect(try await obstacle("DFS", "sex") == nil)
  }

  @Test("Events are counted for each coefficient")
  func eventsPerDegree() async throws {
    let fit = try await models("DFS", "disease_phase, age_years").fits[0]
    #expect(fit.degreesOfFreedom == 3 && fit.eventsPerDegree == 6)
  }

  @Test("A source that releases no patients has no models")
  func withoutRows() async throws {
    var question = study.question("DFS")
    question.covariates = [CovariateTerm(variable: "sex", coding: .levels(reference: nil))]
    let analyst = Analyst(HeldSource(BitmapEngine(study.cohort)))
    #expect(try await analyst.models(question) == nil)
  }

  @Test("No endpoint is explained by what it is made of")
  func outcomes() async throws {
    var question = study.question("OS")
    question.covariates = [CovariateTerm(variable: "status", coding: .levels(reference: nil))]
    await #expect(throws: NamingError.self) { try await study.analyst.models(question) }
    #expect(throws: NamingError.self) {
      try CovariateTerm.terms(parsing: "follow_up_months", in: study.analyst.schema)
    }
  }

  @Test("A reference that nobody has gives way to the first level, and is known to have")
  func absentReference() async throws {
    let early = FilterExpression.oneOf("disease_phase", ["CR1", "CR2"])
    let term = try await models("DFS", "disease_phase ref CR3", where: early).fits[0].terms[0]
    #expect(term.absentReference == "CR3" && term.rows.first { $0.isReference }?.level == "CR1")
    #expect(try await models("DFS", "disease_phase ref CR2").fits[0].terms[0].absentReference == nil)
  }

  @Test("A number of which there is no logarithm is left out, and not for being unknown")
  func logarithms() async throws {
    let fit = try await models("DFS", "mrd_level_pre_hsct log").fits[0]
    let values = study.cohort.variables.first { $0.name == "mrd_level_pre_hsct" }?.values
    guard case .numbers(let column)? = values else { throw NamingError.notATerm("", why: "no numbers") }
    #expect(fit.withoutLogarithm == column.values.count { $0 <= 0 })
    #expect(fit.unknownCount == column.values.count { !($0 > 0) })
  }

  @Test("The clock of a landmark leaves out who left before it", arguments: [nil, 3.0])
  func counts(landmark: Double?) async throws {
    var question = study.question("DFS", landmark: landmark)
    question.covariates = [CovariateTerm(variable: "sex", coding: .levels(reference: nil))]
    let (models, curves) = (
      try #require(await study.analyst.models(question)), try await study.analyst.curves(question)
    )
    #expect(models.counts.beforeLandmark == curves.counts.beforeLandmark)
    #expect(models.counts.analysed == curves.counts.analysed)
    let univariable = try await study.analyst.univariable(question)
    #expect(univariable.counts == models.counts)
  }

  @Test("With late entry the cause-specific model is fitted; Fine and Gray's says why it is not")
  func lateEntry() async throws {
    var generator = SeededGenerator(seed: 3)
    let cohort = RandomCohort.make(rows: 300, distinctTimes: 50, using: &generator)
    let endpoint = try #require(
      cohort.schema.endpoints.first { $0.hasLateEntry && $0.causes.count > 0 }, "an endpoint with late entry")
    var question = Question(endpoint: endpoint.name)
    question.covariates = [CovariateTerm(variable: "sex", coding: .levels(reference: nil))]
    let analyst = Analyst(BitmapEngine(cohort))
    let fits = try #require(await analyst.models(question, kinds: [.fineGray, .causeSpecific])).fits
    #expect(fits[0].obstacle == .delayedEntry && fits[1].obstacle == nil)
  }

  @Test("A tiny number has the ratio that it has in another unit")
  func tiny() async throws {
    let one = try await models("CIR", "age_years per 10", kind: .fineGray).fits[0]
    let tiny = try await models("CIR", "age_years per 10000000", kind: .fineGray).fits[0]
    let z: (RatioEstimate) -> Double = { $0.coefficient / $0.standardError }
    let (a, b) = (
      try #require(one.terms[0].rows[0].adjusted), try #require(tiny.terms[0].rows[0].adjusted)
    )
    #expect((z(a) - z(b)).magnitude < 1e-3 && z(a) != 0)
  }

  private func obstacle(
    _ endpoint: String, _ covariates: String, where condition: FilterExpression? = nil
  ) async throws -> ModelObstacle? {
    try await models(endpoint, covariates, where: condition).fits[0].obstacle
  }

  private func models(
    _ endpoint: String, _ covariates: String, kind: RegressionKind? = nil,
    where condition: FilterExpression? = nil
  ) async throws -> Models {
    var question = study.question(endpoint, where: condition)
    question.covariates = try CovariateTerm.terms(parsing: covariates, in: study.analyst.schema)
    return try #require(try await study.analyst.models(question, kinds: kind.map { [$0] }))
  }

  private func check(_ name: String, _ fit: RegressionFit) {
    let estimates = fit.terms.flatMap { $0.rows.compactMap(\.adjusted) }
    let intervals = estimates.map(\.interval)
    #expect(r.agree("\(name)/coefficient", estimates.map(\.coefficient), within: 1e-8))
    #expect(r.agree("\(name)/error", estimates.map(\.standardError), within: 1e-8))
    #expect(r.agree("\(name)/low", intervals.map(\.lower), within: 1e-8))
    #expect(r.agree("\(name)/high", intervals.map(\.upper), within: 1e-8))
    #expect(r.agree("\(name)/P", estimates.map(\.pValue), within: 1e-8))
  }

  /// R's summary prints Wald's statistic with two decimals and keeps it so.
  private func rounded(_ statistic: Double?) -> Double? { statistic.map { ($0 * 100).rounded() / 100 } }
}

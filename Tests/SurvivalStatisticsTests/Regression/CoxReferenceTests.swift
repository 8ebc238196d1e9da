import SurvivalStatistics
import Testing

@Suite("Cox regression against R")
struct CoxReferenceTests {
  @Test(
    "coefficients, likelihoods, concordance and proportional hazards",
    arguments: ReferenceCase.all(ofType: "cox"))
  func coxph(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let rows = try ReferenceRows(
      question, columns: (analysis.covariates ?? []) + (analysis.strata ?? []))
    let strata = ReferenceGroups(question, strata: analysis.strata ?? [], rows: rows.rows)
    let model = try CoxModel(
      rows.tied, isEvent: rows.events.map { $0 == 1 }, design: DesignMatrix(question, rows: rows.rows),
      strata: strata.members, ties: analysis.ties == "breslow" ? .breslow : .efron)
    var sheet = AnswerSheet(n: rows.rows.count, nMissing: rows.missingCount)
    sheet.set("events", model.eventCount)
    sheet.set("loglik_null", model.nullLogLikelihood)
    sheet.set("loglik", model.logLikelihood)
    if model.outcome.isConverged { fill(&sheet, model, analysis) } else { sheet.status = "\(model.outcome)" }
    #expect(question.misses(sheet) == [])
  }

  private func fill(_ sheet: inout AnswerSheet, _ model: CoxModel, _ analysis: ReferenceAnalysis) {
    sheet.set(model.coefficients, ratio: "hr")
    sheet.set("df", model.coefficients.count)
    for (name, test) in [
      ("lr", model.likelihoodRatioTest), ("wald", model.waldTest), ("score", model.scoreTest),
    ] {
      sheet.set("\(name)_chisq", test.statistic)
      sheet.set("\(name)_p", test.pValue)
    }
    sheet.set("concordance", model.concordance?.value)
    sheet.set("concordance_se", model.concordance?.standardError)
    guard let name = analysis.phTest else { return }
    let transform: TimeTransform =
      switch name {
      case "rank": .rank
      case "identity": .identity
      default: .kaplanMeier
      }
    let test = model.proportionalHazardsTest(transform)
    for (term, result) in (test?.terms ?? []).map({ ($0.name, Optional($0.result)) }) + [
      ("global", test?.global)
    ] {
      let part = "ph_test[\(name)]/\(term)/"
      sheet.set(part + "chisq", result?.statistic)
      sheet.set(part + "df", result?.degreesOfFreedom)
      sheet.set(part + "p", result?.pValue)
    }
  }
}

extension AnswerSheet {
  /// Writes down coefficients, with their ratio under the name it has in the model.
  mutating func set(_ coefficients: [CoefficientEstimate], ratio: String) {
    for coefficient in coefficients {
      let part = coefficient.name + "/"
      let interval = coefficient.hazardRatioInterval()
      set(part + "coef", coefficient.coefficient)
      set(part + "se", coefficient.standardError)
      set(part + "z", coefficient.zStatistic)
      set(part + "p", coefficient.pValue)
      set(part + ratio, coefficient.hazardRatio)
      set(part + ratio + "_lower", interval.lower)
      set(part + ratio + "_upper", interval.upper)
    }
  }
}

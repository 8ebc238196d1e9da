internal import SurvivalStatistics

/// `cox`: a proportional hazards regression with its tests and concordance.
struct CoxQuestion: Question {
  static let type = "cox"

  private let endpoint: JobEndpoint
  private let covariates: [String]
  private let strata: [String]
  private let ties: TieMethod
  private let transform: (name: String, value: TimeTransform)?

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    covariates = try fields.someColumns("covariates", data.frame)
    strata = try fields.columns("strata", data.frame)
    let methods: [(word: String, value: TieMethod)] = [("efron", .efron), ("breslow", .breslow)]
    ties = try fields.option("ties", methods, kind: "treatment of ties") ?? .efron
    let transforms: [(word: String, value: (String, TimeTransform))] = [
      ("km", ("km", .kaplanMeier)), ("rank", ("rank", .rank)), ("identity", ("identity", .identity)),
    ]
    transform = try fields.option("ph_test", transforms, kind: "function of time")
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: covariates + strata)
    let design = try DesignMatrix(data, covariates, survival)
    let data = try survival.event()
    let model = try survival.computing { () throws(SurvivalDataError) in
      try CoxModel(
        data, design: design, strata: survival.strata(strata).members, ties: ties)
    }
    var answers = Answers(n: survival.rows.count, missingCount: survival.missingCount)
    answers.set("events", model.eventCount)
    answers.set("loglik_null", model.nullLogLikelihood)
    answers.set("loglik", model.logLikelihood)
    if model.outcome.isConverged {
      addModel(to: &answers, model)
    } else {
      answers.refuse(model.outcome, design)
    }
    return answers
  }

  private func addModel(to answers: inout Answers, _ model: CoxModel) {
    answers.set("df", model.coefficients.count)
    for (name, test) in [
      ("lr", model.likelihoodRatioTest), ("wald", model.waldTest), ("score", model.scoreTest),
    ] {
      answers.set(name + "_chisq", test.statistic)
      answers.set(name + "_p", test.pValue)
    }
    let concordance = model.concordance
    answers.set("concordance", concordance?.value)
    answers.set("concordance_se", concordance?.standardError)
    answers.set(model.coefficients, ratio: "hr")
    guard let transform, let test = model.proportionalHazardsTest(transform.value) else { return }
    for term in test.terms { answers.set("ph_test[\(transform.name)]/\(term.name)/", term.result) }
    answers.set("ph_test[\(transform.name)]/global/", test.global)
  }
}

internal import Analysis
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
    let covariates = try survival.covariates(covariates)
    let hazards = try survival.computing { (cases) throws(SurvivalDataError) in
      try ProportionalHazards(
        cases, covariates: covariates, strata: survival.strata(strata), ties: ties,
        testing: transform?.value)
    }
    let model = hazards.model
    var answers = survival.answers(countingRows: true)
    answers.set("events", model.eventCount)
    answers.set("loglik_null", model.nullLogLikelihood)
    answers.set("loglik", model.logLikelihood)
    if let obstacle = hazards.obstacle {
      answers.refuse(obstacle)
    } else {
      addModel(to: &answers, model)
      addTests(to: &answers, hazards)
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
  }

  private func addTests(to answers: inout Answers, _ hazards: ProportionalHazards) {
    let concordance = hazards.concordance
    answers.set("concordance", concordance?.value)
    answers.set("concordance_se", concordance?.standardError)
    answers.set(hazards.model.coefficients, ratio: "hr")
    guard let transform, let test = hazards.proportionality else { return }
    for term in test.terms { answers.set("ph_test[\(transform.name)]/\(term.name)/", term.result) }
    answers.set("ph_test[\(transform.name)]/global/", test.global)
  }
}

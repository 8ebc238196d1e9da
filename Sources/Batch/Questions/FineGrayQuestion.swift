internal import Analysis
internal import SurvivalStatistics

/// `fine_gray`: a regression of the subdistribution hazard of the event.
struct FineGrayQuestion: Question {
  static let type = "fine_gray"

  private let endpoint: JobEndpoint
  private let covariates: [String]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    covariates = try fields.someColumns("covariates", data.frame)
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: covariates)
    let covariates = try survival.covariates(covariates)
    let hazards = try survival.computing { (cases) throws(SurvivalDataError) in
      try SubdistributionHazards(cases, covariates: covariates)
    }
    let model = hazards.model
    var answers = survival.answers()
    answers.set("events", model.eventCount)
    answers.set("loglik_null", model.nullLogLikelihood)
    answers.set("loglik", model.logLikelihood)
    answers.set(model.coefficients, ratio: "shr")
    if let obstacle = hazards.obstacle { answers.refuse(obstacle) }
    return answers
  }
}

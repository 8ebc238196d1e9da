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
    let design = try DesignMatrix(data, covariates, survival)
    let data = try survival.eventAndCompeting()
    let model = try survival.computing { () throws(SurvivalDataError) in
      try FineGrayModel(data, design: design)
    }
    var answers = Answers(n: survival.subjectCount(), missingCount: survival.missingCount)
    answers.set("events", model.eventCount)
    answers.set("loglik_null", model.nullLogLikelihood)
    answers.set("loglik", model.logLikelihood)
    answers.set(model.coefficients, ratio: "shr")
    if model.coefficients.contains(where: { !$0.zStatistic.isFinite }) {
      answers.refuse(.noVariance, "the coefficients have no variance: nothing happens at more than one time")
    } else {
      answers.refuse(model.outcome, design)
    }
    return answers
  }
}

import SurvivalStatistics
import Testing

@Suite("Fine–Gray regression against R")
struct FineGrayReferenceTests {
  @Test("coefficients, sandwich errors and likelihoods", arguments: ReferenceCase.all(ofType: "fine_gray"))
  func crr(_ question: ReferenceCase) throws {
    let rows = try ReferenceRows(question, columns: question.analysis.covariates ?? [])
    let model = try FineGrayModel(
      rows.tied, status: rows.causes, cause: 0, design: DesignMatrix(question, rows: rows.rows))
    var sheet = AnswerSheet(n: rows.rows.count, nMissing: rows.missingCount)
    sheet.set("events", model.eventCount)
    sheet.set("loglik_null", model.nullLogLikelihood)
    sheet.set("loglik", model.logLikelihood)
    sheet.set(model.coefficients, ratio: "shr")
    if !model.outcome.isConverged { sheet.status = "\(model.outcome)" }
    #expect(question.misses(sheet) == [])
  }
}

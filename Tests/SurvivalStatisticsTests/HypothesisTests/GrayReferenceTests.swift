import SurvivalStatistics
import Testing

@Suite("Gray's test against R")
struct GrayReferenceTests {
  @Test("statistic of each cause", arguments: ReferenceCase.all(ofType: "gray_test"))
  func cuminc(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let group = try #require(analysis.group)
    let rows = try ReferenceRows(question, columns: [group] + (analysis.strata ?? []))
    let groups = ReferenceGroups(question, group, rows: rows.rows)
    let strata = try stratifiedTables(
      question, rows, groups, status: rows.causes, causeCount: rows.codes.count)
    var sheet = AnswerSheet(n: rows.subjectCount, nMissing: rows.missingCount)
    if groups.count < 2 || !rows.causes.contains(where: { $0 > 0 }) { sheet.status = "undefined" }
    for rho in analysis.rho ?? [0] {
      for cause in rows.codes.indices {
        let test = GrayTest(strata: strata, cause: cause, rho: rho)
        let part = "cause=\(rows.codes[cause])/rho=\(label(rho))/"
        sheet.set(part + "chisq", test.statistic)
        sheet.set(part + "df", test.degreesOfFreedom)
        sheet.set(part + "p", test.pValue)
      }
    }
    #expect(question.misses(sheet) == [])
  }
}

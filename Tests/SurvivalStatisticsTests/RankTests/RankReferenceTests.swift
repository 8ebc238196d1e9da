import SurvivalStatistics
import Testing

@Suite("Rank tests against R")
struct RankReferenceTests {
  @Test("Wilcoxon's rank-sum test", arguments: ReferenceCase.all(ofType: "rank_sum"))
  func rankSum(_ question: ReferenceCase) throws {
    let columns = ReferenceColumns(question, [question.analysis.variable, question.analysis.group])
    let samples = columns.samples(question.analysis.variable, by: question.analysis.group)
    let test = WilcoxonRankSumTest(samples[0], samples[1])
    var sheet = AnswerSheet(n: columns.rows.count, nMissing: columns.missingCount)
    sheet.set("W", test.statistic)
    sheet.set("p", test.pValue)
    sheet.set("p[normal]", test.normalPValue)
    sheet["method"] = .text("\(test.method)")
    #expect(question.misses(sheet) == [])
  }

  @Test("the Kruskal–Wallis test", arguments: ReferenceCase.all(ofType: "kruskal_wallis"))
  func kruskalWallis(_ question: ReferenceCase) throws {
    let columns = ReferenceColumns(question, [question.analysis.variable, question.analysis.group])
    let test = KruskalWallisTest(columns.samples(question.analysis.variable, by: question.analysis.group))
    var sheet = AnswerSheet(n: columns.rows.count, nMissing: columns.missingCount)
    sheet.set("H", test.result.statistic)
    sheet.set("df", test.result.degreesOfFreedom)
    sheet.set("p", test.result.pValue)
    #expect(question.misses(sheet) == [])
  }

  @Test("Spearman's correlation", arguments: ReferenceCase.all(ofType: "spearman"))
  func spearman(_ question: ReferenceCase) throws {
    let columns = ReferenceColumns(question, [question.analysis.x, question.analysis.y])
    let correlation = SpearmanCorrelation(
      columns.numbers(question.analysis.x), columns.numbers(question.analysis.y))
    var sheet = AnswerSheet(n: columns.rows.count, nMissing: columns.missingCount)
    sheet.set("rho", correlation.coefficient)
    sheet.set("p[t]", correlation.approximatePValue)
    sheet.set("p[exact]", correlation.exactPValue)
    #expect(question.misses(sheet) == [])
  }
}

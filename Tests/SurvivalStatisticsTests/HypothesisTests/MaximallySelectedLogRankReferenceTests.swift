import SurvivalStatistics
import Testing

@Suite("Maximally selected log-rank statistics against R")
struct MaximallySelectedLogRankReferenceTests {
  @Test("cut, statistic and corrected P values", arguments: ReferenceCase.all(ofType: "cutpoint"))
  func maxstat(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let variable = try #require(analysis.variable)
    let rows = try ReferenceRows(question, columns: [variable])
    let numbers = question.table.numbers(variable)
    let values = rows.rows.compactMap { numbers[$0] }
    let search = try MaximallySelectedLogRank(
      values: values, rows.tied, isEvent: rows.events.map { $0 == 1 },
      minimumProportion: analysis.minprop ?? 0.1, maximumProportion: analysis.maxprop ?? 0.9)
    let best = try #require(search.best)
    var sheet = AnswerSheet(n: rows.rows.count, nMissing: rows.missingCount)
    sheet.set("cutpoint", best.cutpoint)
    sheet.set("statistic", best.statistic)
    sheet.set("n_cutpoints", search.candidates.count)
    sheet.set("n_low", best.lowerCount)
    sheet.set("n_high", values.count - best.lowerCount)
    sheet.set("p[Lau92]", search.lausenSchumacherPValue)
    sheet.set("p[Lau94]", search.improvedBonferroniPValue)
    var generator = SeededGenerator(seed: 20_240_501)
    sheet.set("p[condMC]", search.permutationPValue(permutations: 10_000, using: &generator))
    #expect(question.misses(sheet) == [])
  }
}

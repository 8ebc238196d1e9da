import SurvivalStatistics
import Testing

@Suite("Conditional survival against R")
struct ConditionalSurvivalReferenceTests {
  @Test("survival given survival so far", arguments: ReferenceCase.all(ofType: "conditional_survival"))
  func conditional(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let rows = try ReferenceRows(question, columns: [analysis.group].compactMap(\.self))
    let groups = ReferenceGroups(question, analysis.group, rows: rows.rows)
    let tables = try EventTable.tables(
      rows.tied, status: rows.events, groups: groups.members, groupCount: groups.count)
    var sheet = AnswerSheet(n: rows.subjectCount, nMissing: rows.missingCount)
    for group in groups.names.indices {
      let curve = KaplanMeier(tables[group])
      for given in analysis.given ?? [] {
        for further in analysis.times ?? [] {
          let estimate = curve.conditionalSurvival(further: further, given: given)
          let part = "\(groups.names[group])/given=\(label(given))/"
          let at = "@\(label(further))"
          sheet.set(part + "cond_surv" + at, estimate?.value)
          sheet.set(part + "std_err" + at, estimate?.standardError)
          sheet.set(part + "lower[log-log]" + at, estimate?.interval?.lower)
          sheet.set(part + "upper[log-log]" + at, estimate?.interval?.upper)
        }
      }
    }
    #expect(question.misses(sheet) == [])
  }
}

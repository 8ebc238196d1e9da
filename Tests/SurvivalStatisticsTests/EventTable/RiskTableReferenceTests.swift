import SurvivalStatistics
import Testing

@Suite("Risk tables against R")
struct RiskTableReferenceTests {
  @Test("at risk, failed and censored at chosen times", arguments: ReferenceCase.all(ofType: "risk_table"))
  func counts(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let rows = try ReferenceRows(question, columns: [analysis.group].compactMap(\.self))
    let groups = ReferenceGroups(question, analysis.group, rows: rows.rows)
    let tables = try EventTable.tables(
      rows.tied, status: rows.events, groups: groups.members, groupCount: groups.count,
      subjects: rows.subjects)
    var sheet = AnswerSheet(n: rows.subjectCount, nMissing: rows.missingCount)
    let times = try #require(analysis.times)
    for group in groups.names.indices {
      let risk = RiskTable(tables[group], at: times)
      for index in times.indices {
        let at = "@\(label(times[index]))"
        sheet.set("\(groups.names[group])/n_risk" + at, risk.atRisk[index])
        sheet.set("\(groups.names[group])/cum_events" + at, risk.cumulativeEventsOfAnyCause[index])
        sheet.set("\(groups.names[group])/cum_censored" + at, risk.cumulativeCensored[index])
      }
    }
    #expect(question.misses(sheet) == [])
  }
}

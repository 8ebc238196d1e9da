import SurvivalStatistics
import Testing

@Suite("Aalen–Johansen against R")
struct AalenJohansenReferenceTests {
  @Test(
    "incidence, three standard errors and limits",
    arguments: ReferenceCase.all(ofType: "cumulative_incidence"))
  func incidence(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let rows = try ReferenceRows(question, columns: [analysis.group].compactMap(\.self))
    let groups = ReferenceGroups(question, analysis.group, rows: rows.rows)
    let tables = try EventTable.tables(
      rows.tied, status: rows.causes, groups: groups.members, groupCount: groups.count,
      causeCount: rows.codes.count, subjects: rows.subjects)
    var sheet = AnswerSheet(n: rows.subjectCount, nMissing: rows.missingCount)
    for group in groups.names.indices {
      for cause in rows.codes.indices {
        let part = "\(groups.names[group])/cause=\(rows.codes[cause])/"
        sheet.set(part + "events", tables[group].eventCount(cause: cause))
        for (name, kind) in [
          ("aalen", IncidenceVariance.aalen), ("greenwood", .delta), ("ij", .infinitesimalJackknife),
        ]
        where (analysis.seTypes ?? ["aalen"]).contains(name) {
          let estimates = AalenJohansen(tables[group], variance: kind)
          for time in analysis.times ?? [] {
            let estimate = estimates.estimate(at: time, cause: cause)
            sheet.set(part + "cif@\(label(time))", estimate?.value)
            sheet.set(part + "se[\(name)]@\(label(time))", estimate?.standardError)
            guard kind == .aalen else { continue }
            sheet.set(part + "lower[log-log]@\(label(time))", estimate?.interval?.lower)
            sheet.set(part + "upper[log-log]@\(label(time))", estimate?.interval?.upper)
          }
        }
      }
    }
    #expect(question.misses(sheet) == [])
  }
}

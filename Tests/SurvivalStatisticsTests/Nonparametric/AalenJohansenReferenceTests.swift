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
      let members = rows.rows.indices.filter { groups.members[$0] == group }
      let influence = try IncidenceInfluence(
        rows.tied.restricted(to: members), status: members.map { rows.causes[$0] },
        causeCount: rows.codes.count)
      for cause in rows.codes.indices {
        let part = "\(groups.names[group])/cause=\(rows.codes[cause])/"
        sheet.set(part + "events", tables[group].eventCount(cause: cause))
        for time in analysis.times ?? [] {
          for name in analysis.seTypes ?? ["aalen"] {
            let estimate = estimates(tables[group], name).estimate(at: time, cause: cause)
            sheet.set(part + "cif@\(label(time))", estimate?.value)
            // Counts do not determine the jackknife when entry is delayed; rows always do, and must agree
            // otherwise.
            let error =
              name == "ij" ? influence.standardError(at: time, cause: cause) : estimate?.standardError
            sheet.set(part + "se[\(name)]@\(label(time))", error)
            if name == "ij", !tables[group].hasDelayedEntry, let error, let counted = estimate?.standardError
            {
              #expect(isClose(error, counted, within: 1e-12))
            }
          }
          let limits = estimates(
            tables[group], (analysis.seTypes ?? ["aalen"]).contains("aalen") ? "aalen" : "greenwood"
          )
          .estimate(at: time, cause: cause)?.interval
          sheet.set(part + "lower[log-log]@\(label(time))", limits?.lower)
          sheet.set(part + "upper[log-log]@\(label(time))", limits?.upper)
        }
      }
    }
    #expect(question.misses(sheet) == [])
  }

  private func estimates(_ table: EventTable, _ name: String) -> AalenJohansen {
    switch name {
    case "aalen": AalenJohansen(table)
    case "greenwood": AalenJohansen(table, variance: .delta)
    default: AalenJohansen(table, variance: .infinitesimalJackknife)
    }
  }
}

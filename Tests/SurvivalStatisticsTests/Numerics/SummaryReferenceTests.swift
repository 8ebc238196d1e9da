import SurvivalStatistics
import Testing

@Suite("Summaries against R")
struct SummaryReferenceTests {
  @Test("mean, spread, quartiles, range and counts", arguments: ReferenceCase.all(ofType: "summary"))
  func summaries(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let all = ReferenceColumns(question, [analysis.group])
    let groups = all.groups(analysis.group)
    var sheet = AnswerSheet(n: question.table.rowCount, nMissing: 0)
    for (group, name) in groups.names.enumerated() {
      let rows = all.rows.indices.filter { groups.members[$0] == group }.map { all.rows[$0] }
      for variable in analysis.variables ?? [] {
        let values = question.table.text(variable)
        let present = rows.compactMap { values[$0] }
        let part = "\(name)/\(variable)/"
        sheet.set(part + "n", present.count)
        sheet.set(part + "missing", rows.count - present.count)
        if let levels = question.job.data.variables[variable]?.levels {
          for level in levels { sheet.set(part + level + "/count", present.count { $0 == level }) }
        } else {
          let summary = SampleSummary(present.compactMap { Double($0) })
          sheet.set(part + "mean", summary.mean)
          sheet.set(part + "sd", summary.standardDeviation)
          sheet.set(part + "median", summary.median)
          sheet.set(part + "q1", summary.lowerQuartile)
          sheet.set(part + "q3", summary.upperQuartile)
          sheet.set(part + "min", summary.minimum)
          sheet.set(part + "max", summary.maximum)
        }
      }
    }
    #expect(question.misses(sheet) == [])
  }
}

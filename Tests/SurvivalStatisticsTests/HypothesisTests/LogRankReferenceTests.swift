import SurvivalStatistics
import Testing

@Suite("Log-rank family against R")
struct LogRankReferenceTests {
  @Test(
    "observed, expected, weighted statistics, trend and pairs",
    arguments: ReferenceCase.all(ofType: "logrank_test"))
  func logRank(_ question: ReferenceCase) throws {
    let analysis = question.analysis
    let group = try #require(analysis.group)
    let rows = try ReferenceRows(question, columns: [group] + (analysis.strata ?? []))
    let groups = ReferenceGroups(question, group, rows: rows.rows)
    let strata = try stratifiedTables(question, rows, groups, status: rows.events, causeCount: 1)
    var sheet = AnswerSheet(
      n: analysis.landmark == nil
        ? rows.subjectCount : strata.reduce(0) { $0 + $1.reduce(0) { $0 + $1.subjectCount } },
      nMissing: rows.missingCount)
    for name in analysis.weights ?? ["logrank"] {
      let test = LogRankTest(strata: strata, weights: weights(name))
      sheet.set("\(name)/chisq", test.statistic)
      sheet.set("\(name)/df", test.degreesOfFreedom)
      sheet.set("\(name)/p", test.pValue)
      guard name == "logrank" else { continue }
      if test.statistic == nil { sheet.status = "undefined" }
      for (index, name) in groups.names.enumerated() {
        sheet.set("\(name)/n", strata.reduce(0) { $0 + $1[index].subjectCount })
        sheet.set("\(name)/observed", test.observed[index])
        sheet.set("\(name)/expected", test.expected[index])
      }
      let trend = test.trend()
      sheet.set("trend/chisq", trend.statistic)
      sheet.set("trend/p", trend.pValue)
    }
    for name in analysis.pairwise ?? [] {
      let adjustment: PValueAdjustment =
        switch name {
        case "holm": .holm
        case "BH": .benjaminiHochberg
        default: .bonferroni
        }
      for pair in PairwiseComparison.logRank(strata: strata, adjustment: adjustment) {
        let part = "pair=\(groups.levels[pair.first])|\(groups.levels[pair.second])/"
        sheet.set(part + "chisq", pair.result.statistic)
        sheet.set(part + "p", pair.result.pValue)
        sheet.set(part + "p[\(name)]", pair.adjustedPValue)
      }
    }
    #expect(question.misses(sheet) == [])
  }

  private func weights(_ name: String) -> LogRankWeights {
    switch name {
    case "gehan-breslow": return .gehanBreslow
    case "tarone-ware": return .taroneWare
    case "peto-peto": return .petoPeto
    case "modified-peto-peto": return .modifiedPetoPeto
    case "logrank": return .logRank
    default:
      let powers = name.dropFirst(3).dropLast().split(separator: ",").compactMap { Double($0) }
      return .flemingHarrington(p: powers[0], q: powers[1])
    }
  }
}

/// For each stratum one table a group, times being merged over all rows first.
func stratifiedTables(
  _ question: ReferenceCase, _ rows: ReferenceRows, _ groups: ReferenceGroups, status: [Int], causeCount: Int
) throws -> [[EventTable]] {
  let strata = ReferenceGroups(question, strata: question.analysis.strata ?? [], rows: rows.rows)
  let cells = rows.rows.indices.map { strata.members[$0] * groups.count + groups.members[$0] }
  let tables = try EventTable.tables(
    rows.tied, status: status, groups: cells, groupCount: strata.count * groups.count, causeCount: causeCount,
    subjects: rows.subjects)
  return (0..<strata.count).map { stratum in
    tables[stratum * groups.count..<(stratum + 1) * groups.count].map { table in
      question.analysis.landmark.map { table.landmark(at: $0) } ?? table
    }
  }
}

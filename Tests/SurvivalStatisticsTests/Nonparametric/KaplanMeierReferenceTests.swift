import SurvivalStatistics
import Testing

@Suite("Kaplan–Meier against R")
struct KaplanMeierReferenceTests {
  @Test("every value of survfit and its relatives", arguments: ReferenceCase.all(ofType: "kaplan_meier"))
  func survfit(_ question: ReferenceCase) throws {
    #expect(question.misses(try answers(question)) == [])
  }

  private func answers(_ question: ReferenceCase) throws -> AnswerSheet {
    let analysis = question.analysis
    let rows = try ReferenceRows(question, columns: [analysis.group].compactMap(\.self))
    let groups = ReferenceGroups(question, analysis.group, rows: rows.rows)
    func tables(_ status: [Int], causes: Int) throws -> [EventTable] {
      let tables = try EventTable.tables(
        rows.tied, status: status, groups: groups.members, groupCount: groups.count, causeCount: causes,
        subjects: rows.subjects)
      return analysis.landmark.map { landmark in tables.map { $0.landmark(at: landmark) } } ?? tables
    }
    let events = try tables(rows.events, causes: 1)
    let all = try tables(rows.causes, causes: rows.codes.count)
    var sheet = AnswerSheet(
      n: analysis.landmark == nil ? rows.subjectCount : events.reduce(0) { $0 + $1.subjectCount },
      nMissing: rows.missingCount)
    for group in groups.names.indices {
      fill(&sheet, "\(groups.names[group])/", analysis, events[group], followUp: all[group].reversed)
    }
    return sheet
  }

  private func fill(
    _ sheet: inout AnswerSheet, _ part: String, _ analysis: ReferenceAnalysis, _ table: EventTable,
    followUp: EventTable
  ) {
    let (curve, hazard) = (KaplanMeier(table), NelsonAalen(table))
    let level = analysis.confLevel ?? 0.95
    sheet.set(part + "n", table.subjectCount)
    sheet.set(part + "events", table.eventCount)
    for time in analysis.times ?? [] {
      let at = "@\(label(time))"
      sheet.set(part + "surv" + at, curve.survival(at: time))
      sheet.set(part + "std_err" + at, curve.estimate(at: time)?.standardError)
      for name in analysis.confTypes ?? [] {
        let interval = curve.estimate(at: time, level: level, transform: transform(name))?.interval
        sheet.set(part + "lower[\(name)]" + at, interval?.lower)
        sheet.set(part + "upper[\(name)]" + at, interval?.upper)
      }
      sheet.set(part + "cumhaz" + at, hazard.cumulativeHazard(at: time))
      sheet.set(part + "cumhaz_se" + at, hazard.standardError(at: time))
    }
    for fraction in analysis.quantiles ?? [] {
      let at = "@\(label(fraction))"
      for name in analysis.quantileConfTypes ?? ["log-log"] {
        let quantile = curve.quantile(fraction, level: level, transform: transform(name))
        sheet.set(part + "quantile" + at, quantile.time)
        sheet.set(part + "quantile_lower[\(name)]" + at, quantile.lower)
        sheet.set(part + "quantile_upper[\(name)]" + at, quantile.upper)
      }
    }
    if let horizon = analysis.rmstTau {
      let mean = curve.restrictedMean(to: horizon)
      sheet.set(part + "rmst@\(label(horizon))", mean?.value)
      sheet.set(part + "rmst_se@\(label(horizon))", mean?.standardError)
    }
    if analysis.followup == true {
      let median = KaplanMeier(followUp).median
      sheet.set(part + "followup_median", median.time)
      sheet.set(part + "followup_lower[log-log]", median.lower)
      sheet.set(part + "followup_upper[log-log]", median.upper)
    }
    fillCurve(&sheet, part + "curve.", curve)
  }

  /// R lists the times at which rows end, not those at which somebody only enters.
  private func fillCurve(_ sheet: inout AnswerSheet, _ part: String, _ curve: KaplanMeier) {
    let table = curve.table
    let steps = table.times.indices.filter {
      table.eventCount(atStep: $0) + table.censored[$0] > 0 || table.entered[$0] == 0
    }
    let band = curve.band()
    sheet.set(part + "time", steps.map { table.times[$0] })
    sheet.set(part + "n_risk", steps.map { table.atRisk[$0] })
    sheet.set(part + "n_event", steps.map { table.eventCount(atStep: $0) })
    sheet.set(part + "n_censor", steps.map { table.censored[$0] })
    sheet.set(part + "surv", steps.map { curve.survival[$0] })
    sheet.set(part + "std_err", steps.map { curve.standardErrors[$0] })
    sheet.set(part + "lower[log-log]", steps.map { band.lower[$0] })
    sheet.set(part + "upper[log-log]", steps.map { band.upper[$0] })
  }
}

/// The scale of an interval by the name R has for it.
func transform(_ name: String) -> ConfidenceTransform {
  switch name {
  case "plain": .plain
  case "log": .log
  case "logit": .logit
  case "arcsin": .arcsine
  default: .logLog
  }
}

import Analysis
package import CohortModel
import SurvivalStatistics

/// The tables for programs: recorded unit, full precision; the stratum is the level or interval alone.
extension CurvesReport {
  private typealias Value = DataTable.Value

  /// A row for each distinct time of each curve; the estimate is the value just after it.
  package var curveData: DataTable {
    let rows = curves.curves.flatMap { curve -> [[Value]] in
      let (table, values, errors) = (curve.table, curve.values, curve.standardErrors)
      let key = [stratum(curve), cause(curve.cause)]
      return table.times.indices.map { step in
        // At 0 % or 100 % the data say nothing of the width.
        let isCertain = values[step] <= 0 || values[step] >= 1
        return key + [
          Value(table.times[step]), .integer(table.atRisk[step]), .integer(curve.eventCount(atStep: step)),
          .integer(table.censored[step]), Value(values[step]), Value(errors[step]),
          Value(isCertain ? nil : curve.band.lower[step]), Value(isCertain ? nil : curve.band.upper[step]),
        ]
      }
    }
    return DataTable(
      name: "curve",
      keys: [
        "stratum", "cause", "time", "n_risk", "n_event", "n_censor", "estimate", "std_error", "conf_low",
        "conf_high",
      ], rows: rows)
  }

  /// Counts by arm: at risk just before each time, the others up to and including it.
  ///
  /// - Parameter times: in the recorded unit; `nil` for ``standardTimes``.
  package func riskData(at times: [Double]? = nil) -> DataTable {
    let times = times ?? standardTimes
    let plotted = curves.endpoint.kind == .competingRisks ? curves.cause ?? 0 : nil
    let rows = zip(curves.arms, armNames).flatMap { arm, name -> [[Value]] in
      let table = RiskTable(arm.table, at: times)
      let all = table.cumulativeEventsOfAnyCause
      return times.indices.map { index in
        let events = plotted.map { table.cumulativeEvents[$0][index] } ?? all[index]
        return [
          .text(name.level), Value(times[index]), .integer(table.atRisk[index]), .integer(events),
          .integer(all[index] - events), .integer(table.cumulativeCensored[index]),
        ]
      }
    }
    return DataTable(
      name: "risk", keys: ["stratum", "time", "n_risk", "n_event", "n_competing", "n_censor"], rows: rows)
  }

  /// A row for each curve.
  ///
  /// - Parameter at: where the curves are read; `nil` for where the question reads them.
  package func estimatesData(at: TimePoint? = nil) -> DataTable {
    let read = (at ?? question.at).map { $0.value(in: time.recorded) }
    let rows = curves.curves.map { curve -> [Value] in
      var estimate: ProbabilityEstimate?
      if let read, case .estimate(let found, _, _) = curve.reading(at: read) { estimate = found }
      let followUp = curves.arms[curve.arm].followUp
      return [
        stratum(curve), cause(curve.cause), .integer(curve.table.subjectCount), .integer(curve.eventCount),
        Value(read), Value(read.map { curve.table.atRisk(at: $0) }), Value(estimate?.value),
        Value(estimate?.standardError), Value(estimate?.interval?.lower), Value(estimate?.interval?.upper),
        Value(curve.median?.time), Value(curve.median?.lower), Value(curve.median?.upper),
        Value(recordedFollowUp(followUp?.time)), Value(recordedFollowUp(followUp?.lower)),
        Value(recordedFollowUp(followUp?.upper)),
      ]
    }
    return DataTable(
      name: "estimates",
      keys: [
        "stratum", "cause", "n", "n_event", "time", "n_risk", "estimate", "std_error", "conf_low",
        "conf_high",
        "median", "median_low", "median_high", "followup", "followup_low", "followup_high",
      ], rows: rows)
  }

  /// A row for each arm but the reference.
  package var differencesData: DataTable {
    let rows = curves.differences.map { difference -> [Value] in
      let risk = difference.risk
      // Where an arm ends before the reading time, the restricted mean counts to its end.
      let mean = difference.restrictedMean ?? effect(difference)?.restrictedMean
      let (interval, means) = (
        difference.riskInterval, mean.flatMap { $0.standardError > 0 ? $0.interval() : nil }
      )
      return [
        .text(armNames[difference.arm].level), .text(armNames[difference.reference].level),
        Value(difference.time), Value(risk?.value), Value(interval?.lower), Value(interval?.upper),
        Value(difference.pValue), Value(mean?.horizon), Value(mean?.value), Value(means?.lower),
        Value(means?.upper),
      ] + effectValues(of: difference)
    }
    return DataTable(
      name: "differences",
      keys: [
        "stratum", "reference", "time", "difference", "conf_low", "conf_high", "p_value", "rmst_tau",
        "rmst_difference", "rmst_low", "rmst_high",
        "cause", "model", "ratio", "ratio_low", "ratio_high", "ratio_p", "ph_statistic", "ph_df", "ph_p",
      ], rows: rows)
  }

  /// The comparison by a model of what a difference compares.
  private func effect(_ difference: Difference) -> ArmEffects.Comparison? {
    effects?.comparisons.first {
      $0.arm == difference.arm && $0.reference == difference.reference && $0.cause == difference.cause
    }
  }

  private func effectValues(of difference: Difference) -> [Value] {
    let one = effect(difference)
    let ratio = one?.ratio
    return [
      cause(difference.cause), Value(one?.model.rawValue), Value(ratio?.hazardRatio),
      Value(ratio?.interval.lower), Value(ratio?.interval.upper), Value(ratio?.pValue),
      Value(one?.proportionality?.statistic), Value(one?.proportionality?.degreesOfFreedom),
      Value(one?.proportionality?.pValue),
    ]
  }

  /// A row for each test, that of the plotted cause first; then for each pair of arms.
  package var testsData: DataTable { testsData(isWeighted: false) }

  ///
  /// - Parameter isWeighted: whether weighted log-rank tests follow, and the trend of ordered arms.
  package func testsData(isWeighted: Bool) -> DataTable {
    let rows = curves.tests.map { test -> [Value] in
      [
        .text(test.method.rawValue), cause(test.cause), Value(test.result.statistic),
        Value(test.result.degreesOfFreedom), Value(test.result.pValue), .integer(test.patientCount),
        .integer(curves.counts.unknownArm), .empty, .empty, .empty,
      ]
    }
    return DataTable(
      name: "tests",
      keys: [
        "test", "cause", "statistic", "df", "p_value", "n", "n_unknown", "stratum", "reference", "p_holm",
      ], rows: rows + pairData + (isWeighted ? weightedData : []))
  }

  /// A row for each step from everybody to those analysed; filters as they can be typed.
  package var flowData: DataTable { Self.data(flow) }

  /// The same, beginning with the rows of the file.
  package func flowData(fromRows rows: Int) -> DataTable { Self.data(flow(fromRows: rows)) }

  private static func data(_ flow: [FlowStep]) -> DataTable {
    let rows = flow.enumerated().map { [Value.integer($0 + 1), .text($1.condition), .integer($1.count)] }
    return DataTable(name: "flow", keys: ["step", "condition", "n"], rows: rows)
  }

  private func stratum(_ curve: Curve) -> Value { .text(armNames[curve.arm].level) }

  private func cause(_ index: Int?) -> Value { Value(index.map { curves.endpoint.causes[$0] }) }

  /// A time of follow-up in the recorded unit of the endpoint shown.
  private func recordedFollowUp(_ time: Double?) -> Double? {
    guard let time, let unit = curves.followUp?.endpoint.scale.unit, let recorded = self.time.recorded else {
      return time
    }
    return unit.converted(time, to: recorded)
  }
}

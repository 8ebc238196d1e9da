package import Analysis
import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// The report with what else can be said of how its arms differ.
  package func comparing(_ effects: ArmEffects) -> CurvesReport {
    var report = self
    report.effects = effects
    return report
  }

  /// Each arm against the reference: ratio of hazards with its interval, whether it stays the same, difference of
  /// restricted means with the time up to which they count.
  package var effectsTable: Table {
    let rows = (effects?.comparisons ?? []).map { one -> Table.Row in
      let (arm, reference) = (armNames[one.arm], armNames[one.reference])
      let cause = one.cause.map { ", \(endpoint.name(ofCause: $0))" } ?? ""
      return Table.Row(
        ["\(arm.full) against \(reference.full)\(cause)", "\(arm.short) : \(reference.short)\(cause)"],
        series: one.arm + 1,
        [
          ratio(one), one.ratio?.pValue.map(Quantity.pValue) ?? .nothing, proportionality(one),
          restrictedMean(one),
        ])
    }
    let isOfCauses = effects?.comparisons.contains { $0.cause != nil } ?? false
    let name = isOfCauses ? "subdistribution hazard ratio" : "hazard ratio"
    var made = table(
      [
        Table.Column(["\(name) (95% CI)"], .meaning), Table.Column(["P"], .important, spoken: "Wald test"),
        Table.Column(["proportional hazards"], .meaning),
        Table.Column(["restricted mean, \(time.name) (95% CI)"], .detail),
      ], rows)
    made.rowHeading = "arms compared"
    return made
  }

  private func ratio(_ one: ArmEffects.Comparison) -> Quantity {
    guard let ratio = one.ratio else { return .notEstimable(because: one.whyNoRatio?.brief ?? "") }
    return .ratio(ratio.hazardRatio, Quantity.Limits(ratio.interval.lower, ratio.interval.upper))
  }

  /// The P of the test, and that the ratio is an average where hazards are not in proportion.
  private func proportionality(_ one: ArmEffects.Comparison) -> Quantity {
    guard let p = one.proportionality?.pValue else { return .nothing }
    let text = Quantity.pValue(p).text(.full)
    return .text(
      p < 0.05 ? "not proportional, Schoenfeld \(text): see the restricted means" : "Schoenfeld \(text)")
  }

  private func restrictedMean(_ one: ArmEffects.Comparison) -> Quantity {
    guard let mean = one.restrictedMean else { return .nothing }
    let interval = mean.standardError > 0 ? mean.interval() : nil
    let value = Quantity.timeDifference(
      time.shown(mean.value),
      Quantity.Limits(interval.map { time.shown($0.lower) }, interval.map { time.shown($0.upper) }),
      unit: time.name)
    return .text("\(value.text(.cell)) to \(time.text(time.shown(mean.horizon)))")
  }

  /// What a pair of arms or a weight makes of the tests, as rows under those of all arms.
  var pairData: [[DataTable.Value]] {
    (effects?.pairs ?? []).map { pair in
      let cause = pair.cause.map { curves.endpoint.causes[$0] }
      let patients = curves.arms[pair.first].patientCount + curves.arms[pair.second].patientCount
      return [
        .text((pair.cause == nil ? ArmsTest.Method.logRank : .gray).rawValue), DataTable.Value(cause),
        DataTable.Value(pair.result.statistic), DataTable.Value(pair.result.degreesOfFreedom),
        DataTable.Value(pair.result.pValue), .integer(patients), .integer(curves.counts.unknownArm),
        .text(armNames[pair.first].level), .text(armNames[pair.second].level), DataTable.Value(pair.holm),
      ]
    }
  }

  /// A row for each weighted test of all arms.
  var weightedData: [[DataTable.Value]] {
    (effects?.weighted ?? []).map { test in
      [
        .text(test.name), .empty, DataTable.Value(test.result.statistic),
        DataTable.Value(test.result.degreesOfFreedom), DataTable.Value(test.result.pValue),
        .integer(curves.counts.analysed), .integer(curves.counts.unknownArm), .empty, .empty, .empty,
      ]
    }
  }

  /// A row for each pair of arms, for people.
  package var pairsTable: Table { pairsTable(isWeighted: false) }

  /// - Parameter isWeighted: whether weighted log-rank tests follow, and the trend of ordered arms.
  package func pairsTable(isWeighted: Bool) -> Table {
    let pairs = (effects?.pairs ?? []).map { pair in
      let cause = pair.cause.map { "\(endpoint.name(ofCause: $0)), " } ?? ""
      return row(
        "\(cause)\(armNames[pair.first].full) and \(armNames[pair.second].full)", pair.result, pair.holm,
        curves.arms[pair.first].patientCount + curves.arms[pair.second].patientCount)
    }
    let weighted = (isWeighted ? effects?.weighted ?? [] : []).map {
      row($0.name, $0.result, nil, curves.counts.analysed)
    }
    var made = table(
      [
        Table.Column(["statistic"], .important), Table.Column(["P"], .meaning, spoken: "probability"),
        Table.Column(["P, Holm over the pairs"], .meaning),
        Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
      ], pairs + weighted)
    made.rowHeading = "test"
    return made
  }

  private func row(_ name: String, _ result: ChiSquaredResult, _ holm: Double?, _ patients: Int) -> Table.Row
  {
    let statistic: Quantity =
      if let value = result.statistic, let degrees = result.degreesOfFreedom {
        .chiSquared(value, degreesOfFreedom: degrees)
      } else {
        .notEstimable(because: result.undefined?.words ?? "")
      }
    let p = result.pValue.map(Quantity.pValue) ?? .nothing
    return Table.Row([name], [statistic, p, holm.map(Quantity.pValue) ?? .nothing, .count(patients)])
  }
}

extension Univariable.NoRatio {
  fileprivate var brief: String {
    switch self {
    case .noEvents(let levels): "no event in \(levels.joined(separator: ", "))"
    case .infinite: "no finite estimate"
    case .notConverged: "not converged"
    case .delayedEntry: "late entry"
    }
  }
}

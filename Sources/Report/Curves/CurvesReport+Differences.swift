import Analysis
import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// Each arm against the first one with patients, at the reading time: difference with interval and P, what cautions
  /// against it, and the difference of restricted means to the same time.
  package var differences: Table {
    let at = curves.readingTime.map { reading(time.shown($0)) } ?? ""
    let hasMeans = curves.differences.contains { $0.restrictedMean != nil }
    var columns = [
      Table.Column(
        [
          Table.Column.Variant("difference at \(at), points (95% CI)"),
          Table.Column.Variant("difference at \(at), points", .bare),
        ], .meaning, spoken: "difference at \(at)"),
      Table.Column(["P"], .important, spoken: "test of the difference at \(at)"),
      Table.Column(["caution"], .meaning),
    ]
    if hasMeans {
      columns.append(
        Table.Column(
          [Table.Column.Variant("restricted mean to \(at), \(time.name) (95% CI)")], .aside,
          spoken: "difference of restricted mean time to \(at)"))
    }
    let rows = curves.differences.map { difference in
      let (arm, reference) = (armNames[difference.arm], armNames[difference.reference])
      var cells = cells(difference)
      cells.append(.text(reasons(against: difference).joined(separator: "; ")))
      if hasMeans { cells.append(restrictedMean(difference)) }
      return Table.Row(
        ["\(arm.full) minus \(reference.full)", "\(arm.short) − \(reference.short)"],
        series: difference.arm + 1,
        cells)
    }
    var made = table(columns, rows)
    made.rowHeading = "arms compared"
    return made
  }

  private func cells(_ difference: Difference) -> [Quantity] {
    guard let risk = difference.risk else {
      return [.notEstimable(because: "one arm ends before"), .nothing]
    }
    return [
      .points(risk.value, difference.riskInterval.map { Quantity.Limits($0.lower, $0.upper) }),
      difference.pValue.map(Quantity.pValue) ?? .notEstimable(because: ""),
    ]
  }

  private func restrictedMean(_ difference: Difference) -> Quantity {
    guard let mean = difference.restrictedMean else { return .notEstimable(because: "") }
    let interval = difference.restrictedMeanInterval
    return .timeDifference(
      time.shown(mean.value),
      Quantity.Limits(interval.map { time.shown($0.lower) }, interval.map { time.shown($0.upper) }),
      unit: time.name)
  }

  /// Why a reader should not lean on a difference, of each arm by itself: many in one do not help few in the other.
  private func reasons(against difference: Difference) -> [String] {
    var reasons = lateReasons
    for curve in curves.curves where [difference.arm, difference.reference].contains(curve.arm) {
      let name = armNames[curve.arm].short
      if let few = few(behind: curve, at: difference.time) { reasons.append("only \(few) in \(name)") }
      if case .estimate(let estimate, _, _) = curve.reading(at: difference.time),
        estimate.value <= 0 || estimate.value >= 1
      {
        reasons.append("\(name) at \(NumberText.percent(estimate.value)): its uncertainty is not counted")
      }
    }
    return reasons
  }

  /// What is fewer than five in an arm: patients, else events up to the time and those still at risk then.
  ///
  /// Without an event the estimate is 0 % or 100 %, which says more.
  private func few(behind curve: Curve, at time: Double) -> String? {
    let patients = curves.arms[curve.arm].patientCount
    if patients < 5 { return "\(patients) \(patients == 1 ? "patient" : "patients")" }
    let steps = curve.table.times.indices.prefix { curve.table.times[$0] <= time }
    let events = steps.reduce(0) { $0 + curve.eventCount(atStep: $1) }
    var few: [String] = []
    if (1..<5).contains(events) { few.append(endpoint.events(events, cause: curve.cause)) }
    if case .estimate(_, let atRisk, _) = curve.reading(at: time), atRisk < 5 {
      few.append("\(atRisk) at risk")
    }
    return few.isEmpty ? nil : few.joined(separator: " and ") + " by then"
  }
}

package import Analysis
package import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// One row a curve: patients, events by name, the estimate at a time, the median, the follow-up.
  ///
  /// - Parameter at: where the curves are read; `nil` for where the question reads them.
  package func estimates(at: TimePoint? = nil) -> Table {
    let read = (at ?? question.at).map { $0.value(in: time.recorded) }
    var columns = countColumns
    if let read { columns += readingColumns(time.shown(read)) }
    let hasMedian = curves.curves.contains { $0.median != nil }
    if hasMedian { columns.append(medianColumn) }
    let hasFollowUp = curves.followUp != nil && !showsCauses
    if hasFollowUp { columns.append(followUpColumn) }
    let rows = zip(curves.curves, curveNames).map { curve, name in
      var cells: [Quantity] = [.count(curve.table.subjectCount), .count(curve.eventCount)]
      if let read { cells += [quantity(curve.reading(at: read)), .count(curve.table.atRisk(at: read))] }
      if hasMedian { cells.append(median(curve)) }
      if hasFollowUp { cells.append(followUpQuantity(curves.arms[curve.arm].followUp)) }
      return Table.Row(name, series: series(curve), cells)
    }
    var table = Table(
      caption: headline, rowHeading: rowHeading,
      columns: columns, rows: rows)
    table.explainSigns()
    return table
  }

  /// What the rows of a table by arm or cause are called.
  var rowHeading: String { showsCauses ? "event" : armVariable.map(words.label) ?? "" }

  private var countColumns: [Table.Column] {
    let cause = curves.endpoint.kind == .competingRisks && !showsCauses ? curves.cause ?? 0 : nil
    let events = showsCauses ? ["events"] : endpoint.heading(cause: cause)
    return [
      Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
      Table.Column(events, isNumber: true, .detail),
    ]
  }

  private func readingColumns(_ read: Double) -> [Table.Column] {
    let at = time.text(read, decimals: 1)
    let what = showsCauses ? "cumulative incidence" : endpoint.yTitle(cause: curves.cause)
    return [
      Table.Column(
        [
          Table.Column.Variant("\(what) at \(at) (95% CI)"), Table.Column.Variant("at \(at) (95% CI)"),
          Table.Column.Variant("at \(at)", .bare),
        ], .meaning, spoken: "\(what) at \(at)"),
      Table.Column(
        ["at risk at \(at)"], isNumber: true, .aside, spoken: "at risk just before \(at)"),
    ]
  }

  private var medianColumn: Table.Column {
    Table.Column(
      [
        Table.Column.Variant("median, \(time.name) (95% CI)"),
        Table.Column.Variant("median, \(time.name)", .bare),
      ],
      .detail, spoken: "median in \(time.name)")
  }

  private var followUpColumn: Table.Column {
    Table.Column(
      [
        Table.Column.Variant("median follow-up \(followUpSubject), \(time.name) (95% CI)"),
        Table.Column.Variant("follow-up \(followUpSubject), \(time.name)", .bare),
      ], .aside, spoken: "median follow-up \(followUpSubject) in \(time.name)")
  }

  /// What a curve says at a time, as it is printed.
  package func quantity(_ reading: Curve.Reading) -> Quantity {
    switch reading {
    case .estimate(let estimate, _, let isUncertain):
      .share(
        estimate.value, estimate.interval.map { Quantity.Limits($0.lower, $0.upper) },
        isUncertain: isUncertain)
    case .pastFollowUp(let end): .notEstimable(because: "last at \(time.text(time.shown(end), decimals: 1))")
    case .nobody: .text("no patients")
    }
  }

  private func median(_ curve: Curve) -> Quantity {
    guard let median = curve.median, let end = curve.table.lastTime else { return .nothing }
    guard let value = median.time else {
      return .notReached(
        lower: median.lower.map(time.shown), last: time.shown(end), left: curve.table.atRisk.last ?? 0,
        unit: time.name)
    }
    return .time(time.shown(value), shown(median), unit: time.name)
  }

  // MARK: Differences

  /// Each arm against the first one with patients, at the reading time: difference with interval and P, and the
  /// difference of restricted means to the same time.
  package var differences: Table {
    let at = curves.readingTime.map { time.text(time.shown($0), decimals: 1) } ?? ""
    let hasMeans = curves.differences.contains { $0.restrictedMean != nil }
    var columns = [
      Table.Column(
        [
          Table.Column.Variant("difference at \(at), points (95% CI)"),
          Table.Column.Variant("difference at \(at)", .bare),
        ], .meaning, spoken: "difference at \(at)"),
      Table.Column(["P"], .important, spoken: "test of the difference at \(at)"),
    ]
    if hasMeans {
      columns.append(
        Table.Column(
          [Table.Column.Variant("restricted mean to \(at), \(time.name) (95% CI)")], .aside,
          spoken: "difference of restricted mean time to \(at)"))
    }
    let isCautioned = !lateVariables.isEmpty
    let rows = curves.differences.map { difference in
      let (arm, reference) = (armNames[difference.arm], armNames[difference.reference])
      var cells = cells(difference)
      if hasMeans { cells.append(restrictedMean(difference)) }
      return Table.Row(
        ["\(arm.full) minus \(reference.full)", "\(arm.short) − \(reference.short)"],
        series: difference.arm + 1,
        cells)
    }
    var table = Table(
      caption: headline, rowHeading: "arms compared",
      columns: columns, rows: rows)
    if isCautioned { table.footnotes += lateFootnotes }
    table.explainSigns()
    return table
  }

  var lateFootnotes: [Sentence] { remarks.filter { $0.severity == .danger }.map(\.sentence) }

  private func cells(_ difference: Difference) -> [Quantity] {
    guard let risk = difference.risk else {
      return [.notEstimable(because: "one arm ends before"), .nothing]
    }
    let interval = risk.interval()
    return [
      .points(risk.value, Quantity.Limits(interval.lower, interval.upper)),
      risk.pValue.map(Quantity.pValue) ?? .notEstimable(because: "no events"),
    ]
  }

  private func restrictedMean(_ difference: Difference) -> Quantity {
    guard let mean = difference.restrictedMean else { return .notEstimable(because: "") }
    let interval = mean.interval()
    return .time(
      time.shown(mean.value), Quantity.Limits(time.shown(interval.lower), time.shown(interval.upper)),
      unit: time.name)
  }
}

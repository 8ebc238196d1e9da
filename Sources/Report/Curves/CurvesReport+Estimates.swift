import Analysis
package import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// One row a curve: patients, events by name, the estimate at a time, the median, the follow-up.
  ///
  /// - Parameters:
  ///   - at: where the curves are read; `nil` for where the question reads them.
  ///   - besideAxis: whether the unit of the time, and since when it is, stand on an axis beside the table.
  package func estimates(at: TimePoint? = nil, besideAxis: Bool = false) -> Table {
    let read = (at ?? question.at).map { $0.value(in: time.recorded) }
    var columns = countColumns
    if let read { columns += readingColumns(time.shown(read), besideAxis) }
    let hasMedian = curves.curves.contains { $0.median != nil }
    if hasMedian { columns.append(medianColumn) }
    let hasFollowUp = curves.followUp != nil && !showsEachCause
    if hasFollowUp { columns.append(followUpColumn) }
    let rows = zip(curves.curves, curveNames).map { curve, name in
      var cells: [Quantity] = [.count(curve.table.subjectCount), .count(curve.eventCount)]
      if let read { cells += [curve.quantity(at: read, time), .count(curve.table.atRisk(at: read))] }
      if hasMedian { cells.append(median(curve)) }
      if hasFollowUp { cells.append(followUpQuantity(curves.arms[curve.arm].followUp)) }
      return Table.Row(name, series: series(curve), cells)
    }
    return table(columns, rows)
  }

  /// What the rows of a table by arm or cause are called.
  var rowHeading: String { showsCauses ? "event" : armVariable.map(words.label) ?? "patients" }

  private var countColumns: [Table.Column] {
    let cause = curves.endpoint.kind == .competingRisks && !showsEachCause ? curves.cause ?? 0 : nil
    let events = showsEachCause ? ["events"] : endpoint.heading(cause: cause)
    return [
      Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
      Table.Column(events, isNumber: true, .detail),
    ]
  }

  /// - Parameter read: in the shown unit.
  private func readingColumns(_ read: Double, _ besideAxis: Bool) -> [Table.Column] {
    let what = showsEachCause ? "cumulative incidence" : endpoint.yTitle(cause: curves.cause)
    let at = reading(read)
    let isLandmark = question.landmark != nil
    let brief = time.text(read) + (isLandmark ? " past landmark" : "")
    let briefest = isLandmark ? time.briefText(read) + " after LM" : time.text(read)
    let number = NumberText.short(read, decimals: 4)
    // The interval is worth more than any word of its heading, but other columns are worth less.
    var least = ["at \(brief) (95% CI)", "\(briefest) (95% CI)"]
    if besideAxis, isLandmark { least.append("\(number) after LM (95% CI)") }
    if besideAxis { least.append("at \(number) (95% CI)") }
    return [
      Table.Column(
        ["\(what) at \(at) (95% CI)", "at \(at) (95% CI)", "at \(brief) (95% CI)"].map {
          Table.Column.Variant($0)
        } + least.map { Table.Column.Variant($0, isLastResort: true) }
          + ["at \(brief)", briefest].map { Table.Column.Variant($0, .bare) },
        .meaning, spoken: "\(what) at \(at)"),
      // It stands before the median, so it outlives it.
      Table.Column(
        ["at risk at \(brief)", "at risk then", "at risk"], isNumber: true, .detail,
        spoken: "at risk just before \(at)"),
    ]
  }

  /// A time at which curves are read, and from when it counts.
  func reading(_ read: Double) -> String {
    time.text(read) + (question.landmark == nil ? "" : " after the landmark")
  }

  private var medianColumn: Table.Column {
    Table.Column(
      [
        Table.Column.Variant("median, \(time.name) (95% CI)"),
        Table.Column.Variant("median, \(time.name)", .bare),
      ],
      .detail, spoken: "median in \(time.name)")
  }

  /// A landmark changes no follow-up, so the heading says since when and of whom it is.
  private var followUpColumn: Table.Column {
    let name = curves.followUp?.endpoint.name ?? ""
    let (everybody, brief) =
      question.landmark == nil
      ? ("", "") : (" of everybody in the arm \(sinceTimeZero)", " \(sinceTimeZero)")
    return Table.Column(
      [
        Table.Column.Variant("median follow-up \(followUpSubject)\(everybody), \(time.name) (95% CI)"),
        Table.Column.Variant("follow-up of \(name)\(brief), \(time.name) (95% CI)"),
        Table.Column.Variant("follow-up of \(name)\(brief), \(time.name)", .bare),
      ], .aside, spoken: "median follow-up \(followUpSubject)\(everybody) in \(time.name)")
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
}

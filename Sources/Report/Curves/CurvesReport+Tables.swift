import Analysis
import CohortModel
import SurvivalStatistics

/// The tables for people, as documents print them; those that a screen lays out itself stand with their words.
extension CurvesReport {
  /// Each curve where it steps, in the shown unit.
  package var curveTable: Table {
    var rows: [Table.Row] = []
    for (curve, name) in zip(curves.curves, curveNames) {
      let (table, values) = (curve.table, curve.values)
      for step in table.times.indices where curve.eventCount(atStep: step) > 0 {
        let isCertain = values[step] <= 0 || values[step] >= 1
        let limits = Quantity.Limits(curve.band.lower[step], curve.band.upper[step])
        let isUncertain = curve.isUncertain[step]
        let share = Quantity.share(
          values[step], isCertain || limits.lower == nil ? nil : limits, isUncertain: isUncertain)
        rows.append(
          Table.Row(
            name, series: series(curve),
            [
              .text(NumberText.short(time.shown(table.times[step]))), .count(table.atRisk[step]),
              .count(curve.eventCount(atStep: step)), share,
            ]))
      }
    }
    let what = showsEachCause ? "cumulative incidence" : endpoint.yTitle(cause: curves.cause)
    return table(
      [
        Table.Column([xTitle, time.name], isNumber: true, .meaning),
        Table.Column(["at risk"], isNumber: true, .detail, spoken: "at risk just before"),
        Table.Column(["events"], isNumber: true, .detail, spoken: "events at that time"),
        Table.Column(["\(what) (95% CI)", "estimate (95% CI)"], .meaning, spoken: what),
      ], rows)
  }

  /// ``numbersAtRisk(at:)`` with a row for each count.
  ///
  /// - Parameter times: in the shown unit; `nil` for ``standardTimes``.
  package func riskTable(at times: [Double]? = nil) -> Table {
    let numbers = numbersAtRisk(at: times ?? standardTimes.map(time.shown))
    let columns = numbers.times.map { shown in
      let text = time.text(shown)
      return Table.Column(
        [text, NumberText.short(shown, decimals: 4)], isNumber: true, .meaning, spoken: "at \(text)")
    }
    let rows = numbers.blocks.flatMap { block in
      block.rows.map { row in
        let (label, short) = (row.labels.first ?? "", row.labels.last ?? "")
        return Table.Row(
          ["\(block.name.full), \(label)", "\(block.name.short), \(short)"],
          series: row.kind == .atRisk ? block.series : nil, row.counts.map(Quantity.count))
      }
    }
    var made = table(columns, rows)
    made.footnotes.insert(numbers.heading, at: 0)
    return made
  }

  /// A row for each test with what cautions against it.
  package var testsTable: Table {
    let rows = zip(curves.tests, tests).map { test, report in
      let statistic =
        test.result.statistic.flatMap { value in
          test.result.degreesOfFreedom.map { Quantity.chiSquared(value, degreesOfFreedom: $0) }
        } ?? .notEstimable(because: test.result.undefined?.words ?? "")
      let name = test.cause.map { "\(endpoint.name(ofCause: $0)), " } ?? ""
      return Table.Row(
        ["\(name)\(test.method.rawValue)"],
        [
          statistic, report.pValue, .count(test.patientCount), .count(test.eventCount),
          .text(report.reasons.joined(separator: "; ")),
        ])
    }
    var made = table(
      [
        Table.Column(["statistic"], .important), Table.Column(["P"], .meaning, spoken: "probability"),
        Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
        Table.Column(["events"], isNumber: true, .detail), Table.Column(["caution"], .meaning),
      ], rows)
    made.rowHeading = "test"
    return made
  }

  /// A row for each step from everybody to those analysed.
  package var flowTable: Table { table(of: flow) }

  /// The same, beginning with the rows of the file.
  package func flowTable(fromRows rows: Int) -> Table { table(of: flow(fromRows: rows)) }

  private func table(of flow: [FlowStep]) -> Table {
    var made = table(
      [Table.Column(["n"], isNumber: true, .meaning, spoken: "patients left")],
      flow.map { Table.Row($0.words, [.count($0.count)]) })
    made.rowHeading = "condition"
    return made
  }

  /// With the headline, and what goes into every export: the banner, and who is not in the numbers.
  func table(_ columns: [Table.Column], _ rows: [Table.Row]) -> Table {
    Table(
      caption: headline, rowHeading: rowHeading, columns: columns, rows: rows,
      footnotes: (lateRemarks + countRemarks + landmarkRemarks).map(\.sentence))
  }
}

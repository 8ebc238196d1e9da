import SurvivalStatistics
import TerminalGrid

/// One line a curve: patients, events, the estimate at the landmark or the cross-hair, the median.
struct EstimatesPanel {
  let state: DashboardState
  let layout: PlotLayout
  let snapshot: Snapshot
  let display: TimeDisplay

  private var charset: Charset { state.options.charset }

  func draw(on grid: inout Grid) {
    let area = layout.estimates
    let curves = snapshot.analysis.curves
    let hasRoom = layout.curveLimit >= curves.count
    let shown = curves.prefix(hasRoom ? curves.count : layout.curveLimit - 1)
    let columns = columns(Array(shown), width: area.width)
    draw(columns.map(\.title), columns, y: area.y, on: &grid) { _ in Style(.muted) }
    for (line, curve) in shown.enumerated() {
      let style = Style(.series(curve.series))
      draw(columns.map { $0.cells[line] }, columns, y: area.y + 1 + line, on: &grid) { column in
        column == 0 ? style : Style(.text, bold: columns[column].isEstimate)
      }
    }
    if !hasRoom {
      grid.write(
        "\(charset.ellipsis) \(curves.count - shown.count) more", x: area.x, y: area.maxY - 1, style: Style(.warning))
    }
  }

  private struct Column {
    var title: String
    var cells: [String]
    var width: Int
    var isNumber = false
    var isEstimate = false
  }

  private func draw(
    _ cells: [String], _ columns: [Column], y: Int, on grid: inout Grid, style: (Int) -> Style
  ) {
    var x = layout.estimates.x
    for (index, (text, column)) in zip(cells, columns).enumerated() {
      grid.write(
        text, in: Rect(x: x, y: y, width: column.width, height: 1), column.isNumber ? .right : .left,
        style: style(index), ellipsis: charset.ellipsis)
      x += column.width + 2
    }
  }

  /// The columns that fit, the estimate before the median; the label gives way first.
  private func columns(_ curves: [AnalysedCurve], width: Int) -> [Column] {
    let reading = readingTime
    let arms = snapshot.analysis.arms
    var columns = [
      Column(title: "", cells: curves.map { sample($0) + $0.label }, width: 0),
      Column(title: "n", cells: curves.map { NumberText.count(arms[$0.arm].table.subjectCount) }, width: 0, isNumber: true),
      Column(title: "events", cells: curves.map { NumberText.count($0.events) }, width: 0, isNumber: true),
    ]
    if let reading {
      columns.append(
        Column(
          title: "at \(display.text(reading, decimals: 1)) (95% CI)",
          cells: curves.map { text($0.reading(at: display.recorded(reading)), $0, at: reading) }, width: 0,
          isEstimate: true))
    }
    if curves.contains(where: { $0.median != nil }) {
      columns.append(Column(title: "median (95% CI)", cells: curves.map { median($0) }, width: 0))
    }
    measure(&columns)
    // Too narrow: the median without its remarks, then without its interval, then the label cut short.
    if excess(columns, width) > 0, columns[columns.count - 1].title.hasPrefix("median") {
      columns[columns.count - 1].cells = curves.map { median($0, isBrief: true) }
      measure(&columns)
    }
    if excess(columns, width) > 0, columns[columns.count - 1].title.hasPrefix("median") {
      columns[columns.count - 1] = Column(title: "median", cells: curves.map(medianAlone), width: 0)
      measure(&columns)
    }
    let tooMuch = excess(columns, width)
    if tooMuch > 0 { columns[0].width = max(8, columns[0].width - tooMuch) }
    return columns
  }

  private func measure(_ columns: inout [Column]) {
    for index in columns.indices {
      columns[index].width = (columns[index].cells + [columns[index].title]).map(\.columns).max() ?? 0
    }
  }

  private func excess(_ columns: [Column], _ width: Int) -> Int {
    columns.reduce(-2) { $0 + $1.width + 2 } - width
  }

  /// The time at which the curves are read, in the shown unit.
  private var readingTime: Double? { state.crosshair ?? snapshot.question.landmark }

  private func sample(_ curve: AnalysedCurve) -> String {
    let mark = state.activeTheme.mark(series: curve.series)
    let dash = charset == .unicode ? mark.dash.horizontal : mark.dash.asciiHorizontal
    return String(repeating: dash, count: 2) + " "
  }

  private func text(_ reading: AnalysedCurve.Reading, _ curve: AnalysedCurve, at time: Double) -> String {
    switch reading {
    case .estimate(let value, let interval):
      // At 0% or 100% the data say nothing of the width.
      let usable = value > 0 && value < 1 ? interval.map { ($0.lower, $0.upper) } : nil
      let estimate = NumberText.percent(value, interval: usable)
      guard state.crosshair != nil else { return estimate }
      let left = snapshot.analysis.arms[curve.arm].table.atRisk(at: display.recorded(time))
      return "\(estimate), \(left) at risk"
    case .pastFollowUp(let end): return "NE (last \(NumberText.short(display.shown(end), decimals: 1)))"
    case .empty: return "no patients"
    }
  }

  /// The median with its interval; `NR` where it is not reached, with the end of follow-up and who was left then.
  private func median(_ curve: AnalysedCurve, isBrief: Bool = false) -> String {
    guard let median = curve.median, let end = curve.end else { return "" }
    let shown: (Double?) -> String = { $0.map { NumberText.fixed(display.shown($0), 1) } ?? "NR" }
    let limits = "(\(shown(median.lower))\(charset.rangeDash)\(shown(median.upper)))"
    if median.time != nil || (isBrief && median.lower != nil) { return "\(shown(median.time)) \(limits)" }
    if isBrief { return "NR" }
    let lower = median.lower.map { ", lower \(NumberText.fixed(display.shown($0), 1))" } ?? ""
    return "NR\(lower) (last \(NumberText.fixed(display.shown(end.time), 1)), \(end.atRisk) at risk)"
  }

  private func medianAlone(_ curve: AnalysedCurve) -> String {
    guard let median = curve.median, curve.end != nil else { return "" }
    return median.time.map { NumberText.fixed(display.shown($0), 1) } ?? "NR"
  }
}

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
    let first = layout.hasHeadings ? area.y + 1 : area.y
    if layout.hasHeadings { draw(columns.map(\.title), columns, y: area.y, on: &grid) { _ in Style(.muted) } }
    for (line, curve) in shown.enumerated() {
      let style = Style(.series(curve.series))
      draw(columns.map { $0.cells[line] }, columns, y: first + line, on: &grid) { column in
        column == 0 ? style : Style(.text, bold: columns[column].isEstimate)
      }
    }
    if !hasRoom {
      grid.write(
        "\(charset.ellipsis) \(curves.count - shown.count) more", x: area.x, y: area.maxY - 1,
        style: Style(.warning))
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
      let width = min(column.width, layout.estimates.maxX - x)
      grid.write(
        text, in: Rect(x: x, y: y, width: width, height: 1), column.isNumber ? .right : .left,
        style: style(index), ellipsis: charset.ellipsis)
      x += column.width + 2
    }
  }

  /// The fullest set of columns that fits: first the median loses its remarks, then its interval, then it goes, then
  /// the number of events; at last the label is cut short.
  private func columns(_ curves: [AnalysedCurve], width: Int) -> [Column] {
    let medians =
      curves.contains { $0.median != nil }
      ? [
        Column(title: "median (95% CI)", cells: curves.map { median($0) }, width: 0),
        Column(title: "median (95% CI)", cells: curves.map { median($0, isBrief: true) }, width: 0),
        Column(title: "median", cells: curves.map(medianAlone), width: 0),
      ] : []
    let base = leading(curves) + estimates(curves)
    let withoutEvents = base.filter { $0.title != "events" }
    var candidates = medians.map { base + [$0] } + [base, withoutEvents]
    for index in candidates.indices { measure(&candidates[index]) }
    if let fitting = candidates.first(where: { excess($0, width) <= 0 }) { return fitting }
    var tightest = candidates[candidates.count - 1]
    tightest[0].width = max(4, tightest[0].width - excess(tightest, width))
    return tightest
  }

  private func leading(_ curves: [AnalysedCurve]) -> [Column] {
    let arms = snapshot.analysis.arms
    let counts = curves.map { NumberText.count(arms[$0.arm].table.subjectCount) }
    return [
      Column(title: "", cells: curves.map { sample($0) + charset.spelled($0.label) }, width: 0),
      Column(title: "n", cells: counts, width: 0, isNumber: true),
      Column(title: "events", cells: curves.map { NumberText.count($0.events) }, width: 0, isNumber: true),
    ]
  }

  private func estimates(_ curves: [AnalysedCurve]) -> [Column] {
    guard let time = readingTime else { return [] }
    let cells = curves.map { text($0.reading(at: display.recorded(time)), $0, at: time) }
    let long = "at \(display.text(time, decimals: 1)) (95% CI)"
    let widest = cells.map(\.columns).max() ?? 0
    // The heading gives way before the numbers do.
    let title =
      long.columns <= max(widest, layout.estimates.width / 3)
      ? long : "at \(NumberText.short(time, decimals: 1)) (95% CI)"
    return [Column(title: title, cells: cells, width: 0, isEstimate: true)]
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
    return mark.sample(columns: 4, charset) + " "
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

import CohortEngine
import Study
import TerminalGrid

/// The top line: what study this is, how many patients are selected, how many hypotheses were tested.
struct HeaderPanel {
  let state: DashboardState

  func draw(in area: Rect, on grid: inout Grid) {
    let bar = Style(.text, on: .bar)
    grid.fill(area, Cell(" ", bar))
    let looks = state.looks.count
    let right =
      "\(patients)\(looks > 0 ? "   looks \(looks)" : "") "
    let rightArea = area.inset(left: area.width - right.columns)
    grid.write(right, in: rightArea, style: Style(.text, on: .bar, bold: true))
    let name = grid.write(" atrisk ", x: area.x, y: area.y, style: Style(.title, on: .bar, bold: true))
    let title = area.inset(left: name + 1, right: right.columns + 2)
    grid.write(state.study.title, in: title, style: bar, ellipsis: state.options.charset.ellipsis)
    let left = name + state.study.title.columns + 4
    guard let guess = state.guess, left + 24 < area.width - right.columns else { return }
    grid.write(
      "guessed: \(guess)", in: area.inset(left: left, right: right.columns + 2),
      style: Style(.warning, on: .bar, bold: true), ellipsis: state.options.charset.ellipsis)
  }

  private var patients: String {
    guard let answer = state.snapshot?.answer else { return "computing…" }
    let total = NumberText.count(answer.patientCount)
    guard !answer.query.filters.isEmpty else { return "\(total) patients" }
    return "\(NumberText.count(answer.selectedCount)) of \(total) patients"
  }
}

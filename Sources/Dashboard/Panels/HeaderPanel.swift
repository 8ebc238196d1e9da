import Analysis
import Report
import TerminalGrid

/// The top line: what study this is, how many patients are analysed, how many P values were seen.
struct HeaderPanel {
  let state: DashboardState

  func draw(in area: Rect, on grid: inout Grid) {
    let bar = Style(.text, on: .bar)
    grid.fill(area, Cell(" ", bar))
    let right = "\(patients)\(state.looks > 0 ? "   P values seen \(state.looks)" : "") "
    let rightArea = area.inset(left: area.width - right.columns)
    grid.write(right, in: rightArea, style: Style(.text, on: .bar, bold: true))
    let name = grid.write(" atrisk ", x: area.x, y: area.y, style: Style(.title, on: .bar, bold: true))
    let title = area.inset(left: name + 1, right: right.columns + 2)
    grid.write(
      state.charset.spelled(studyTitle(fitting: title.width)), in: title, style: bar,
      ellipsis: state.charset.ellipsis)
    let left = name + state.study.title.columns + 4
    guard let guess = state.guess, left + 24 < area.width - right.columns else { return }
    grid.write(
      "guessed: \(guess)", in: area.inset(left: left, right: right.columns + 2),
      style: Style(.warning, on: .bar, bold: true), ellipsis: state.charset.ellipsis)
  }

  /// The study's title; what it ends with in brackets, such as “(synthetic)”, outlives what stands before it.
  private func studyTitle(fitting columns: Int) -> String {
    let title = state.study.title
    guard title.columns > columns, title.hasSuffix(")"), let opening = title.lastIndex(of: "(") else {
      return title
    }
    let (head, end) = (String(title[..<opening]), String(title[opening...]))
    let room = columns - end.columns - 1
    return room < 4 ? title : head.cut(to: room, width: \.columns) + " " + end
  }

  private var patients: String {
    guard state.isCurrent, let report = state.scene?.report else { return working }
    return report.analysedOfAll
  }

  /// What is being done, where it takes longer than a frame.
  private var working: String {
    if state.failure != nil { return "no answer: older numbers" }
    guard let progress = state.progress else { return "computing\(state.charset.ellipsis)" }
    return "\(progress.step.rawValue) \(progress.done)/\(progress.total)\(state.charset.ellipsis)"
  }
}

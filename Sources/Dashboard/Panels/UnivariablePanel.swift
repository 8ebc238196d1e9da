import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// The Univariable view: one factor at a time, and below it what a reader must know.
struct UnivariablePanel {
  let state: DashboardState
  let scene: FactorsScene

  func draw(on grid: inout Grid) {
    ForestPanel(
      forest: scene.forest, ticked: Set(state.question.covariates.map(\.variable)), cursor: state.factorLine,
      scroll: state.factors.scroll, isStale: !state.isCurrent,
      hints: ["Enter curves\(state.charset.separator)L landmark", "L landmark"], charset: state.charset
    ).draw(head: scene.head, list: scene.list, on: &grid)
    RemarksPanel(remarks: scene.notes, charset: state.charset).draw(in: scene.noteArea, on: &grid)
  }
}

/// What a reader must know, a line each.
struct RemarksPanel {
  let remarks: [Remark]
  let charset: Charset

  /// Where they do not fit, the last one keeps its place: it says how the numbers are made.
  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 0 else { return }
    let shown =
      remarks.count > area.height ? remarks.prefix(area.height - 1) + remarks.suffix(1) : remarks[...]
    for (line, remark) in shown.enumerated() {
      let text = remark.sentence.text(fitting: area.width) { charset.spelled($0).columns }
      grid.write(
        charset.spelled(text), in: Rect(x: area.x, y: area.y + line, width: area.width, height: 1),
        style: Style(remark.severity), ellipsis: charset.ellipsis)
    }
  }
}

extension Style {
  init(_ severity: Remark.Severity) {
    switch severity {
    case .note: self.init(.muted)
    case .caution: self.init(.warning)
    case .danger: self.init(.error, bold: true)
    }
  }
}

import CohortEngine
import Study
import TerminalGrid

/// The views by number, and the way the filters narrowed the cohort.
struct TabsPanel {
  let state: DashboardState

  func draw(in area: Rect, on grid: inout Grid) {
    var x = area.x + 1
    for view in DashboardView.allCases {
      let isShown = view == state.view
      let style = isShown ? Style(.title, bold: true, underline: true) : Style(.muted)
      x += grid.write("\(view.rawValue) \(view.title)", x: x, y: area.y, style: style)
      if view == .data, warnings > 0 {
        x += grid.write(" !\(warnings)", x: x, y: area.y, style: Style(.warning, bold: true))
      }
      x += 3
    }
    guard let flow, flow.columns < area.maxX - x - 1 else { return }
    grid.write(flow, in: area.inset(left: x - area.x, right: 1), .right, style: Style(.muted))
  }

  /// Findings about the data that a reader should look at.
  private var warnings: Int { state.study.findings.count { $0.severity > .note } }

  /// Patients left after each filter: `78 → 64 → 51`.
  private var flow: String? {
    guard let answer = state.snapshot?.answer, !answer.flow.isEmpty else { return nil }
    let counts = ([answer.patientCount] + answer.flow).map(NumberText.count)
    return counts.joined(separator: " \(state.options.charset.right) ")
  }
}

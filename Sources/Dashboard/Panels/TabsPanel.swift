import CohortEngine
import TerminalGrid

/// The views by number, and the way the filters narrowed the cohort.
struct TabsPanel {
  let state: DashboardState

  func draw(in area: Rect, on grid: inout Grid) {
    var x = area.x + 1
    for view in DashboardView.allCases {
      let isShown = view == state.view
      let style = isShown ? Style(.title, bold: true, underline: true) : Style(.muted)
      x += grid.write("\(view.rawValue) \(view.title)", x: x, y: area.y, style: style) + 3
    }
    guard let flow, flow.columns < area.maxX - x - 1 else { return }
    grid.write(flow, in: area.inset(left: x - area.x, right: 1), .right, style: Style(.muted))
  }

  /// `78 → 64 → 51`
  private var flow: String? {
    guard let answer = state.snapshot?.answer, !answer.flow.isEmpty else { return nil }
    let counts = ([answer.patientCount] + answer.flow).map(NumberText.count)
    return counts.joined(separator: " \(state.options.charset.right) ")
  }
}

import TerminalGrid

/// Says what is needed where the window is too small to show a plot without misleading.
struct TooSmallPanel {
  let state: DashboardState

  func draw(on grid: inout Grid) {
    let need = ScreenLayout.smallest
    let lines = [
      "atrisk needs \(need.columns)×\(need.rows)", "here it has \(state.size.columns)×\(state.size.rows)",
      "q quits",
    ]
    for (index, line) in lines.enumerated() {
      let y = max(0, (state.size.rows - lines.count) / 2) + index
      grid.write(
        line, in: Rect(x: 0, y: y, width: state.size.columns, height: 1), .centre,
        style: Style(index == 0 ? .warning : .text))
    }
  }
}

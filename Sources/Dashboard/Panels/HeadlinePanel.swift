import Report
import TerminalGrid

/// The one sentence that says what the numbers are: endpoint, arms, every filter, how many, unit and origin.
struct HeadlinePanel {
  let state: DashboardState

  func draw(in area: Rect, on grid: inout Grid) {
    let inner = area.inset(left: 1, right: 1)
    guard let scene = state.scene else {
      grid.write("computing\(state.charset.ellipsis)", x: inner.x, y: inner.y, style: Style(.muted))
      return
    }
    let charset = state.charset
    let text = scene.headline.text(fitting: inner.width) { charset.spelled($0).columns }
    grid.write(
      charset.spelled(text), in: inner, style: Style(.title, bold: true), ellipsis: charset.ellipsis)
  }
}

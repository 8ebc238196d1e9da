import TerminalGrid

/// The Data view: what was understood of the file, as `atrisk inspect` prints it.
struct DataPanel {
  let state: DashboardState
  let scene: Scene

  func draw(in area: Rect, on grid: inout Grid) {
    let inner = area.inset(left: 1, right: 1)
    let lines = scene.dataLines
    for (row, line) in lines.dropFirst(state.dataScroll).prefix(inner.height).enumerated() {
      let isHeading = !line.hasPrefix(" ") && !line.isEmpty
      grid.write(
        line, in: Rect(x: inner.x, y: inner.y + row, width: inner.width, height: 1),
        style: isHeading ? Style(.title, bold: true) : Style(.text), ellipsis: state.charset.ellipsis)
    }
    guard lines.count > inner.height else { return }
    let dash = state.charset.rangeDash
    let place =
      " \(state.dataScroll + 1)\(dash)\(min(lines.count, state.dataScroll + inner.height)) of \(lines.count) "
    grid.write(place, in: inner.splitTop(1).top, .right, style: Style(.muted))
  }
}

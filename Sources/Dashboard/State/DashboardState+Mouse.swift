import CohortModel
import Session
package import TerminalGrid

extension DashboardState {
  /// A press chooses what it hits; the wheel moves.
  package mutating func receive(_ mouse: MouseEvent) -> Effect? {
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let key: Key = mouse.kind == .wheelUp ? .up : .down
      if overlay != nil { return type(key) }
      if let builder { return type(key, into: builder) }
      if display.view != .curves { return perform(mouse.kind == .wheelUp ? .up : .down) }
      guard !display.hidesFilters, !ScreenLayout(self).isDrawer || focus == .filters else { return nil }
      focus = .filters
      return perform(mouse.kind == .wheelUp ? .up : .down)
    case .press where builder != nil && overlay == nil: return nil
    case .press: return overlay == nil ? press(x: mouse.x, y: mouse.y) : nil
    case .release: return nil
    }
  }

  private mutating func press(x: Int, y: Int) -> Effect? {
    let layout = ScreenLayout(self)
    if layout.tabs.contains(x: x, y: y) {
      let tab = TabsPanel.tabs(in: layout.tabs).first { $0.columns.contains(x) }
      return tab.flatMap { perform(.command(.view($0.view))) }
    }
    if layout.footer.contains(x: x, y: y) {
      return FooterPanel(state: self).binding(at: x, in: layout.footer).flatMap { perform($0.gesture) }
    }
    if display.view == .univariable, let list = scene?.factors?.list, list.contains(x: x, y: y) {
      return pressFactor(line: y - list.y)
    }
    if display.view == .models, let variables = scene?.models?.variables, variables.contains(x: x, y: y) {
      return y == variables.y ? nil : pressCandidate(line: y - variables.y - 1, height: variables.height - 1)
    }
    if display.view == .data { return pressData(x: x, y: y) }
    if display.view == .patients, let list = scene?.patients?.list, list.contains(x: x, y: y) {
      return pressPatient(line: y - list.y)
    }
    if let list = scene?.characteristics?.list, display.view == .characteristics, list.contains(x: x, y: y) {
      return pressCharacteristic(line: y - list.y)
    }
    guard display.view == .curves else { return nil }
    if layout.filters.contains(x: x, y: y), !layout.isDrawer || focus == .filters {
      focus = .filters
      let line = y - layout.filters.y - 1 + pane.scroll
      guard y > layout.filters.y, filterRows.indices.contains(line) else { return nil }
      pane.cursor = line
      return perform(.toggle)
    }
    focus = .plot
    guard let scene = fittingScene, scene.layout.frame.area.contains(x: x, y: y) else { return nil }
    return perform(.command(.crosshair(TimePoint(scene.layout.frame.time(at: x), scene.ask.unit))))
  }
}

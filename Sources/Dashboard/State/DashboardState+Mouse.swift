package import TerminalGrid

extension DashboardState {
  /// A press chooses what it hits; the wheel moves.
  package mutating func receive(_ mouse: MouseEvent) -> Effect? {
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let key: Key = mouse.kind == .wheelUp ? .up : .down
      if overlay != nil { return type(key) }
      if view == .curves { focus = options.hidesFilters ? .plot : .filters }
      return focus == .filters || view == .data ? update(mouse.kind == .wheelUp ? .up : .down) : nil
    case .press: return overlay == nil ? press(x: mouse.x, y: mouse.y) : nil
    case .release: return nil
    }
  }

  private mutating func press(x: Int, y: Int) -> Effect? {
    let layout = ScreenLayout(self)
    if layout.tabs.contains(x: x, y: y) { return pressTab(x) }
    guard view == .curves else { return nil }
    if layout.filters.contains(x: x, y: y) {
      focus = .filters
      let line = y - layout.filters.y - 1 + filterScroll
      guard y > layout.filters.y, filterRows.indices.contains(line) else { return nil }
      filterCursor = line
      return update(.toggle)
    }
    let plot = PlotLayout(self)
    guard plot.frame.area.contains(x: x, y: y) else { return nil }
    focus = .plot
    return update(.crosshair(plot.frame.time(at: x)))
  }

  private mutating func pressTab(_ x: Int) -> Effect? {
    var start = 1
    for view in DashboardView.allCases {
      let width = "\(view.rawValue) \(view.title)".columns
      if x >= start, x < start + width { return update(.show(view)) }
      start += width + 3
    }
    return nil
  }
}

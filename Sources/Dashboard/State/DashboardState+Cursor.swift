import CohortEngine
import TerminalGrid

extension DashboardState {
  mutating func move(_ action: Action) {
    if view == .data { return scrollData(action) }
    if focus == .plot { return moveCrosshair(action) }
    let page = max(1, ScreenLayout(self).filters.height - 2)
    switch action {
    case .up: filterCursor -= 1
    case .down: filterCursor += 1
    case .pageUp: filterCursor -= page
    case .pageDown: filterCursor += page
    case .top: filterCursor = 0
    case .bottom: filterCursor = .max
    case .left: openCurrent(false)
    case .right:
      if let variable = currentFilterRow?.variable, !openVariables.contains(variable) { toggleOpen(variable) }
    default: break
    }
    clampCursor()
  }

  private mutating func moveCrosshair(_ action: Action) {
    guard let crosshair else {
      message = .note("x shows a cross-hair to move; Tab goes to the filters")
      return
    }
    let plot = PlotLayout(self)
    let column = plot.frame.column(of: crosshair)
    let moved: Int
    switch action {
    case .left: moved = column - 1
    case .right: moved = column + 1
    case .pageUp: moved = column - 10
    case .pageDown: moved = column + 10
    case .top: moved = plot.frame.area.x
    case .bottom: moved = plot.frame.area.maxX - 1
    default: return
    }
    self.crosshair = plot.frame.time(at: min(max(moved, plot.frame.area.x), plot.frame.area.maxX - 1))
  }

  private mutating func scrollData(_ action: Action) {
    let page = max(1, size.rows - 5)
    switch action {
    case .up: dataScroll -= 1
    case .down: dataScroll += 1
    case .pageUp: dataScroll -= page
    case .pageDown: dataScroll += page
    case .top: dataScroll = 0
    case .bottom: dataScroll = .max
    default: break
    }
    dataScroll = min(max(0, dataScroll), max(0, report.count - page))
  }

  /// Keeps the cursor on a line and the line in sight.
  package mutating func clampCursor() {
    let rows = filterRows
    filterCursor = min(max(0, filterCursor), max(0, rows.count - 1))
    let height = max(1, ScreenLayout(self).filters.height - 1)
    filterScroll = min(max(filterScroll, filterCursor - height + 1), filterCursor)
    filterScroll = max(0, min(filterScroll, rows.count - height))
  }

  // MARK: Finding

  mutating func search(_ text: String) {
    lastSearch = text
    findAgain(forward: true, fromHere: true)
  }

  /// Goes to the next variable or level whose name contains what was searched for.
  mutating func findAgain(forward: Bool, fromHere: Bool = false) {
    guard !lastSearch.isEmpty else {
      message = .note("/ finds a variable or a value")
      return
    }
    (view, focus, options.hidesFilters) = (.curves, .filters, false)
    // Levels of closed variables count too: finding one opens its variable.
    let targets = listedVariables.flatMap { variable -> [FilterRow] in
      [.variable(variable)] + levels(of: variable).indices.map { .level(variable: variable, $0) }
    }
    let wanted = lastSearch.lowercased()
    let here = currentFilterRow.flatMap { targets.firstIndex(of: $0) } ?? 0
    let order = (0..<targets.count).map { offset in
      (here + (forward ? 1 : -1) * (offset + (fromHere ? 0 : 1)) + 2 * targets.count) % max(1, targets.count)
    }
    guard let found = order.first(where: { name(of: targets[$0]).lowercased().contains(wanted) }) else {
      message = .error("“\(lastSearch)” is in no variable and no value")
      return
    }
    if case .level(let variable, _) = targets[found] { openVariables.insert(variable) }
    filterCursor = filterRows.firstIndex(of: targets[found]) ?? filterCursor
    clampCursor()
  }

  private func levels(of variable: Int) -> [String] {
    if case .levels(let column) = cohort.variables[variable].values { return column.levels }
    return []
  }

  private func name(of row: FilterRow) -> String {
    switch row {
    case .variable(let index): cohort.variables[index].name + " " + cohort.variables[index].label
    case .level(let variable, let level): levels(of: variable)[level]
    default: ""
    }
  }
}

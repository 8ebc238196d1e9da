import CohortModel
import Session
import TerminalGrid

extension DashboardState {
  mutating func move(_ gesture: Gesture) -> Effect? {
    if display.view == .data {
      moveData(gesture)
      return nil
    }
    if display.view == .univariable {
      moveFactor(gesture)
      return nil
    }
    if display.view == .models {
      moveCandidate(gesture)
      return nil
    }
    if display.view == .patients {
      movePatient(gesture)
      return nil
    }
    if display.view == .characteristics {
      moveCharacteristic(gesture)
      return nil
    }
    if focus == .plot { return moveCrosshair(gesture) }
    let page = max(1, ScreenLayout(self).filters.height - 2)
    switch gesture {
    case .up: pane.cursor -= 1
    case .down: pane.cursor += 1
    case .pageUp: pane.cursor -= page
    case .pageDown: pane.cursor += page
    case .top: pane.cursor = 0
    case .bottom: pane.cursor = .max
    case .left: return openCurrent(false)
    case .right:
      if case .variable(let name) = currentFilterRow, !display.openVariables.contains(name) {
        return openCurrent(true)
      }
    default: break
    }
    clampCursor()
    return nil
  }

  /// The next or previous event of the curves; a column or ten of the plot where there is none to snap to.
  private mutating func moveCrosshair(_ gesture: Gesture) -> Effect? {
    if scrollPanels(gesture) { return nil }
    guard let crosshair = display.crosshair, let scene else {
      message = .note("x shows a cross-hair to move; Tab goes to the filters")
      return nil
    }
    let unit = scene.ask.unit
    guard let moved = scene.crosshair(gesture, from: crosshair.value(in: unit)) else { return nil }
    return run(.crosshair(TimePoint(moved, unit)))
  }

  /// Keeps the cursor on a line and the line in sight.
  package mutating func clampCursor() {
    let count = filterRows.count
    pane.cursor = min(max(0, pane.cursor), max(0, count - 1))
    let height = listHeight
    pane.scroll = min(max(pane.scroll, pane.cursor - height + 1), pane.cursor)
    pane.scroll = max(0, min(pane.scroll, count - height))
    clampFactors()
    clampPatients()
    clampCharacteristics()
  }

  private var listHeight: Int { max(1, ScreenLayout(self).filters.height - 1) }

  /// Scrolls so that as much of an opened variable is in sight as fits.
  mutating func reveal(_ name: String) {
    guard let first = filterRows.firstIndex(of: .variable(name)) else { return }
    let last = first + rows(of: name).count - 1
    pane.scroll = min(first, max(pane.scroll, last - listHeight + 1))
    clampCursor()
  }

  mutating func changePane() {
    if display.view == .data { return changeSection(by: 1) }
    focus = focus == .plot && !display.hidesFilters ? .filters : .plot
    clampCursor()
  }

  // MARK: Finding

  /// Goes to the next variable or level that contains what was searched for.
  mutating func findAgain(forward: Bool, fromHere: Bool = false) {
    if display.view == .patients { return movePatient(forward ? .down : .up) }
    guard !pane.search.isEmpty else {
      message = .note("/ finds a variable or a value")
      return
    }
    // Levels of closed variables count too: finding one opens its variable.
    let targets = listedVariables.flatMap { name in
      [FilterRow.variable(name)] + (schema.variable(name)?.levels ?? []).map { .level(variable: name, $0) }
    }
    let here = currentFilterRow.flatMap { targets.firstIndex(of: $0) } ?? 0
    let step = forward ? 1 : targets.count - 1
    var place = fromHere ? here : (here + step) % max(1, targets.count)
    for _ in targets.indices {
      if isFound(targets[place]) { return go(to: targets[place]) }
      place = (place + step) % targets.count
    }
    message = .error("“\(pane.search)” is in no variable and no value")
  }

  private func isFound(_ row: FilterRow) -> Bool {
    switch row {
    case .variable(let name): schema.variable(name).map { Self.isFound(pane.search, in: $0) } ?? false
    case .level(_, let level): Self.isFound(pane.search, in: level)
    default: false
    }
  }

  private mutating func go(to row: FilterRow) {
    if case .level(let name, _) = row, !display.openVariables.contains(name) { run(.open(name)) }
    focusFilters()
    pane.cursor = filterRows.firstIndex(of: row) ?? pane.cursor
    clampCursor()
  }

  /// Shows the filters, wherever one was, and gives them the keys.
  mutating func focusFilters() {
    if display.view != .curves { run(.view(.curves)) }
    if display.hidesFilters { run(.pane(true)) }
    focus = .filters
  }
}

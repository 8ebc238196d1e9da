import CohortEngine
import TerminalGrid

extension DashboardState {
  mutating func changeFilter(_ action: Action) {
    switch action {
    case .toggle: toggleCurrent()
    case .toggleAll: toggleAll()
    case .invert: invertCurrent()
    case .moveBound(let bound, let steps): move(bound, by: steps)
    case .clearFilter: clearCurrent()
    case .clearFilters: ask { $0.filters = FilterSet() }
    case .add(let condition): ask { $0.filters.add(condition) }
    default: break
    }
    clampCursor()
  }

  private mutating func toggleCurrent() {
    switch currentFilterRow {
    case .variable(let variable): toggleOpen(variable)
    case .level(let variable, let level):
      guard var choice = levelChoice(variable) else { return }
      choice.levels.formSymmetricDifference([level])
      ask { $0.filters[variable] = choice.condition(on: variable) }
    case .missing(let variable):
      if var choice = levelChoice(variable) {
        choice.missing.toggle()
        ask { $0.filters[variable] = choice.condition(on: variable) }
      } else if var choice = rangeChoice(variable) {
        choice.missing.toggle()
        ask { $0.filters[variable] = choice.condition(on: variable) }
      }
    case .histogram(let variable), .bounds(let variable):
      message = .note(
        "[ and ] move the lower bound of \(cohort.variables[variable].label), { and } the upper")
    case .condition(let index): ask { $0.filters.remove(at: index) }
    case nil: break
    }
  }

  /// Ticks everything, or nothing where everything is ticked.
  private mutating func toggleAll() {
    guard let variable = currentFilterRow?.variable else { return }
    guard let choice = levelChoice(variable) else { return clearCurrent() }
    let none = LevelChoice(levels: [], missing: false, levelCount: choice.levelCount)
    ask { $0.filters[variable] = choice.isEverything ? none.condition(on: variable) : nil }
  }

  private mutating func invertCurrent() {
    guard let variable = currentFilterRow?.variable else { return }
    if let choice = levelChoice(variable) {
      ask { $0.filters[variable] = choice.inverted.condition(on: variable) }
    } else if let condition = question.filters[variable] {
      if case .not(let inner) = condition {
        ask { $0.filters[variable] = inner }
      } else {
        ask { $0.filters[variable] = .not(condition) }
      }
    }
  }

  /// Ticks the level under the cursor alone; everything, where it is ticked alone already.
  private mutating func chooseOnly() {
    guard let row = currentFilterRow, let variable = row.variable, let choice = levelChoice(variable) else {
      return
    }
    var only = LevelChoice(levels: [], missing: false, levelCount: choice.levelCount)
    switch row {
    case .level(_, let level): only.levels = [level]
    case .missing: only.missing = true
    default: return
    }
    ask { $0.filters[variable] = choice == only ? nil : only.condition(on: variable) }
  }

  private mutating func clearCurrent() {
    switch currentFilterRow {
    case .condition(let index): ask { $0.filters.remove(at: index) }
    case let row?: if let variable = row.variable { ask { $0.filters[variable] = nil } }
    case nil: break
    }
  }

  /// Moves a bound to the next or previous edge of the histogram's bins.
  private mutating func move(_ bound: Action.Bound, by steps: Int) {
    guard let variable = currentFilterRow?.variable, var choice = rangeChoice(variable),
      let bins = snapshot?.answer.facets[variable]?.bins
    else {
      message = .note("Bounds are for numbers: put the cursor on an open one")
      return
    }
    let width = bins.edges[1] - bins.edges[0]
    // Whole years, days, counts: the bounds themselves are values, both included.
    let whole = width == 1
    let lowest = bins.edges[0]
    let highest = whole ? bins.edges[bins.count] - 1 : bins.edges[bins.count]
    var lower = choice.range.lower == -.infinity ? lowest : choice.range.lower
    var upper = choice.range.upper == .infinity ? highest : choice.range.upper
    switch bound {
    case .lower: lower = min(max(lowest, next(lower, steps, bins, width)), upper)
    case .upper: upper = max(min(highest, next(upper, steps, bins, width)), lower)
    }
    choice.range = NumericRange(
      lower: lower <= lowest ? -.infinity : lower, upper: upper >= highest ? .infinity : upper)
    // A range says which values are meant; whoever has none is let in by the tick below it.
    if question.filters[variable] == nil { choice.missing = false }
    if choice.range.isUnbounded { choice.missing = true }
    ask { $0.filters[variable] = choice.condition(on: variable) }
  }

  private func next(_ value: Double, _ steps: Int, _ bins: HistogramBins, _ width: Double) -> Double {
    let place = bins.position(of: value)
    let edge = steps > 0 ? (place + 1e-9).rounded(.down) : (place - 1e-9).rounded(.up)
    return bins.edges[0] + (edge + Double(steps)) * width
  }

  mutating func toggleOpen(_ variable: Int) {
    if case .text = cohort.variables[variable].values {
      overlay = .prompt(Prompt("\(cohort.variables[variable].label) contains", .contains(variable: variable)))
    } else {
      openVariables.formSymmetricDifference([variable])
    }
  }

  mutating func openCurrent(_ opens: Bool) {
    guard view == .curves, focus == .filters, let variable = currentFilterRow?.variable else { return }
    switch (opens, currentFilterRow) {
    case (true, .variable): toggleOpen(variable)
    case (true, .level), (true, .missing): chooseOnly()
    case (true, _): break
    case (false, _):
      openVariables.remove(variable)
      filterCursor = filterRows.firstIndex(of: .variable(variable)) ?? filterCursor
    }
    clampCursor()
  }
}

import Analysis
import CohortModel
import Session

/// Gestures on the filters: what is under the cursor becomes a command.
extension DashboardState {
  mutating func changeFilter(_ gesture: Gesture) -> Effect? {
    if display.view == .patients { return gesture == .toggle ? markPatient() : nil }
    if isAmongFactors { return gesture == .toggle ? toggleCovariate() : nil }
    return switch gesture {
    case .toggle: toggleCurrent()
    case .toggleAll: toggleAll()
    case .invert: invertCurrent()
    case .clearFilter: clearCurrent()
    case .moveBound(let bound, let steps): move(bound, by: steps)
    case .typeBound: typeBounds()
    default: nil
    }
  }

  private mutating func toggleCurrent() -> Effect? {
    switch currentFilterRow {
    case .variable(let name): return toggleOpen(name)
    case .level(let name, let level):
      guard var choice = levelChoice(name) else { return nil }
      choice.ticked.formSymmetricDifference([level])
      return run(.filter(name, choice.condition(on: name)))
    case .missing(let name):
      if var choice = levelChoice(name) {
        choice.missing.toggle()
        return run(.filter(name, choice.condition(on: name)))
      }
      guard var choice = rangeChoice(name) else { return nil }
      choice.missing.toggle()
      return run(.filter(name, choice.condition(on: name)))
    case .histogram(let name), .bounds(let name):
      message = .note(
        "[ and ] move the lower bound of \(schema.variable(name)?.label ?? name), { and } the upper, = types them"
      )
      return nil
    case .condition(let condition): return run(.drop(condition))
    case nil: return nil
    }
  }

  /// Ticks everything, or nothing where everything is ticked.
  private mutating func toggleAll() -> Effect? {
    guard let name = currentFilterRow?.variable else { return nil }
    guard let choice = levelChoice(name) else { return clearCurrent() }
    let none = LevelChoice(ticked: [], missing: false, levels: choice.levels)
    return run(.filter(name, choice.isEverything ? none.condition(on: name) : nil))
  }

  private mutating func invertCurrent() -> Effect? {
    guard let name = currentFilterRow?.variable else { return nil }
    if let choice = levelChoice(name) { return run(.filter(name, choice.inverted.condition(on: name))) }
    guard let condition = question.filters[name] else { return nil }
    if case .not(let inner) = condition { return run(.filter(name, inner)) }
    return run(.filter(name, .not(condition)))
  }

  /// Ticks the level under the cursor alone; everything, where it is ticked alone already.
  private mutating func chooseOnly() -> Effect? {
    guard let row = currentFilterRow, let name = row.variable, let choice = levelChoice(name) else {
      return nil
    }
    var only = LevelChoice(ticked: [], missing: false, levels: choice.levels)
    switch row {
    case .level(_, let level): only.ticked = [level]
    case .missing: only.missing = true
    default: return nil
    }
    return run(.filter(name, choice == only ? nil : only.condition(on: name)))
  }

  private mutating func clearCurrent() -> Effect? {
    switch currentFilterRow {
    case .condition(let condition): run(.drop(condition))
    case let row?: row.variable.flatMap { run(.filter($0, nil)) }
    case nil: nil
    }
  }

  private mutating func toggleOpen(_ name: String) -> Effect? {
    guard let variable = schema.variable(name) else { return nil }
    if variable.domain == .text {
      let words: String = if case .contains(_, let words) = question.filters[name] { words } else { "" }
      overlay = .prompt(Prompt("\(variable.label) contains", .contains(name), text: words))
      return nil
    }
    let isOpen = display.openVariables.contains(name)
    let effect = run(isOpen ? .close(name) : .open(name))
    if !isOpen { reveal(name) }
    return effect
  }

  mutating func openCurrent(_ opens: Bool) -> Effect? {
    if display.view == .patients { return opens ? openPatient() : nil }
    if display.view == .characteristics { return opens ? openCharacteristic() : nil }
    if isAmongFactors { return opens ? openFactor() : nil }
    if display.view == .data { return opens ? openData() : nil }
    guard display.view == .curves, focus == .filters, let row = currentFilterRow, let name = row.variable
    else {
      return nil
    }
    switch (opens, row) {
    case (true, .variable): return toggleOpen(name)
    case (true, .level), (true, .missing): return chooseOnly()
    case (true, .histogram), (true, .bounds): return typeBounds()
    case (true, .condition): return nil
    case (false, _):
      let effect = run(.close(name))
      pane.cursor = filterRows.firstIndex(of: .variable(name)) ?? pane.cursor
      clampCursor()
      return effect
    }
  }

  // MARK: Bounds

  /// The number that the cursor is on; says what bounds are for, where it is on none.
  private mutating func numberAtCursor() -> Variable? {
    if let name = currentFilterRow?.variable, let variable = schema.variable(name), variable.isNumeric {
      return variable
    }
    message = .note("Bounds are for numbers: put the cursor on one")
    return nil
  }

  /// Moves a bound by the variable's natural step, no further than the data go and no further than the other bound.
  private mutating func move(_ bound: Gesture.Bound, by steps: Int) -> Effect? {
    guard let variable = numberAtCursor() else { return nil }
    guard let distribution = variable.distribution, let choice = rangeChoice(variable.name) else {
      message = .note(
        variable.distribution == nil
          ? "\(variable.label) has no numbers"
          : "The filter on \(variable.label) is no single range: Backspace drops it")
      return nil
    }
    let moved = choice.moving(bound, by: steps, within: distribution)
    return run(.filter(variable.name, moved.condition(on: variable.name)))
  }

  private mutating func typeBounds() -> Effect? {
    guard let variable = numberAtCursor() else { return nil }
    let example = variable.distribution.map {
      " (\(variable.text($0.extremes.lowerBound)) to \(variable.text($0.extremes.upperBound)))"
    }
    overlay = .prompt(Prompt("\(variable.label) from, to\(example ?? "")", .bounds(variable.name)))
    return nil
  }
}

extension RangeChoice {
  /// The bounds after one of them has moved: it stays within the data and on its side of the other.
  func moving(_ bound: Gesture.Bound, by steps: Int, within distribution: NumberDistribution) -> RangeChoice {
    let (lowest, highest) = (distribution.extremes.lowerBound, distribution.extremes.upperBound)
    // A filter that lets no number through begins from all of them.
    let isNone = range.lower > range.upper
    var lower = range.lower == -.infinity || isNone ? lowest : range.lower
    var upper = range.upper == .infinity || isNone ? highest : range.upper
    switch bound {
    case .lower: lower = min(max(lowest, distribution.next(lower, steps)), upper)
    case .upper: upper = max(min(highest, distribution.next(upper, steps)), lower)
    }
    var moved = self
    moved.range = NumericRange(
      lower: lower <= lowest ? -.infinity : lower, upper: upper >= highest ? .infinity : upper)
    // A range says which values are meant; whoever has none is let in by the tick below it.
    if isEverything { moved.missing = false }
    if moved.range.isUnbounded { moved.missing = true }
    return moved
  }
}

extension NumberDistribution {
  /// The next multiple of the natural step, so many steps away.
  fileprivate func next(_ value: Double, _ steps: Int) -> Double {
    let place = value / step
    let edge = steps > 0 ? (place + 1e-9).rounded(.down) : (place - 1e-9).rounded(.up)
    return (edge + Double(steps)) * step
  }
}

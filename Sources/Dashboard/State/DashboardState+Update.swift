import CohortEngine
package import TerminalGrid

extension DashboardState {
  /// Carries an action out; what only the terminal can do comes back as an effect.
  package mutating func update(_ action: Action) -> Effect? {
    message = nil
    switch action {
    case .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom: move(action)
    case .nextPane, .previousPane: focus = focus == .plot || options.hidesFilters ? .filters : .plot
    case .show(let view): show(view)
    case .open: openCurrent(true)
    case .find: overlay = .prompt(Prompt("Find", .find))
    case .findNext: findAgain(forward: true)
    case .findPrevious: findAgain(forward: false)
    case .search(let text): search(text)

    case .toggle, .toggleAll, .invert, .moveBound, .clearFilter, .clearFilters, .add: changeFilter(action)
    case .undo: if !history.undo() { message = .note("Nothing to undo") } else { clampCursor() }
    case .redo: if !history.redo() { message = .note("Nothing to redo") } else { clampCursor() }

    case .chooseStratifier: overlay = .menu(stratifierMenu)
    case .chooseEndpoint: overlay = .menu(endpointMenu)
    case .enterLandmark: overlay = .prompt(Prompt("Estimates at (\(timeDisplay.name))", .landmark))
    case .stratify, .endpoint, .landmark, .transform, .nextSavedView, .previousSavedView, .savedView:
      ask(action)

    case .toggleIntervals: options.showsIntervals.toggle()
    case .toggleCensorings: options.showsCensorings.toggle()
    case .cycleRiskRows:
      options.riskRows = .init(rawValue: (options.riskRows.rawValue + 1) % 3) ?? .atRisk
    case .zoomAxis: options.zoomsAxis.toggle()
    case .zoomPane:
      options.hidesFilters.toggle()
      if options.hidesFilters { focus = .plot }
    case .toggleCrosshair: toggleCrosshair()
    case .crosshair(let time): crosshair = time
    case .horizon(let horizon): options.horizon = horizon
    case .unit(let unit): changeUnit(unit)
    case .charset(let charset): options.charset = charset
    case .chooseTheme: overlay = .menu(themeMenu)
    case .theme(let index): theme = min(max(0, index), themes.count - 1)

    case .confirmReading: return confirmReading()
    case .help: overlay = .menu(helpMenu)
    case .palette: overlay = .menu(paletteMenu)
    case .command(let text): return run(command: text)
    case .toggleMouse:
      options.usesMouse.toggle()
      message = .note(options.usesMouse ? "Mouse on" : "Mouse off: the terminal selects text again")
      return .mouse(options.usesMouse)
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .interrupt: return .interrupt
    case .quit: return .quit
    case .back: (crosshair, view) = (nil, .curves)
    case .leave:
      if crosshair == nil, view == .curves { return .quit }
      return update(.back)
    }
    return nil
  }

  /// A key: typed into what is in front, or looked up in the key table.
  package mutating func press(_ key: Key) -> Effect? {
    if key == .control("c") { return update(.interrupt) }
    // Escape and a letter in quick succession look like Alt with the letter; no Alt key means anything here.
    if case .alt(let character) = key { return press(.escape) ?? press(.character(character)) }
    if overlay != nil { return type(key) }
    guard let binding = KeyTable.binding(for: key, in: self) else {
      message = .note("\(key.label()) does nothing here; ? lists the keys")
      return nil
    }
    return update(binding.action)
  }

  /// Confirms the guess; where the file that keeps it can be written is not known here.
  private mutating func confirmReading() -> Effect? {
    guard guess != nil else {
      message = .note("Nothing here is guessed")
      return nil
    }
    isConfirmed = true
    message = .note("Confirmed: \(cohort.endpoints.map(\.name).joined(separator: ", "))")
    return .keepReading
  }

  /// Takes what was computed; an answer to an older question than the one shown is dropped by the caller.
  package mutating func receive(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    if let hypothesis = snapshot.question.hypothesis { looks.insert(hypothesis) }
  }

  /// Changes the question as one step that undo takes back.
  mutating func ask(_ change: (inout Question) -> Void, merging: Bool = false) {
    var question = question
    change(&question)
    guard question.filters.depth <= FilterExpression.deepest else {
      message = .error(
        "More than \(FilterExpression.deepest) conditions inside each other; u takes some back")
      return
    }
    history.set(question, merging: merging)
  }
}

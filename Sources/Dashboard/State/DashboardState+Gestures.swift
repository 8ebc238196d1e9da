import Analysis
import CohortModel
import Report
import Session
package import TerminalGrid

extension DashboardState {
  /// A key: typed into what is in front, or looked up in the key table.
  package mutating func press(_ key: Key) -> Effect? {
    if key == .control("c") { return .interrupt }
    // Escape and a letter in quick succession look like Alt with the letter; no Alt key means anything here.
    if case .alt(let character) = key { return press(.escape) ?? press(.character(character)) }
    if overlay != nil { return type(key) }
    if let builder { return type(key, into: builder) }
    guard let binding = KeyTable.binding(for: key, in: self) else {
      message = .note("\(key.label(charset)) does nothing here; ? lists the keys")
      return nil
    }
    return perform(binding.gesture)
  }

  /// Carries a gesture out where the cursor is; what only the terminal can do comes back.
  package mutating func perform(_ gesture: Gesture) -> Effect? {
    message = nil
    switch gesture {
    case .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom: return move(gesture)
    case .previousPane where display.view == .data: changeSection(by: -1)
    case .nextPane, .previousPane: changePane()
    case .nextColumnOrder: sortColumns()
    case .buildEndpoint: openBuilder()
    case .saveEndpoints: return .saveEndpoints
    case .open: return openCurrent(true)
    case .find: openFind()
    case .findNext: findAgain(forward: true)
    case .findPrevious: findAgain(forward: false)
    case .toggle, .toggleAll, .invert, .clearFilter, .moveBound, .typeBound: return changeFilter(gesture)

    case .chooseArms: overlay = .menu(armsMenu)
    case .choosePanels: overlay = .menu(panelsMenu)
    case .chooseEndpoint: overlay = .menu(endpointMenu)
    case .chooseTheme: overlay = .menu(themeMenu)
    case .enterTime:
      overlay = .prompt(Prompt("Read the curves at (\(timeName))", .time))
    case .enterLandmark:
      overlay = .prompt(Prompt("Landmark (\(timeName); none ends it)", .landmark))
    case .nextFactorOrder: return run(.sort(display.factorOrder.next))
    case .chooseReference, .chooseCoding, .chooseInteraction, .toggleStratum, .drawAdjusted, .nextModel,
      .toggleUnadjusted:
      return changeModel(gesture)
    case .toggleAdjusted where question.arms == nil:
      return say("Adjusted curves are of arms: s divides the patients, 3 chooses what is held equal")
    case .toggleAdjusted: return run(.adjusted(!display.showsAdjusted))
    case .toggleFirth: return run(.firth(!question.usesFirth))
    case .choosePatientOrder, .choosePatientColumns, .togglePatientColumn, .leaveOut, .toggleIdentifiers,
      .listStep:
      return choosePatients(gesture)
    case .toggleTimeDependent: return toggleTimeDependent()
    case .toggleOverride: return toggleOverride()
    case .nextSavedView: return flip(by: 1)
    case .previousSavedView: return flip(by: -1)

    case .cycleCauses: return cycleCauses()
    case .toggleIntervals: return run(.bands(!display.showsIntervals))
    case .toggleCensorings: return run(.marks(!display.showsCensorings))
    case .cycleRiskRows: return run(.riskRows(display.riskRows.next))
    case .zoomAxis: return run(.zoom(!display.zoomsAxis))
    case .zoomPane: return run(.pane(display.hidesFilters))
    case .toggleCrosshair: return toggleCrosshair()
    case .toggleComparison: return toggleComparison()
    case .toggleSpread: return run(.spread(display.spread == .range ? .quartiles : .range))
    case .togglePercents: return run(.percents(!display.showsPercents))
    case .togglePValues: return run(.pValues(!display.showsPValues))
    case .toggleMouse: return run(.mouse(!display.usesMouse))

    case .command(.undo):
      return session.canUndo
        ? run(.undo) : say("Nothing to undo: it takes back what is asked, not how it is shown")
    case .command(.redo): return session.canRedo ? run(.redo) : say("Nothing to redo")
    case .command(let command): return run(command)
    case .help: overlay = .menu(helpMenu)
    case .palette: overlay = .commandLine(commandLine(""))
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .interrupt: return .interrupt
    case .back: return goBack()
    case .leave:
      return display.crosshair == nil && display.view == .curves && cameFrom == nil ? .quit : goBack()
    }
    return nil
  }

  mutating func say(_ text: String) -> Effect? {
    message = .note(text)
    return nil
  }

  /// Leaves the cross-hair, then the view; never the program.
  private mutating func goBack() -> Effect? {
    if display.view == .patients { return leavePatients() }
    if display.crosshair != nil { return run(.crosshair(nil)) }
    if display.view == .data, data.isReading { return openData() }
    if display.view != .curves { return run(.view(.curves)) }
    if let cameFrom { return run(.view(cameFrom)) }
    return nil
  }

  private mutating func flip(by step: Int) -> Effect? {
    guard !context.views.isEmpty else { return say("This study has no saved views") }
    let count = context.views.count
    let now = context.views.firstIndex { $0.name == display.savedView }
    let next = now.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    return run(.show(context.views[next].name))
  }

  /// What times are typed in.
  private var timeName: String { TimeDisplay(recorded: unit, shown: nil).name }

  private mutating func toggleCrosshair() -> Effect? {
    if display.crosshair != nil { return run(.crosshair(nil)) }
    guard let scene else { return nil }
    guard scene.panels == nil else { return say("The cross-hair reads one plot: b or D leaves the panels") }
    let middle = TimePoint(scene.layout.frame.horizon / 2, scene.ask.unit)
    return run(.crosshair(question.at ?? middle))
  }
}

extension Display.RiskRows {
  /// The next of them, after the last the first.
  fileprivate var next: Display.RiskRows {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// Where somebody is among the characteristics: by name, so that another answer keeps the place.
package struct CharacteristicsPane: Hashable, Sendable {
  package var variable: String?
  /// `nil` for the variable itself.
  package var level: String?
  /// The first line in sight.
  package var scroll = 0
}

/// The cursor of the Characteristics view, and what is done with the variable or the level under it.
extension DashboardState {
  private var characteristicLines: [CharacteristicsListing.Line] {
    display.view == .characteristics ? scene?.characteristics?.table?.lines ?? [] : []
  }

  /// The line under the cursor; `nil` while there is none to be on.
  package var characteristicLine: Int? {
    let lines = characteristicLines
    let same = lines.indices.filter { lines[$0].variable == characteristics.variable }
    return same.first { lines[$0].level == characteristics.level } ?? same.first ?? lines.indices.first
  }

  /// The variable under the cursor, or that of the level there.
  var currentCharacteristic: Variable? {
    characteristicLine.flatMap { schema.variable(characteristicLines[$0].variable) }
  }

  mutating func moveCharacteristic(_ gesture: Gesture) {
    let lines = characteristicLines
    guard let here = characteristicLine else { return }
    let page = max(1, (scene?.characteristics?.list.height ?? 2) - 2)
    let headings = lines.indices.filter { lines[$0].level == nil }
    let wanted =
      switch gesture {
      case .up: here - 1
      case .down: here + 1
      case .pageUp: here - page
      case .pageDown: here + page
      case .top: 0
      case .bottom: lines.count - 1
      case .left: headings.last { $0 < here } ?? here
      case .right: headings.first { $0 > here } ?? here
      default: here
      }
    put(on: lines[min(max(0, wanted), lines.count - 1)])
  }

  /// Puts the cursor on a line in sight.
  mutating func pressCharacteristic(line: Int) -> Effect? {
    let lines = characteristicLines
    guard lines.indices.contains(characteristics.scroll + line) else { return nil }
    put(on: lines[characteristics.scroll + line])
    return nil
  }

  private mutating func put(on line: CharacteristicsListing.Line) {
    (characteristics.variable, characteristics.level) = (line.variable, line.level)
    clampCharacteristics()
  }

  /// Keeps the line under the cursor in sight, below the variable that it belongs to.
  mutating func clampCharacteristics() {
    let lines = characteristicLines
    guard let line = characteristicLine, let height = scene?.characteristics?.list.height else { return }
    let above = lines[line].level != nil && height > 1 ? 1 : 0
    characteristics.scroll = min(max(characteristics.scroll, line - height + 1), line - above)
    characteristics.scroll = max(0, min(characteristics.scroll, lines.count - height))
  }

  /// Takes only the level under the cursor, and everything again where it is alone already; turns to the curves of a
  /// variable.
  mutating func openCharacteristic() -> Effect? {
    guard let line = characteristicLine.map({ characteristicLines[$0] }) else { return nil }
    guard let level = line.level else { return openFactor() }
    guard let choice = levelChoice(line.variable) else { return nil }
    let only = LevelChoice(ticked: [level], missing: false, levels: choice.levels)
    return run(.filter(line.variable, choice == only ? nil : only.condition(on: line.variable)))
  }

  /// Compares those selected with the rest, or the arms again.
  mutating func toggleComparison() -> Effect? {
    run(.compare(question.comparison == .rest ? .arms : .rest))
  }
}

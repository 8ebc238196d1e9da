import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// Where somebody is among the factors: by name, so that another order or another answer keeps the place.
package struct FactorsPane: Hashable, Sendable {
  package var variable: String?
  /// 0 for the factor itself, then its levels.
  package var row = 0
  /// The first line in sight.
  package var scroll = 0
}

/// The cursor of the Univariable view, and what is done with the factor under it.
extension DashboardState {
  private var factorForest: PlacedForest? {
    display.view == .univariable ? scene?.factors?.forest : nil
  }

  /// The line under the cursor; `nil` while there is none to be on.
  var factorLine: Int? {
    guard let forest = factorForest else { return nil }
    let places = forest.lines.indices.compactMap { line in forest.place(ofLine: line).map { (line, $0) } }
    let same = places.filter { $0.1.variable == factors.variable }
    return (same.first { $0.1.row == factors.row } ?? same.first ?? places.first)?.0
  }

  mutating func moveFactor(_ gesture: Gesture) {
    guard let forest = factorForest, let here = factorLine else { return }
    let page = max(1, (scene?.factors?.list.height ?? 2) - 2)
    let headings = forest.lines.indices.filter { forest.place(ofLine: $0)?.row == 0 }
    let (wanted, isForward): (Int, Bool) =
      switch gesture {
      case .up: (here - 1, false)
      case .down: (here + 1, true)
      case .pageUp: (here - page, false)
      case .pageDown: (here + page, true)
      case .top: (0, true)
      case .bottom: (forest.lines.count - 1, false)
      case .left: (headings.last { $0 < here } ?? here, false)
      case .right: (headings.first { $0 > here } ?? here, true)
      default: (here, true)
      }
    var line = min(max(0, wanted), forest.lines.count - 1)
    // Nobody stands on a heading.
    while forest.place(ofLine: line) == nil, forest.lines.indices.contains(line) {
      line += isForward ? 1 : -1
    }
    guard let place = forest.place(ofLine: line) else { return }
    (factors.variable, factors.row) = place
    clampFactors()
  }

  /// Keeps the line under the cursor in sight, below the factor that it belongs to.
  mutating func clampFactors() {
    guard let forest = factorForest, let line = factorLine, let height = scene?.factors?.list.height else {
      return
    }
    let above = (forest.place(ofLine: line)?.row ?? 0) > 0 && height > 1 ? 1 : 0
    factors.scroll = min(max(factors.scroll, line - height + 1), line - above)
    factors.scroll = max(0, min(factors.scroll, forest.lines.count - height))
  }

  /// Puts the cursor on a line in sight.
  mutating func pressFactor(line: Int) -> Effect? {
    guard let place = factorForest?.place(ofLine: factors.scroll + line) else { return nil }
    (factors.variable, factors.row) = place
    clampFactors()
    return nil
  }

  /// Whether the cursor is on variables that are looked at as factors.
  var isAmongFactors: Bool { [.univariable, .models, .characteristics].contains(display.view) }

  /// The variable under the cursor.
  private var currentFactor: Variable? {
    if display.view == .models { return currentCovariate }
    if display.view == .characteristics { return currentCharacteristic }
    return factorLine.flatMap { factorForest?.place(ofLine: $0) }.flatMap { schema.variable($0.variable) }
  }

  /// Turns to the curves of the factor's levels.
  mutating func openFactor() -> Effect? {
    guard let variable = currentFactor else { return nil }
    let from = display.view
    do { run(.by(try Arms(variable))) } catch {
      message = .error("\(error)")
      return nil
    }
    guard message == nil else { return nil }
    run(.view(.curves))
    cameFrom = from
    return nil
  }

  /// Takes the factor under the cursor into the regressions, or out of them.
  mutating func toggleCovariate() -> Effect? {
    guard let variable = currentFactor else { return nil }
    var terms = question.covariates
    if terms.contains(where: { $0.variable == variable.name }) {
      // Without one of its terms an interaction means nothing.
      terms.removeAll { $0.variable == variable.name || $0.partner == variable.name }
    } else {
      do { terms.insert(try CovariateTerm(variable), at: terms.count { $0.partner == nil }) } catch {
        message = .error("\(error)")
        return nil
      }
    }
    return run(.covariates(terms))
  }
}

extension FactorOrder {
  /// The next of them, after the last the first.
  var next: FactorOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

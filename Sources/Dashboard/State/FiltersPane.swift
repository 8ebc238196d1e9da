import Analysis
package import CohortModel
import Foundation
import Session

/// A line of the filters pane.
package enum FilterRow: Hashable, Sendable {
  case variable(String)
  case level(variable: String, String)
  case missing(variable: String)
  case histogram(variable: String)
  case bounds(variable: String)
  /// A condition on several variables.
  case condition(FilterExpression)

  /// The variable that the line belongs to.
  package var variable: String? {
    switch self {
    case .variable(let variable), .level(let variable, _), .missing(let variable), .histogram(let variable),
      .bounds(let variable):
      variable
    case .condition: nil
    }
  }
}

/// The filters pane's own state: which line is under the cursor, and which is the first one shown.
package struct FiltersPane: Hashable, Sendable {
  package var cursor = 0
  package var scroll = 0
  /// What was searched for last.
  package var search = ""
  /// The lines that contain what is being searched for, while only these are listed; kept, for there may be many levels.
  package var found: [FilterRow]?
  package var isNarrowed: Bool { found != nil }

  package init() {}
}

extension DashboardState {
  /// The lines of the filters pane from top to bottom.
  package var filterRows: [FilterRow] {
    if let found = pane.found { return found }
    let conditions = session.question.filters.steps.filter { $0.variable == nil }.map {
      FilterRow.condition($0.condition)
    }
    return conditions + listedVariables.flatMap { rows(of: $0) }
  }

  /// A variable's heading, and where it is open all that belongs to it.
  func rows(of name: String) -> [FilterRow] {
    guard session.display.openVariables.contains(name), let variable = schema.variable(name) else {
      return [.variable(name)]
    }
    let missing = variable.missingCount > 0 ? [FilterRow.missing(variable: name)] : []
    switch variable.domain {
    case .levels(let levels):
      return [.variable(name)] + levels.map { .level(variable: name, $0) } + missing
    case .numbers: return [.variable(name), .histogram(variable: name), .bounds(variable: name)] + missing
    case .text: return [.variable(name)]
    }
  }

  /// The lines that contain a text.
  func rows(containing text: String) -> [FilterRow] {
    listedVariables.flatMap { rows(of: $0, containing: text) }
  }

  /// The heading of a variable that contains what is searched for, or the levels that do.
  private func rows(of name: String, containing text: String) -> [FilterRow] {
    guard let variable = schema.variable(name) else { return [] }
    if Self.isFound(text, in: variable) { return rows(of: name) }
    let levels = variable.levels.filter { Self.isFound(text, in: $0) }
    return levels.isEmpty ? [] : [.variable(name)] + levels.map { .level(variable: name, $0) }
  }

  static func isFound(_ wanted: String, in variable: Variable) -> Bool {
    isFound(wanted, in: variable.name) || isFound(wanted, in: variable.label)
  }

  static func isFound(_ wanted: String, in text: String) -> Bool {
    text.range(of: wanted, options: .caseInsensitive) != nil
  }

  /// The line under the cursor.
  package var currentFilterRow: FilterRow? {
    let rows = filterRows
    return rows.indices.contains(pane.cursor) ? rows[pane.cursor] : nil
  }

  /// The ticks of a categorical variable's filter; `nil` for other variables.
  package func levelChoice(_ name: String) -> LevelChoice? {
    guard let variable = schema.variable(name), case .levels(let levels) = variable.domain else { return nil }
    return LevelChoice(session.question.filters[name], levels: levels)
  }

  /// The bounds of a numeric variable's filter; `nil` where it is no single range.
  package func rangeChoice(_ name: String) -> RangeChoice? {
    guard schema.variable(name)?.isNumeric == true else { return nil }
    return RangeChoice(session.question.filters[name])
  }
}

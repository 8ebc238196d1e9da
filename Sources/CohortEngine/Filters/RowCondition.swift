package import CohortModel

/// A condition with its names resolved to columns, for looking at patients one by one: no name is looked up for a row.
package struct RowCondition: Sendable {
  private indirect enum Part: Sendable {
    case levels([Int32], areChosen: [Bool])
    case numbers([Double], NumericRange)
    case texts([String?], Set<String>)
    /// Words in lower case.
    case words([String?], String)
    case missing(VariableColumn)
    /// The variable has values of another kind, so the condition is unknown of everybody.
    case unknown
    case not(Part)
    case all([Part])
    case any([Part])
  }

  private let part: Part

  package init(_ condition: FilterExpression, over variables: [VariableColumn]) throws(NamingError) {
    let names = variables.map(\.name)
    for name in condition.variables.subtracting(names).sorted() {
      throw .unknownVariable(name, nearest: NearestName.of(name, among: names))
    }
    self.init(known: condition, variables)
  }

  /// Reads a condition on the columns.
  package init(parsing text: String, over variables: [VariableColumn]) throws(FilterSyntaxError) {
    self.init(known: try FilterExpression(parsing: text, variables: variables.map(\.variable)), variables)
  }

  /// - Parameter condition: names no other variables than these.
  private init(known condition: FilterExpression, _ variables: [VariableColumn]) {
    let places = Dictionary(variables.indices.map { (variables[$0].name, $0) }) { first, _ in first }
    part = Self.part(condition) { name in places[name].map { variables[$0] } }
  }

  /// Whether it holds of a row: true, false, or `nil` for unknown, as ``FilterExpression/holds(_:)`` has it.
  package func holds(row: Int) -> Bool? { Self.holds(part, row) }

  private static func part(_ condition: FilterExpression, _ column: (String) -> VariableColumn?) -> Part {
    switch condition {
    case .oneOf(let name, let texts):
      switch column(name)?.values {
      case .levels(let column): .levels(column.codes, areChosen: column.levels.map(texts.contains))
      case .text(let column): .texts(column.values, texts)
      case .numbers, nil: .unknown
      }
    case .contains(let name, let words):
      switch column(name)?.values {
      case .levels(let column):
        .levels(
          column.codes, areChosen: column.levels.map { $0.lowercased().contains(words.lowercased()) })
      case .text(let column): .words(column.values, words.lowercased())
      case .numbers, nil: .unknown
      }
    case .range(let name, let range):
      if case .numbers(let column)? = column(name)?.values {
        .numbers(column.values, range)
      } else {
        .unknown
      }
    case .missing(let name): column(name).map { .missing($0) } ?? .unknown
    case .not(let inner): .not(part(inner, column))
    case .all(let parts): .all(parts.map { part($0, column) })
    case .any(let parts): .any(parts.map { part($0, column) })
    }
  }

  private static func holds(_ part: Part, _ row: Int) -> Bool? {
    switch part {
    case .levels(let codes, let areChosen):
      return codes[row] == LevelColumn.missing ? nil : areChosen[Int(codes[row])]
    case .numbers(let values, let range): return values[row].isNaN ? nil : range.contains(values[row])
    case .texts(let values, let texts): return values[row].map(texts.contains)
    case .words(let values, let words): return values[row].map { $0.lowercased().contains(words) }
    case .missing(let column): return column.isMissing(row: row)
    case .unknown: return nil
    case .not(let inner): return holds(inner, row).map { !$0 }
    case .all(let parts): return Kleene.all(parts.lazy.map { holds($0, row) })
    case .any(let parts): return Kleene.any(parts.lazy.map { holds($0, row) })
    }
  }
}

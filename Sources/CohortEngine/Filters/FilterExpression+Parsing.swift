import Foundation

extension FilterExpression {
  /// Reads an expression over the variables.
  package init(parsing text: String, variables: [Variable]) throws(FilterSyntaxError) {
    var parser = try FilterParser(text, variables: variables)
    self = try parser.parse()
  }

  /// The condition that a variable has one of the values.
  static func oneOf(
    _ values: [FilterToken], of variable: Int, in variables: [Variable]
  ) -> Result<FilterExpression, FilterSyntaxError> {
    Result { () throws(FilterSyntaxError) in
      let subject = variables[variable]
      switch subject.values {
      case .levels(let column):
        var members: Set<Int> = []
        for token in values { members.insert(try level(token, of: column, named: subject.name)) }
        return .levels(variable: variable, members)
      case .numbers:
        var parts: [FilterExpression] = []
        for token in values {
          let number = try number(token, of: subject)
          parts.append(.range(variable: variable, NumericRange(lower: number, upper: number)))
        }
        return parts.count == 1 ? parts[0] : .any(parts)
      case .text:
        return .text(variable: variable, Set(values.map(\.text)))
      }
    }
  }

  /// The condition that a variable compares with one value; the operation is one of `= != < <= > >=`.
  static func comparing(
    _ variable: Int, operation: FilterToken, with value: FilterToken, in variables: [Variable]
  ) -> Result<FilterExpression, FilterSyntaxError> {
    if operation.is("=") { return oneOf([value], of: variable, in: variables) }
    if operation.is("!=") { return oneOf([value], of: variable, in: variables).map { .not($0) } }
    return Result { () throws(FilterSyntaxError) in
      let subject = variables[variable]
      switch subject.values {
      case .numbers:
        return .range(variable: variable, range(operation.text, try number(value, of: subject)))
      case .levels(let column) where subject.kind == .ordered:
        let bound = try level(value, of: column, named: subject.name)
        let range = range(operation.text, Double(bound))
        return .levels(variable: variable, Set(column.levels.indices.filter { range.contains(Double($0)) }))
      case .levels(let column):
        guard let bound = Double(value.text), column.levels.allSatisfy({ Double($0) != nil }) else {
          throw .notComparable(
            variable: subject.name, operation: operation.text, column: operation.column,
            why: "its values have no order; use = or in")
        }
        let range = range(operation.text, bound)
        let inside = column.levels.indices.filter { range.contains(Double(column.levels[$0]) ?? .nan) }
        return .levels(variable: variable, Set(inside))
      case .text:
        throw .notComparable(
          variable: subject.name, operation: operation.text, column: operation.column,
          why: "it is text; use = or contains")
      }
    }
  }

  private static func range(_ operation: String, _ bound: Double) -> NumericRange {
    switch operation {
    case "<": NumericRange(upper: bound, includesUpper: false)
    case "<=": NumericRange(upper: bound)
    case ">": NumericRange(lower: bound, includesLower: false)
    default: NumericRange(lower: bound)
    }
  }

  private static func level(
    _ token: FilterToken, of column: LevelColumn, named name: String
  ) throws(FilterSyntaxError) -> Int {
    if let exact = column.levels.firstIndex(of: token.text) { return exact }
    let alike = column.levels.indices.filter { column.levels[$0].lowercased() == token.text.lowercased() }
    if alike.count == 1 { return alike[0] }
    if let number = Double(token.text), let same = column.levels.firstIndex(where: { Double($0) == number }) {
      return same
    }
    throw .unknownLevel(value: token.text, variable: name, column: token.column, levels: column.levels)
  }

  private static func number(_ token: FilterToken, of variable: Variable) throws(FilterSyntaxError) -> Double
  {
    if variable.kind == .date {
      guard let day = CalendarDay(token.text) else {
        throw .notADate(value: token.text, variable: variable.name, column: token.column)
      }
      return Double(day.daysSince1970)
    }
    guard let number = Double(token.text), !number.isNaN else {
      throw .notANumber(value: token.text, variable: variable.name, column: token.column)
    }
    return number
  }
}

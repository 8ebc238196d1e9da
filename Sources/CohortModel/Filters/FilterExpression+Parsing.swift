extension FilterExpression {
  /// Reads an expression over the variables.
  package init(parsing text: String, variables: [Variable]) throws(FilterSyntaxError) {
    var parser = try FilterParser(text, variables: variables)
    self = try parser.parse()
  }

  /// The condition that a variable has one of the values.
  static func oneOf(
    _ values: [FilterToken], of variable: Variable, column: Int
  ) throws(FilterSyntaxError) -> FilterExpression {
    switch variable.domain {
    case .levels(let levels):
      var members: Set<String> = []
      for token in values { members.insert(levels[try level(token, among: levels, of: variable.name)]) }
      return .oneOf(variable.name, members)
    case .numbers:
      guard !values.isEmpty else { throw .unexpected(found: ")", column: column, expected: "a number") }
      var parts: [FilterExpression] = []
      for token in values {
        let number = try number(token, of: variable)
        parts.append(.range(variable.name, NumericRange(lower: number, upper: number)))
      }
      return parts.count == 1 ? parts[0] : .any(parts)
    case .text:
      return .oneOf(variable.name, Set(values.map(\.text)))
    }
  }

  /// The condition that a variable compares with one value; the operation is one of `= != < <= > >=`.
  static func comparing(
    _ variable: Variable, operation: FilterToken, with value: FilterToken
  ) throws(FilterSyntaxError) -> FilterExpression {
    if operation.is("=") { return try oneOf([value], of: variable, column: value.column) }
    if operation.is("!=") { return .not(try oneOf([value], of: variable, column: value.column)) }
    switch variable.domain {
    case .numbers:
      return .range(variable.name, range(operation.text, try number(value, of: variable)))
    case .levels(let levels) where variable.kind == .ordered:
      let bound = try level(value, among: levels, of: variable.name)
      let range = range(operation.text, Double(bound))
      return .oneOf(
        variable.name, Set(levels.indices.filter { range.contains(Double($0)) }.map { levels[$0] }))
    case .levels(let levels):
      guard let bound = Double(value.text), levels.allSatisfy({ Double($0) != nil }) else {
        throw .notComparable(
          variable: variable.name, operation: operation.text, column: operation.column,
          why: "its values have no order; use = or in")
      }
      let range = range(operation.text, bound)
      return .oneOf(variable.name, Set(levels.filter { range.contains(Double($0) ?? .nan) }))
    case .text:
      throw .notComparable(
        variable: variable.name, operation: operation.text, column: operation.column,
        why: "it is text; use = or contains")
    }
  }

  /// The condition that a number lies between two bounds: `4 <= age < 12`.
  static func between(
    _ lower: FilterToken, _ first: FilterToken, _ variable: Variable, _ second: FilterToken,
    _ upper: FilterToken
  ) throws(FilterSyntaxError) -> FilterExpression {
    guard variable.isNumeric else {
      throw .notComparable(
        variable: variable.name, operation: first.text, column: first.column,
        why: "only a number lies between two")
    }
    return .range(
      variable.name,
      NumericRange(
        lower: try number(lower, of: variable), upper: try number(upper, of: variable),
        includesLower: first.is("<="), includesUpper: second.is("<=")))
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
    _ token: FilterToken, among levels: [String], of name: String
  ) throws(FilterSyntaxError) -> Int {
    if let exact = levels.firstIndex(of: token.text) { return exact }
    let alike = levels.indices.filter { levels[$0].lowercased() == token.text.lowercased() }
    if alike.count == 1 { return alike[0] }
    if let number = Double(token.text), let same = levels.firstIndex(where: { Double($0) == number }) {
      return same
    }
    throw .unknownLevel(value: token.text, variable: name, column: token.column, levels: levels)
  }

  private static func number(_ token: FilterToken, of variable: Variable) throws(FilterSyntaxError) -> Double
  {
    if let number = variable.number(token.text) { return number }
    if variable.kind == .date {
      throw .notADate(value: token.text, variable: variable.name, column: token.column)
    }
    throw .notANumber(value: token.text, variable: variable.name, column: token.column)
  }
}

/// Reads a filter expression such as `age >= 12 and phase in (CR2, CR3) or not donor is missing`.
///
/// `or` binds loosest, then `and`, then `not`; parentheses group. Names and values with blanks or symbols stand in
/// quotes. A name is a variable's name or label, in any letter case where that is unambiguous. `4 <= age < 12` is one
/// condition; `all (…)` and `any (…)` hold one condition or none.
struct FilterParser {
  private let tokens: [FilterToken]
  private let variables: [Variable]
  private var position = 0
  /// How many brackets and negations are open.
  private var depth = 0

  init(_ expression: String, variables: [Variable]) throws(FilterSyntaxError) {
    tokens = try FilterToken.tokens(of: expression)
    self.variables = variables
  }

  mutating func parse() throws(FilterSyntaxError) -> FilterExpression {
    let expression = try disjunction()
    guard current.kind == .end else { throw unexpected("“and”, “or” or the end") }
    guard expression.depth <= FilterExpression.deepest else {
      throw .tooDeep(column: 1, limit: FilterExpression.deepest)
    }
    return expression
  }

  private var current: FilterToken { tokens[position] }

  private mutating func take(_ text: String) -> Bool {
    guard current.is(text) else { return false }
    position += 1
    return true
  }

  private func unexpected(_ expected: String) -> FilterSyntaxError {
    .unexpected(found: current.text, column: current.column, expected: expected)
  }

  private mutating func disjunction() throws(FilterSyntaxError) -> FilterExpression {
    var parts = [try conjunction()]
    while take("or") || take("|") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(FilterSyntaxError) -> FilterExpression {
    var parts = [try negation()]
    while take("and") || take("&") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(FilterSyntaxError) -> FilterExpression {
    guard depth < FilterExpression.deepest else {
      throw .tooDeep(column: current.column, limit: FilterExpression.deepest)
    }
    depth += 1
    defer { depth -= 1 }
    if take("not") || take("!") { return .not(try negation()) }
    if take("(") {
      let inner = try disjunction()
      guard take(")") else { throw unexpected("“)”") }
      return inner
    }
    for word in ["all", "any"] where current.is(word) && tokens[position + 1].is("(") {
      position += 2
      let parts = current.is(")") ? [] : [try disjunction()]
      guard take(")") else { throw unexpected("“)”") }
      return word == "all" ? .all(parts) : .any(parts)
    }
    return try comparison()
  }

  private mutating func comparison() throws(FilterSyntaxError) -> FilterExpression {
    if let between = try between() { return between }
    let variable = try name()
    let operation = current
    if take("is") {
      let negated = take("not")
      guard take("missing") || take("na") else { throw unexpected("“missing”") }
      return negated ? .not(.missing(variable.name)) : .missing(variable.name)
    }
    if take("contains") {
      guard !variable.isNumeric else {
        throw .notComparable(
          variable: variable.name, operation: "contains", column: operation.column,
          why: "it is no text; use = or <")
      }
      return .contains(variable.name, try value().text)
    }
    let negated = take("not")
    let list = current
    if take("in") {
      let condition = try FilterExpression.oneOf(try values(), of: variable, column: list.column)
      return negated ? .not(condition) : condition
    }
    guard !negated else { throw unexpected("“in”") }
    for symbol in ["=", "!=", "<", "<=", ">", ">="] where take(symbol) {
      return try FilterExpression.comparing(variable, operation: operation, with: try value())
    }
    throw unexpected("one of = != < <= > >= in is contains")
  }

  /// `4 <= age < 12`; nothing else has two comparisons in a row.
  private mutating func between() throws(FilterSyntaxError) -> FilterExpression? {
    guard position + 4 < tokens.count else { return nil }
    let (first, second) = (tokens[position + 1], tokens[position + 3])
    guard [first, second].allSatisfy({ $0.is("<") || $0.is("<=") }) else { return nil }
    let lower = try value()
    position += 1
    let variable = try name()
    position += 1
    return try FilterExpression.between(lower, first, variable, second, try value())
  }

  private mutating func name() throws(FilterSyntaxError) -> Variable {
    let token = current
    guard token.kind == .word || token.kind == .quoted else { throw unexpected("the name of a variable") }
    position += 1
    if let variable = variables.named(token.text) { return variable }
    let nearest = NearestName.of(token.text, among: variables)
    throw .unknownVariable(name: token.text, column: token.column, nearest: nearest)
  }

  private mutating func value() throws(FilterSyntaxError) -> FilterToken {
    let token = current
    guard token.kind == .word || token.kind == .quoted else { throw unexpected("a value") }
    position += 1
    return token
  }

  private mutating func values() throws(FilterSyntaxError) -> [FilterToken] {
    guard take("(") else { throw unexpected("“(”") }
    guard !take(")") else { return [] }
    var values = [try value()]
    while take(",") { values.append(try value()) }
    guard take(")") else { throw unexpected("“,” or “)”") }
    return values
  }
}

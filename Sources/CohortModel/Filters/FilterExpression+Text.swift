extension FilterExpression {
  /// The condition as it can be typed: reading it gives the same condition, whatever it is.
  ///
  /// - Parameter schema: tells which numbers are dates.
  package func text(in schema: CohortSchema) -> String { text { schema.variable($0) } }

  private func text(_ variable: (String) -> Variable?) -> String {
    switch self {
    case .oneOf(let name, let texts): return Self.list(texts, of: name, negated: false)
    case .not(.oneOf(let name, let texts)): return Self.list(texts, of: name, negated: true)
    case .range(let name, let range): return Self.comparison(range, of: name, variable(name))
    case .contains(let name, let words): return "\(name.asWord) contains \(words.asWord)"
    case .missing(let name): return "\(name.asWord) is missing"
    case .not(.missing(let name)): return "\(name.asWord) is not missing"
    case .not(.all(let parts)) where parts.count > 1: return "not (\(Self.join(parts, "and", variable)))"
    case .not(.any(let parts)) where parts.count > 1: return "not (\(Self.join(parts, "or", variable)))"
    case .not(let part): return "not \(part.text(variable))"
    case .all(let parts):
      return parts.count > 1 ? Self.join(parts, "and", variable) : Self.few("all", parts, variable)
    case .any(let parts):
      return parts.count > 1 ? Self.join(parts, "or", variable) : Self.few("any", parts, variable)
    }
  }

  private static func list(_ texts: Set<String>, of name: String, negated: Bool) -> String {
    let words = texts.sorted().map(\.asWord)
    if words.count == 1 { return "\(name.asWord) \(negated ? "!=" : "=") \(words[0])" }
    return "\(name.asWord) \(negated ? "not in" : "in") (\(words.joined(separator: ", ")))"
  }

  private static func join(
    _ parts: [FilterExpression], _ word: String, _ variable: (String) -> Variable?
  ) -> String {
    parts.map { part in
      switch part {
      case .all(let inner) where inner.count > 1: "(\(part.text(variable)))"
      case .any(let inner) where inner.count > 1: "(\(part.text(variable)))"
      default: part.text(variable)
      }
    }.joined(separator: " \(word) ")
  }

  /// A conjunction or disjunction of one part or none, which has no words between its parts to be known by.
  private static func few(
    _ word: String, _ parts: [FilterExpression], _ variable: (String) -> Variable?
  ) -> String {
    "\(word) (\(parts.map { $0.text(variable) }.joined()))"
  }

  private static func comparison(_ range: NumericRange, of name: String, _ variable: Variable?) -> String {
    let described = variable ?? Variable(name: name, kind: .number, domain: .numbers(decimals: 0))
    let (name, lower, upper) = (name.asWord, described.text(range.lower), described.text(range.upper))
    if range.lower == range.upper, range.includesLower, range.includesUpper { return "\(name) = \(lower)" }
    let (from, to) = (range.includesLower ? "<=" : "<", range.includesUpper ? "<=" : "<")
    let hasLower = range.lower > -.infinity || !range.includesLower
    let hasUpper = range.upper < .infinity || !range.includesUpper
    switch (hasLower, hasUpper) {
    case (true, false): return "\(name) \(range.includesLower ? ">=" : ">") \(lower)"
    case (false, true): return "\(name) \(to) \(upper)"
    // Two bounds are said in one piece, for “and” makes two conditions of them.
    default: return "\(lower) \(from) \(name) \(to) \(upper)"
    }
  }
}

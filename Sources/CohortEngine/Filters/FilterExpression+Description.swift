extension FilterExpression {
  /// The same condition about another variable.
  func moved(from old: Int, to new: Int) -> FilterExpression {
    switch self {
    case .levels(let variable, let levels): .levels(variable: variable == old ? new : variable, levels)
    case .range(let variable, let range): .range(variable: variable == old ? new : variable, range)
    case .contains(let variable, let words): .contains(variable: variable == old ? new : variable, words)
    case .text(let variable, let texts): .text(variable: variable == old ? new : variable, texts)
    case .missing(let variable): .missing(variable: variable == old ? new : variable)
    case .not(let part): .not(part.moved(from: old, to: new))
    case .all(let parts): .all(parts.map { $0.moved(from: old, to: new) })
    case .any(let parts): .any(parts.map { $0.moved(from: old, to: new) })
    }
  }

  /// The condition as it can be typed: parsing it gives the same condition.
  package func description(of variables: [Variable]) -> String {
    switch self {
    case .levels(let variable, let levels):
      let name = Self.quoted(variables[variable].name)
      guard case .levels(let column) = variables[variable].values else { return name }
      let texts = levels.sorted().map { Self.quoted(column.levels[$0]) }
      return texts.count == 1 ? "\(name) = \(texts[0])" : "\(name) in (\(texts.joined(separator: ", ")))"
    case .text(let variable, let texts):
      let name = Self.quoted(variables[variable].name)
      let sorted = texts.sorted().map(Self.quoted)
      return sorted.count == 1 ? "\(name) = \(sorted[0])" : "\(name) in (\(sorted.joined(separator: ", ")))"
    case .range(let variable, let range):
      return Self.describe(range, of: variables[variable])
    case .contains(let variable, let words):
      return "\(Self.quoted(variables[variable].name)) contains \(Self.quoted(words))"
    case .missing(let variable):
      return "\(Self.quoted(variables[variable].name)) is missing"
    case .not(.missing(let variable)):
      return "\(Self.quoted(variables[variable].name)) is not missing"
    case .not(.all(let parts)):
      return "not (\(Self.join(parts, with: " and ", of: variables)))"
    case .not(.any(let parts)):
      return "not (\(Self.join(parts, with: " or ", of: variables)))"
    case .not(.range(let variable, let range)):
      // Two bounds are two conditions when they are typed.
      return "not (\(Self.describe(range, of: variables[variable])))"
    case .not(let part):
      return "not \(part.description(of: variables))"
    case .all(let parts):
      return Self.join(parts, with: " and ", of: variables)
    case .any(let parts):
      return Self.join(parts, with: " or ", of: variables)
    }
  }

  private static func join(_ parts: [FilterExpression], with word: String, of variables: [Variable]) -> String
  {
    parts.map { part in
      switch part {
      case .all, .any: "(\(part.description(of: variables)))"
      default: part.description(of: variables)
      }
    }.joined(separator: word)
  }

  private static func describe(_ range: NumericRange, of variable: Variable) -> String {
    let name = quoted(variable.name)
    if range.lower == range.upper, range.includesLower, range.includesUpper {
      return "\(name) = \(variable.text(range.lower))"
    }
    let lower =
      range.lower > -.infinity
      ? "\(name) \(range.includesLower ? ">=" : ">") \(variable.text(range.lower))" : nil
    let upper =
      range.upper < .infinity
      ? "\(name) \(range.includesUpper ? "<=" : "<") \(variable.text(range.upper))" : nil
    return [lower, upper].compactMap { $0 }.joined(separator: " and ")
  }

  /// The word as it is where it can stand alone, else in quotes.
  private static func quoted(_ word: String) -> String {
    let keywords: Set = ["and", "or", "not", "in", "is", "missing", "contains", "na"]
    let plain = word.allSatisfy { $0.isLetter || $0.isNumber || "_-.+:/%".contains($0) }
    if plain, !word.isEmpty, !keywords.contains(word.lowercased()) { return word }
    return "\"" + word.replacing("\"", with: "\"\"") + "\""
  }
}

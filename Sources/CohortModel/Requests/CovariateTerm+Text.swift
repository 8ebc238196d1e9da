/// Terms as they are typed.
extension CovariateTerm {
  /// The term as it can be typed: `age`, `age per 10`, `age log`, `age cut 4 12`, `phase ref CR2`, `strata centre`,
  /// `age * phase`.
  package func text(in schema: CohortSchema) -> String {
    let variable = schema.variable(variable)
    let text = text(of: Self.sayable(self.variable), variable)
    // A label such as “age log” would be taken for its own variable.
    guard let meant = schema.variables.named(text), meant.name != self.variable else { return text }
    return self.text(of: self.variable.quoted, variable)
  }

  private func text(of name: String, _ variable: Variable?) -> String {
    func number(_ value: Double) -> String { variable?.text(value) ?? "\(value)" }
    switch coding {
    case .levels(nil), .per(1): return name
    case .levels(let reference?): return "\(name) ref \(reference.asWord)"
    case .per(let step): return "\(name) per \(number(step))"
    case .cuts(let cuts): return "\(name) cut \(cuts.map(number).joined(separator: " "))"
    case .logarithm: return "\(name) log"
    case .strata: return "strata \(name)"
    case .interaction(let other): return "\(name) * \(Self.sayable(other))"
    }
  }

  /// Reads terms with commas between them, `none` for no term; interactions come last, after the terms they are of.
  ///
  /// `age * phase` stands for both variables and their interaction. The same variable twice is an error.
  package static func terms(parsing text: String, in schema: CohortSchema) throws(NamingError)
    -> [CovariateTerm]
  {
    let tokens: [FilterToken]
    do { tokens = Array(try FilterToken.tokens(of: text).dropLast()) } catch {
      throw .notATerm(text, why: "\(error)")
    }
    if tokens.count <= 1, tokens.first.map({ $0.kind == .word && $0.text.lowercased() == "none" }) ?? true {
      return []
    }
    var (terms, products): ([CovariateTerm], [[ArraySlice<FilterToken>]]) = ([], [])
    for part in tokens.split(omittingEmptySubsequences: false, whereSeparator: { $0.is(",") }) {
      let factors = factors(of: part)
      guard factors.count == 1 else {
        products.append(factors)
        continue
      }
      let term = try CovariateTerm(part, in: schema)
      guard !terms.contains(where: { $0.variable == term.variable }) else {
        throw .notATerm(term.variable, why: "it is named twice")
      }
      terms.append(term)
    }
    var interactions: [CovariateTerm] = []
    for factors in products {
      let interaction = try interaction(of: factors, joining: &terms, in: schema)
      guard !interactions.contains(where: { $0.isOf(interaction) }) else {
        throw .notATerm(interaction.variable, why: "its interaction is named twice")
      }
      interactions.append(interaction)
    }
    return terms + interactions
  }

  /// Whether two interactions are of the same variables.
  private func isOf(_ other: CovariateTerm) -> Bool {
    Set([variable, partner]) == Set([other.variable, other.partner])
  }

  /// What stands between `*`s.
  private static func factors(of part: ArraySlice<FilterToken>) -> [ArraySlice<FilterToken>] {
    let spread = part.flatMap { token -> [FilterToken] in
      guard token.kind == .word, token.text.contains("*") else { return [token] }
      let words = token.text.split(separator: "*", omittingEmptySubsequences: false)
      return words.enumerated().flatMap { place, word in
        (place == 0 ? [] : [FilterToken(kind: .symbol, text: "*", column: token.column)])
          + (word.isEmpty ? [] : [FilterToken(kind: .word, text: String(word), column: token.column)])
      }
    }
    return spread.split(omittingEmptySubsequences: false) { $0.is("*") }
  }

  /// The interaction of two variables, which become terms where they are none.
  private static func interaction(
    of factors: [ArraySlice<FilterToken>], joining terms: inout [CovariateTerm], in schema: CohortSchema
  ) throws(NamingError) -> CovariateTerm {
    var mains: [CovariateTerm] = []
    for factor in factors {
      guard !factor.isEmpty else { throw .notATerm("*", why: "a variable is missing beside it") }
      let plain = schema.variables.named(factor.map(\.text).joined(separator: " "))
      if let known = terms.first(where: { $0.variable == plain?.name }) {
        mains.append(known)
        continue
      }
      let named = try CovariateTerm(factor, in: schema)
      guard !terms.contains(where: { $0.variable == named.variable }) else {
        throw .notATerm(named.variable, why: "it is named twice")
      }
      terms.append(named)
      mains.append(named)
    }
    guard mains.count == 2, mains[0].variable != mains[1].variable else {
      throw .notATerm(mains[0].variable, why: "an interaction is of two variables, as in “age * phase”")
    }
    guard mains.allSatisfy(\.isMain) else {
      throw .notATerm(mains[0].variable, why: "strata have no columns to interact")
    }
    return CovariateTerm(variable: mains[0].variable, coding: .interaction(with: mains[1].variable))
  }

  private static let codings = ["per", "log", "cut", "ref"]

  /// The name as a word, in quotes where a part of it would be taken for a coding.
  private static func sayable(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { codings.contains($0) || $0 == "strata" } ? name.quoted : name.asWord
  }

  private init(strata tokens: ArraySlice<FilterToken>, in schema: CohortSchema) throws(NamingError) {
    let name = tokens.map(\.text).joined(separator: " ")
    self.init(variable: try schema.variable(named: name).name, coding: .strata)
    try check(in: schema)
  }

  private init(_ tokens: ArraySlice<FilterToken>, in schema: CohortSchema) throws(NamingError) {
    guard let first = tokens.first else { throw .notATerm("", why: "a variable is missing between commas") }
    let whole = tokens.map(\.text).joined(separator: " ")
    if first.kind == .word, first.text.lowercased() == "strata", tokens.count > 1 {
      try self.init(strata: tokens.dropFirst(), in: schema)
      return
    }
    // A name in quotes is meant as it stands, and ends where the quotes do.
    if first.kind != .quoted || tokens.count == 1, let variable = schema.variables.named(whole) {
      try self.init(variable)
      try check(in: schema)
      return
    }
    let rest = first.kind == .quoted ? tokens.dropFirst() : tokens
    let split =
      rest.firstIndex { $0.kind == .word && Self.codings.contains($0.text.lowercased()) } ?? tokens.endIndex
    let name = tokens[..<split].map(\.text).joined(separator: " ")
    let variable = try schema.variable(named: name)
    guard split < tokens.endIndex else {
      try self.init(variable)
      try check(in: schema)
      return
    }
    let words = tokens[(split + 1)...].map(\.text)
    func numbers() throws(NamingError) -> [Double] {
      var numbers: [Double] = []
      for word in words {
        guard let number = variable.number(word), number.isFinite else {
          throw .notATerm(variable.name, why: "“\(word)” is no number")
        }
        numbers.append(number)
      }
      guard !numbers.isEmpty else {
        throw .notATerm(variable.name, why: "a number is missing after “\(tokens[split].text)”")
      }
      return numbers
    }
    let coding: Coding
    switch tokens[split].text.lowercased() {
    case "per":
      let steps = try numbers()
      guard steps.count == 1 else { throw .notATerm(variable.name, why: "it has one step, as in “per 10”") }
      coding = .per(steps[0])
    case "cut": coding = .cuts(Array(Set(try numbers())).sorted())
    case "ref": coding = .levels(reference: words.joined(separator: " "))
    default:
      guard words.isEmpty else { throw .notATerm(variable.name, why: "nothing is expected after “log”") }
      coding = .logarithm
    }
    self.init(variable: variable.name, coding: coding)
    try check(in: schema)
  }
}

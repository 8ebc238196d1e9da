/// A variable as it enters a regression.
package struct CovariateTerm: Hashable, Sendable {
  /// How its values become columns.
  package enum Coding: Hashable, Sendable {
    /// A column for each level but the reference; `nil` for the study's, else the first that occurs.
    case levels(reference: String?)
    /// The number in steps of so many units: a ratio for ten years more.
    case per(Double)
    /// The number divided at increasing thresholds, the lowest part being the reference.
    case cuts([Double])
    /// The natural logarithm of a positive number: a ratio for e times as much.
    case logarithm
  }

  /// The variable's name.
  package var variable: String
  package var coding: Coding

  package init(variable: String, coding: Coding) { (self.variable, self.coding) = (variable, coding) }

  /// The variable as it is: its levels, or one unit of a number.
  package init(_ variable: Variable) throws(NamingError) {
    switch variable.domain {
    case .levels: self.init(variable: variable.name, coding: .levels(reference: nil))
    case .numbers where variable.kind != .date: self.init(variable: variable.name, coding: .per(1))
    case .numbers: throw .notATerm(variable.name, why: "a date can only be cut, as in “cut 2019-04-03”")
    case .text:
      throw .notATerm(variable.name, why: "it is free text or an identifier")
    }
  }

  /// Whether a schema has the variable, and it can be coded in this way.
  package func check(in schema: CohortSchema) throws(NamingError) {
    let variable = try schema.variable(named: variable)
    guard variable.knownAt != variable.name else {
      throw .notATerm(variable.name, why: "it is the time at which something happened")
    }
    switch (coding, variable.domain) {
    case (.levels(let reference?), .levels(let levels)) where !levels.contains(reference):
      throw .notATerm(
        variable.name,
        why: "it has no level “\(reference)”; expected one of \(levels.joined(separator: ", "))")
    case (.levels, .levels): break
    case (.cuts(let cuts), .numbers) where cuts.count >= Arms.most:
      throw .notATerm(variable.name, why: "\(cuts.count) cuts are more than \(Arms.most - 1)")
    case (.cuts(let cuts), .numbers)
    where !cuts.isEmpty && cuts.allSatisfy(\.isFinite) && zip(cuts, cuts.dropFirst()).allSatisfy(<): break
    case (_, .numbers) where variable.kind == .date:
      throw .notATerm(variable.name, why: "a date can only be cut, as in “cut 2019-04-03”")
    case (.per(let step), .numbers) where (1e-100...1e100).contains(step): break
    case (.logarithm, .numbers): break
    case (.levels, _): throw .notATerm(variable.name, why: "it has no levels")
    case (_, .numbers):
      throw .notATerm(variable.name, why: "its steps or cuts are no numbers above each other")
    default: throw .notATerm(variable.name, why: "only a number can be cut, scaled or have a logarithm")
    }
  }
}

// MARK: Text

extension CovariateTerm {
  /// The term as it can be typed: `age`, `age per 10`, `age log`, `age cut 4 12`, `phase ref CR2`.
  package func text(in schema: CohortSchema) -> String {
    let variable = schema.variable(variable)
    // `age log` may be a variable of its own.
    let isAnother = coding == .logarithm && schema.variables.named("\(self.variable) log") != nil
    let name = isAnother ? self.variable.quoted : Self.sayable(self.variable)
    func number(_ value: Double) -> String { variable?.text(value) ?? "\(value)" }
    switch coding {
    case .levels(nil), .per(1): return name
    case .levels(let reference?): return "\(name) ref \(reference.asWord)"
    case .per(let step): return "\(name) per \(number(step))"
    case .cuts(let cuts): return "\(name) cut \(cuts.map(number).joined(separator: " "))"
    case .logarithm: return "\(name) log"
    }
  }

  /// Reads terms with commas between them, `none` for no term.
  ///
  /// The same variable twice is an error.
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
    var terms: [CovariateTerm] = []
    for part in tokens.split(omittingEmptySubsequences: false, whereSeparator: { $0.is(",") }) {
      let term = try CovariateTerm(part, in: schema)
      guard !terms.contains(where: { $0.variable == term.variable }) else {
        throw .notATerm(term.variable, why: "it is named twice")
      }
      terms.append(term)
    }
    return terms
  }

  private static let codings = ["per", "log", "cut", "ref"]

  /// The name as a word, in quotes where a part of it would be taken for a coding.
  private static func sayable(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains(where: codings.contains) ? name.quoted : name.asWord
  }

  private init(_ tokens: ArraySlice<FilterToken>, in schema: CohortSchema) throws(NamingError) {
    guard let first = tokens.first else { throw .notATerm("", why: "a variable is missing between commas") }
    let whole = tokens.map(\.text).joined(separator: " ")
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

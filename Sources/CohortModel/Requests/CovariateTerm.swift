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
    /// No column: each level has a baseline hazard of its own.
    case strata
    /// The columns of this variable times those of another, both of which are terms of their own.
    case interaction(with: String)
  }

  /// The variable's name.
  package var variable: String
  package var coding: Coding

  package init(variable: String, coding: Coding) { (self.variable, self.coding) = (variable, coding) }

  /// The other variable of an interaction; `nil` for any other term.
  package var partner: String? { if case .interaction(let other) = coding { other } else { nil } }

  /// Whether it has columns of its own: neither a stratum nor an interaction.
  package var isMain: Bool { coding != .strata && partner == nil }

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
    case (.levels, .levels), (.strata, .levels): break
    case (.strata, _): throw .notATerm(variable.name, why: "only a variable with levels makes strata")
    case (.interaction(let other), _):
      guard other != variable.name else {
        throw .notATerm(variable.name, why: "it cannot interact with itself")
      }
      _ = try schema.variable(named: other)
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

/// How the selected patients are divided into the arms of a comparison, one curve each.
package enum Arms: Hashable, Sendable {
  /// One arm for each level of a categorical variable.
  case levels(of: String)
  /// A number cut at increasing thresholds: up to and including the first, then up to the second, … and beyond.
  case cuts(of: String, at: [Double])

  /// As many as there are colours, dashes and marks to tell them apart.
  package static let most = 8

  package var variable: String {
    switch self {
    case .levels(let variable), .cuts(let variable, _): variable
    }
  }

  /// The arms of a variable: its levels, or a number cut at its median.
  package init(_ variable: Variable) throws(NamingError) {
    switch variable.domain {
    case .levels(let levels):
      guard (1...Self.most).contains(levels.count) else {
        throw .notDivisible(
          variable.name,
          why: levels.isEmpty
            ? "it has no values"
            : "it has \(levels.count) values, more than the \(Self.most) curves that can be told apart")
      }
      self = .levels(of: variable.name)
    case .numbers:
      guard let cut = variable.distribution?.medianCut else {
        throw .notDivisible(variable.name, why: "it is the same for everyone")
      }
      self = .cuts(of: variable.name, at: [cut])
    case .text:
      throw .notDivisible(variable.name, why: "it is free text")
    }
  }

  /// The variable that is divided; throws where there is none, or where it cannot be divided in this way.
  package func variable(in schema: CohortSchema) throws(NamingError) -> Variable {
    guard let variable = schema.variable(variable) else {
      throw .unknownVariable(
        variable, nearest: NearestName.of(variable, among: schema.variables))
    }
    switch (self, variable.domain) {
    case (.levels, .levels): return variable
    case (.levels, _): throw .notDivisible(variable.name, why: "it has no levels")
    case (.cuts(_, let cuts), .numbers):
      guard !cuts.isEmpty, zip(cuts, cuts.dropFirst()).allSatisfy(<), cuts.allSatisfy(\.isFinite) else {
        throw .notDivisible(variable.name, why: "its cuts are no increasing numbers")
      }
      return variable
    case (.cuts, _): throw .notDivisible(variable.name, why: "only a number can be cut")
    }
  }

  /// What each arm is: a level, or an interval such as `≤ 12`, `> 12–18`, `> 18`; none for an unknown variable.
  package func names(in schema: CohortSchema) -> [String] {
    guard let variable = schema.variable(self.variable) else { return [] }
    switch self {
    case .levels: return variable.levels
    case .cuts(_, let cuts):
      guard let first = cuts.first, let last = cuts.last else { return [] }
      let between = zip(cuts, cuts.dropFirst()).map { "> \(variable.text($0))–\(variable.text($1))" }
      return ["≤ \(variable.text(first))"] + between + ["> \(variable.text(last))"]
    }
  }

  /// The stretches of numbers between increasing cuts, in the order of the arms.
  package static func ranges(between cuts: [Double]) -> [NumericRange] {
    guard let first = cuts.first, let last = cuts.last else { return [] }
    let between = zip(cuts, cuts.dropFirst()).map { NumericRange(lower: $0, upper: $1, includesLower: false) }
    return [NumericRange(upper: first)] + between + [NumericRange(lower: last, includesLower: false)]
  }
}

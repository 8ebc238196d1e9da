package import CohortModel

/// What dividing the patients by a variable makes of them, in words.
package struct ArmsText: Sendable {
  package let words: VariableWords

  /// What there is without arms.
  package static let undivided = "everybody together"

  package init(_ words: VariableWords) { self.words = words }

  /// One line for a menu: `CR1, CR2`, `cut at the median: ≤ 8, > 8`, `known later: no, yes`; why it cannot be divided
  /// where it cannot.
  package func summary(of variable: Variable) -> String {
    do {
      let names = words.names(try Arms(variable)).map(\.level).joined(separator: ", ")
      let marks = [
        variable.knownAt == nil ? nil : "known later", variable.isNumeric ? "cut at the median" : nil,
      ].compactMap(\.self)
      return marks.isEmpty ? names : "\(marks.joined(separator: ", ")): \(names)"
    } catch {
      // The menu names the variable already.
      if case .notDivisible(_, let why) = error { return why }
      return "\(error)"
    }
  }
}

import CohortModel

/// Filters that choose single patients, who may not be named.
extension FilterText {
  /// `without SYN-010`; `without 1 patient` where nobody is to know whom; `nil` for what chooses no single patients.
  func patients(_ condition: FilterExpression, _ isBrief: Bool) -> String? {
    if let (name, patients) = condition.leftOut, words.isIdentifier(name) {
      return "without \(said(patients, most: isBrief ? 1 : 3))"
    }
    guard words.hidesIdentifiers, condition.variables.contains(where: words.isIdentifier) else { return nil }
    switch condition {
    case .oneOf(_, let patients): return "only \(Self.count(patients))"
    case .contains(let name, _): return "\(words.label(name)) contains a text"
    case .range(let name, _): return "\(words.label(name)) in a range"
    case .missing, .not, .all, .any: return nil
    }
  }

  private func said(_ patients: Set<String>, most: Int) -> String {
    guard !words.hidesIdentifiers, patients.count <= most else { return Self.count(patients) }
    return patients.sorted().joined(separator: ", ")
  }

  private static func count(_ patients: Set<String>) -> String {
    "\(NumberText.count(patients.count)) \(patients.count == 1 ? "patient" : "patients")"
  }
}

extension VariableWords {
  func isIdentifier(_ name: String) -> Bool { schema.variable(name)?.kind == .identifier }

  /// The conditions that may be typed again, and in words those that would name patients.
  func typed(_ filters: FilterSet) -> (conditions: [FilterExpression], hidden: String?) {
    let conditions = filters.steps.map(\.condition)
    let hidden = conditions.filter(names)
    let text = FilterText(self)
    return (
      conditions.filter { !names($0) },
      hidden.isEmpty ? nil : hidden.map { text.text($0) }.joined(separator: " and ")
    )
  }

  /// The condition as it can be typed; in words where that would name patients.
  func typed(_ condition: FilterExpression) -> String {
    names(condition) ? FilterText(self).text(condition) : condition.text(in: schema)
  }

  /// Whether the condition would say what patients are called, which nobody is to know.
  private func names(_ condition: FilterExpression) -> Bool {
    hidesIdentifiers && condition.variables.contains(where: isIdentifier)
  }
}

extension FilterExpression {
  /// Those whom the condition leaves out by what they are called, and nobody else; `nil` for any other condition.
  package var leftOut: (variable: String, patients: Set<String>)? {
    switch self {
    case .not(.oneOf(let name, let patients)): return patients.isEmpty ? nil : (name, patients)
    case .any(let parts):
      // Whoever has no identifier is not left out with those who are.
      guard parts.count == 2, let known = parts[0].leftOut, parts[1] == .missing(known.variable) else {
        return nil
      }
      return known
    default: return nil
    }
  }

  /// An identifier's own filter that leaves out one patient more, and nobody else.
  ///
  /// - Parameter filter: the one in force.
  package static func leavingOut(
    _ patient: String, of identifier: Variable, from filter: FilterExpression?
  ) -> FilterExpression {
    var parts = filter?.conjuncts ?? []
    var patients: Set = [patient]
    if let place = parts.firstIndex(where: { $0.leftOut?.variable == identifier.name }) {
      patients.formUnion(parts.remove(at: place).leftOut?.patients ?? [])
    }
    let others = FilterExpression.not(.oneOf(identifier.name, patients))
    parts.append(identifier.missingCount > 0 ? .any([others, .missing(identifier.name)]) : others)
    return parts.count == 1 ? parts[0] : .all(parts)
  }
}

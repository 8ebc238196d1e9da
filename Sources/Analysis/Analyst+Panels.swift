import CohortModel

/// The curves of the patients with one value of a second factor.
package struct Panel: Equatable, Sendable {
  /// The level or interval.
  package var name: String
  package var curves: Curves
}

extension Analyst {
  /// The curves of each value of the factor that the question divides into panels, in its order; none without it.
  ///
  /// - Complexity: that of a question for each of its values.
  package func panels(_ question: Question) async throws -> [Panel] {
    guard let factor = question.panels else { return [] }
    let (variable, names) = (factor.variable, factor.names(in: schema))
    let conditions: [FilterExpression] =
      switch factor {
      case .levels: names.map { .oneOf(variable, [$0]) }
      case .cuts(_, let cuts): Arms.ranges(between: cuts).map { .range(variable, $0) }
      }
    var panels: [Panel] = []
    for (name, condition) in zip(names, conditions) {
      try Task.checkCancellation()
      var asked = question
      asked.panels = nil
      asked.filters.add(condition)
      panels.append(Panel(name: name, curves: try await curves(asked)))
    }
    return panels
  }
}

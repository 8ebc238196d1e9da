import CohortModel
import SurvivalStatistics

/// How factors are sorted.
package enum FactorOrder: String, Hashable, Sendable, CaseIterable {
  case p, name, study
}

extension Univariable {
  /// The factors by their P, the smallest first and those without one last; by their labels; or as the study has them.
  ///
  /// Of equals the one that the study names first comes first.
  package func factors(by order: FactorOrder) -> [Factor] {
    let keyed = factors.enumerated().map { place, factor in
      (
        p: factor.test.result.pValue ?? .infinity, name: factor.variable.label.lowercased(), place: place,
        factor: factor
      )
    }
    return switch order {
    case .p: keyed.sorted { ($0.p, $0.place) < ($1.p, $1.place) }.map(\.factor)
    case .name: keyed.sorted { ($0.name, $0.place) < ($1.name, $1.place) }.map(\.factor)
    case .study: factors
    }
  }
}

package import SurvivalStatistics

/// A comparison of the strata, by name.
package struct AnalysedTest: Sendable, Equatable {
  package var name: String
  package var result: ChiSquaredResult
  /// Strata that could not take part because nobody in them was at risk.
  package var emptyStrata: [String]
}

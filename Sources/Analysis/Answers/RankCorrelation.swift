package import SurvivalStatistics

/// How two numbers of the same patients go together, by ranks.
package struct RankCorrelation: Equatable, Sendable {
  package let spearman: SpearmanCorrelation

  /// - Complexity: O(*n* log *n*) for *n* patients.
  package init(_ x: [Double], _ y: [Double]) { spearman = SpearmanCorrelation(x, y) }
}

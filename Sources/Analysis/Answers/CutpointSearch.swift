package import SurvivalStatistics

/// The value of a number that divides survival best, with P values corrected for the search.
package struct CutpointSearch: Equatable, Sendable {
  /// All cuts that were tried.
  package let candidates: [MaximallySelectedLogRank.Candidate]
  /// The cut with the largest statistic; `nil` where nobody had the event, or no value divides the rows.
  package let best: MaximallySelectedLogRank.Candidate?
  /// Rows above the best cut.
  package let higherCount: Int?
  package let eventCount: Int
  private let search: MaximallySelectedLogRank

  /// How a P value is corrected for the search.
  package enum Correction: CaseIterable, Sendable {
    case lausenSchumacher, improvedBonferroni, permutation
  }

  /// Keeps the standard error of a permutation P below 0.0023.
  private static let permutations = 50_000
  /// Fixed, so that the same rows give the same answer.
  private static let seed: UInt64 = 20_240_501

  /// - Parameters:
  ///   - values: the number of each row.
  ///   - proportions: what part of the rows may be in the lower group.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  package init(
    _ cases: CompleteCases, values: [Double], proportions: ClosedRange<Double> = 0.1...0.9
  ) throws(SurvivalDataError) {
    let data = try cases.timeToEvent()
    search = try MaximallySelectedLogRank(
      values: values, data, minimumProportion: proportions.lowerBound,
      maximumProportion: proportions.upperBound)
    (candidates, best, eventCount) = (search.candidates, search.best, data.eventCount)
    higherCount = search.best.map { values.count - $0.lowerCount }
  }

  /// The P value of the best cut; `nil` without one.
  ///
  /// - Complexity: O(cuts), and 50,000 times the rows by permutation.
  package func pValue(_ correction: Correction) -> Double? {
    switch correction {
    case .lausenSchumacher: return search.lausenSchumacherPValue
    case .improvedBonferroni: return search.improvedBonferroniPValue
    case .permutation:
      var generator = SeededGenerator(seed: Self.seed)
      return search.permutationPValue(permutations: Self.permutations, using: &generator)
    }
  }
}

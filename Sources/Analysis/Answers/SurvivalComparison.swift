package import SurvivalStatistics

/// Survival compared between groups, within strata: the log-rank test and its relatives.
package struct SurvivalComparison: Equatable, Sendable {
  package let groups: [Group]
  package let logRank: LogRankTest
  /// For each stratum one of each group.
  private let tables: [[EventTable]]

  package struct Group: Equatable, Sendable {
    package let name: String
    package let patientCount: Int
    /// Events.
    package let observed: Int
    /// Events that the group would have if survival were the same in all.
    package let expected: Double
  }

  /// - Parameter strata: patients are compared within each only; `nil` for no strata.
  package init(
    _ cases: CompleteCases, between groups: Groups, strata: Groups? = nil
  ) throws(SurvivalDataError) {
    tables = try cases.eventTables(by: groups, strata: strata ?? Groups(everybody: cases.count))
    let logRank = LogRankTest(strata: tables)
    self.logRank = logRank
    self.groups = groups.places.enumerated().map { index, places in
      Group(
        name: groups.names[index], patientCount: cases.patientCount(among: places),
        observed: logRank.observed[index], expected: logRank.expected[index])
    }
  }

  /// The test with other weights.
  ///
  /// - Complexity: O(strata · groups² · distinct times).
  package func test(_ weights: LogRankWeights) -> LogRankTest {
    weights == .logRank ? logRank : LogRankTest(strata: tables, weights: weights)
  }

  /// Each pair of groups, with P values adjusted for their number.
  ///
  /// - Complexity: O(pairs · strata · distinct times).
  package func pairs(_ adjustment: PValueAdjustment) -> [PairwiseComparison] {
    PairwiseComparison.logRank(strata: tables, adjustment: adjustment)
  }
}

package import SurvivalStatistics

/// A number described in each group, and compared between the groups by ranks.
package struct NumberByGroup: Equatable, Sendable {
  package let groups: [Group]
  /// The known values of each group.
  private let samples: [[Double]]

  package struct Group: Equatable, Sendable {
    package let name: String
    /// Of the known values.
    package let summary: SampleSummary
    package let missingCount: Int
  }

  /// - Parameter values: the number of each patient; `nil` where it is missing.
  /// - Complexity: O(*n* log *n*) for *n* patients.
  package init(_ values: [Double?], by groups: Groups) {
    let places = groups.places
    let samples = places.map { $0.compactMap { values[$0] } }
    self.samples = samples
    self.groups = groups.names.enumerated().map { index, name in
      Group(
        name: name, summary: SampleSummary(samples[index]),
        missingCount: places[index].count - samples[index].count)
    }
  }

  /// Wilcoxon's test; `nil` unless there are two groups.
  package var rankSum: WilcoxonRankSumTest? {
    samples.count == 2 ? WilcoxonRankSumTest(samples[0], samples[1]) : nil
  }

  /// Kruskal and Wallis's test, of any number of groups.
  package var kruskalWallis: KruskalWallisTest { KruskalWallisTest(samples) }
}

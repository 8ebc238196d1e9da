package import SurvivalStatistics

/// A categorical variable counted in each group, and tested for being independent of the group.
package struct LevelsByGroup: Equatable, Sendable {
  /// In their order, occurring or not.
  package let levels: [String]
  package let groups: [Group]

  package struct Group: Equatable, Sendable {
    package let name: String
    /// Patients with each level.
    package let counts: [Int]
    package let missingCount: Int

    /// Patients whose level is known.
    package var knownCount: Int { counts.reduce(0, +) }
  }

  /// - Parameter codes: the level of each patient, by its place in the levels; `nil` where it is missing.
  /// - Complexity: O(*n*) for *n* patients.
  package init(levels: [String], codes: [Int?], by groups: Groups) {
    self.levels = levels
    self.groups = zip(groups.names, groups.places).map { name, places in
      var counts = [Int](repeating: 0, count: levels.count)
      for place in places { if let code = codes[place] { counts[code] += 1 } }
      return Group(name: name, counts: counts, missingCount: places.count - counts.reduce(0, +))
    }
  }

  /// One row for each group, without levels and groups that nobody has.
  private var table: ContingencyTable { ContingencyTable(groups.map(\.counts)) }

  /// Fisher's exact test, with the odds ratio of two groups and two levels; `nil` P where the table is too large for it.
  ///
  /// - Complexity: up to a matter of seconds; it ends early where its task is cancelled.
  package var fisher: FisherExactTest { FisherExactTest(table) }

  /// Pearson's test without a correction.
  package var chiSquared: PearsonChiSquaredTest { PearsonChiSquaredTest(table) }

  /// Pearson's test with Yates's correction; `nil` unless there are two groups and two levels.
  package var corrected: PearsonChiSquaredTest? {
    table.isTwoByTwo ? PearsonChiSquaredTest(table, correction: .yates) : nil
  }
}

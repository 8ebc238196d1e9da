/// Event tables for a state that begins after time zero: everybody counts as without it until it begins.
///
/// A transplant, a response or an acute complication can only be seen in those who live to have it; grouping
/// subjects from time zero by what happens to them later gives that group immortal time. Here each subject
/// leaves the first table, as if censored, when the state begins and enters the second just after. Their
/// Kaplan–Meier estimates are the curves of Simon and Makuch; their log-rank test is ``MantelByarTest``.
///
/// ```swift
/// let subjects: [Observation] = [.event(at: 4), .event(at: 6), .censored(at: 9)]
/// let transplant = try SimonMakuch(subjects, onsets: [nil, 2, 5])
/// print(transplant.switchCount)
/// print(transplant.with)
/// // 2
/// // EventTable: n 2, 1 event, up to 9
/// ```
///
/// - SeeAlso: Simon & Makuch (1984), Statistics in Medicine 3: 35–44.
public struct SimonMakuch: Equatable, Sendable {
  /// Those in whom the state has not begun yet.
  public let without: EventTable
  /// Those in whom it has.
  public let with: EventTable
  /// Number of subjects who changed from the one to the other under observation.
  public let switchCount: Int

  /// Counts subjects by a state that may begin while they are observed.
  ///
  /// - Parameters:
  ///   - observations: one a subject.
  ///   - onsets: when the state began in each; `nil` when it never did. An onset at the end of observation or later
  ///     comes too late to count; one at or before the start (0 without an entry) holds from the start.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  /// - Throws: ``SurvivalDataError`` when the subjects cannot be counted.
  /// - Complexity: O(*n* log *n*) for *n* subjects.
  public init(
    _ observations: [Observation], onsets: [Double?], causeCount: Int? = nil
  ) throws(SurvivalDataError) {
    self = try Self.tables(observations, onsets: onsets, strata: [], causeCount: causeCount)[0]
  }

  /// Counts subjects by a state and a stratum, near-equal times being merged over all of them.
  ///
  /// - Parameters:
  ///   - observations: one a subject.
  ///   - onsets: when the state began in each; `nil` when it never did.
  ///   - strata: the stratum of each subject, from 0; empty for a single one.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  /// - Returns: the tables of each stratum.
  /// - Throws: ``SurvivalDataError`` when the subjects cannot be counted.
  public static func tables(
    _ observations: [Observation], onsets: [Double?], strata: [Int], causeCount: Int? = nil
  ) throws(SurvivalDataError) -> [SimonMakuch] {
    try RegressionRows.validate(
      rowCount: observations.count, [("onset", onsets.count)], optional: [("stratum", strata.count)])
    for row in strata.indices where strata[row] < 0 { throw .unknownGroup(row: row, group: strata[row]) }
    let data = try SurvivalData(observations, rule: .exact)
    for subject in onsets.indices where onsets[subject]?.isNaN == true {
      throw .notFinite(column: "onset", row: subject)
    }
    // All three kinds of time are made equal together, so that an onset cannot fall a rounding error before
    // the end.
    let merged = try MergedTimes(
      times: data.tied.times, onsets: onsets, entries: data.tied.entries)
    var rows = Rows()
    for subject in observations.indices {
      rows.add(
        entry: merged.entries[subject], onset: merged.onsets[subject], time: merged.times[subject],
        outcome: observations[subject].outcome, stratum: strata.isEmpty ? 0 : strata[subject])
    }
    let stratumCount = (strata.max() ?? 0) + 1
    let tables = try EventTable.tables(
      SurvivalData(rows.observations, rule: .exact), groups: rows.groups, groupCount: 2 * stratumCount,
      causeCount: causeCount ?? data.causeCount)
    return (0..<stratumCount).map { stratum in
      SimonMakuch(
        without: tables[2 * stratum], with: tables[2 * stratum + 1],
        switchCount: rows.switched.count { $0 == stratum })
    }
  }

  private init(without: EventTable, with: EventTable, switchCount: Int) {
    (self.without, self.with, self.switchCount) = (without, with, switchCount)
  }

  /// Near-equal times made equal over all three columns; what never happens is at infinity.
  private struct MergedTimes {
    var times: [Double]
    var onsets: [Double]
    var entries: [Double?]

    init(times: [Double], onsets: [Double?], entries: [Double]) throws(SurvivalDataError) {
      self.times = try TiedTimes(times: times, entries: entries, rule: .exact).times
      self.onsets = onsets.map { $0 ?? .infinity }
      self.entries = entries.isEmpty ? times.map { _ in nil } : entries.map { $0 > -.infinity ? $0 : nil }
      let (late, started) = (
        self.onsets.indices.filter { self.onsets[$0].isFinite }, entries.filter(\.isFinite)
      )
      let pool = try TiedTimes(times: times + late.map { self.onsets[$0] } + started).times
      self.times = Array(pool[..<times.count])
      for (index, subject) in late.enumerated() { self.onsets[subject] = pool[times.count + index] }
      var next = times.count + late.count
      for subject in entries.indices where entries[subject].isFinite {
        self.entries[subject] = pool[next]
        next += 1
      }
    }
  }

  /// Start–stop rows, one or two a subject.
  private struct Rows {
    var observations: [Observation] = []
    var groups: [Int] = []
    /// The stratum of each subject that changes.
    var switched: [Int] = []

    mutating func add(entry: Double?, onset: Double, time: Double, outcome: Observation.Outcome, stratum: Int)
    {
      if onset <= entry ?? 0 {
        append(entry, time, outcome, 2 * stratum + 1)
      } else if onset >= time {
        append(entry, time, outcome, 2 * stratum)
      } else {
        append(entry, onset, .censored, 2 * stratum)
        append(onset, time, outcome, 2 * stratum + 1)
        switched.append(stratum)
      }
    }

    private mutating func append(
      _ entry: Double?, _ end: Double, _ outcome: Observation.Outcome, _ group: Int
    ) {
      observations.append(Observation(entry: entry, time: end, outcome: outcome))
      groups.append(group)
    }
  }
}

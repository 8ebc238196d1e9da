/// Event tables for a state that begins after time zero: everybody counts as without it until it begins.
///
/// A transplant, a response or an acute complication can only be seen in those who live to have it; grouping
/// subjects from time zero by what happens to them later gives that group immortal time. Here each subject
/// leaves the first table, as if censored, when the state begins and enters the second just after. Their
/// Kaplan–Meier estimates are the curves of Simon and Makuch; their log-rank test is ``MantelByarTest``.
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
  ///   - times: end of observation of each subject.
  ///   - status: 0 for a censored subject, 1…*K* for a failure from that cause.
  ///   - onsets: when the state began; `nil` when it never did. An onset at the end of observation or later
  ///     comes too late to count; one at or before the start (0 without `entries`) holds from the start.
  ///   - entries: start of observation of each subject; empty where everybody is observed from the start.
  ///   - causeCount: how many causes to tell apart; by default the largest status, at least one.
  /// - Throws: ``SurvivalDataError`` when the subjects cannot be counted.
  /// - Complexity: O(*n* log *n*) for *n* subjects.
  public init(
    times: [Double], status: [Int], onsets: [Double?], entries: [Double] = [], causeCount: Int? = nil
  ) throws(SurvivalDataError) {
    let strata = try Self.tables(
      times: times, status: status, onsets: onsets, entries: entries, strata: [], causeCount: causeCount)
    self = strata[0]
  }

  /// Counts subjects by a state and a stratum, near-equal times being merged over all of them.
  ///
  /// - Parameters:
  ///   - times: end of observation of each subject.
  ///   - status: 0 for a censored subject, 1…*K* for a failure from that cause.
  ///   - onsets: when the state began; `nil` when it never did.
  ///   - entries: start of observation of each subject; empty where everybody is observed from the start.
  ///   - strata: the stratum of each subject, from 0; empty for a single one.
  ///   - causeCount: how many causes to tell apart; by default the largest status, at least one.
  /// - Returns: the tables of each stratum.
  /// - Throws: ``SurvivalDataError`` when the subjects cannot be counted.
  public static func tables(
    times: [Double], status: [Int], onsets: [Double?], entries: [Double] = [], strata: [Int],
    causeCount: Int? = nil
  ) throws(SurvivalDataError) -> [SimonMakuch] {
    try RegressionRows.validate(
      rowCount: times.count, [("status", status.count), ("onset", onsets.count)],
      optional: [("entry", entries.count), ("stratum", strata.count)])
    for subject in onsets.indices where onsets[subject]?.isNaN == true {
      throw .notFinite(column: "onset", row: subject)
    }
    // All three kinds of time are made equal together, so that an onset cannot fall a rounding error before
    // the end.
    let merged = try MergedTimes(times: times, onsets: onsets, entries: entries)
    var rows = Rows()
    for subject in times.indices {
      rows.add(
        entry: merged.entries[subject], onset: merged.onsets[subject], time: merged.times[subject],
        status: status[subject], stratum: strata.isEmpty ? 0 : strata[subject])
    }
    let tied = try TiedTimes(times: rows.ends, entries: rows.starts, rule: .exact)
    let stratumCount = (strata.max() ?? 0) + 1
    let tables = try EventTable.tables(
      tied, status: rows.status, groups: rows.groups, groupCount: 2 * stratumCount,
      causeCount: causeCount ?? status.max())
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
      self.entries = entries.isEmpty ? times.map { _ in nil } : entries.map { $0 }
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
    var starts: [Double] = []
    var ends: [Double] = []
    var status: [Int] = []
    var groups: [Int] = []
    /// The stratum of each subject that changes.
    var switched: [Int] = []

    mutating func add(entry: Double?, onset: Double, time: Double, status: Int, stratum: Int) {
      let start = entry ?? -.infinity
      if onset <= entry ?? 0 {
        append(start, time, status, 2 * stratum + 1)
      } else if onset >= time {
        append(start, time, status, 2 * stratum)
      } else {
        append(start, onset, 0, 2 * stratum)
        append(onset, time, status, 2 * stratum + 1)
        switched.append(stratum)
      }
    }

    private mutating func append(_ start: Double, _ end: Double, _ status: Int, _ group: Int) {
      starts.append(start)
      ends.append(end)
      self.status.append(status)
      groups.append(group)
    }
  }
}

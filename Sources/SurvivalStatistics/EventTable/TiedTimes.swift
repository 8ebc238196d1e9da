/// Times of observation after near-equal ones have been made equal by a ``TieRule``.
///
/// The rule looks at all rows of an analysis at once, entries and exits together, so it has to be applied
/// before the rows are split into groups.
struct TiedTimes: Equatable, Sendable {
  /// End of observation of each row, merged.
  let times: [Double]
  /// Start of observation of each row, merged; empty when there is no delayed entry.
  let entries: [Double]
  /// The distinct finite times, entries and exits together, strictly increasing.
  let distinct: [Double]
  /// Position of each row's end of observation in ``distinct``.
  let exitSteps: [Int]
  /// Position of each row's start of observation in ``distinct``; -1 when it is before all of them.
  let entrySteps: [Int]

  /// Makes near-equal times equal.
  ///
  /// - Parameters:
  ///   - times: end of observation of each row; finite.
  ///   - entries: start of observation of each row, finite or minus infinity; empty without delayed entry.
  ///   - rule: which times are the same.
  /// - Throws: ``SurvivalDataError`` when a time is not finite or a row would never be at risk.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  init(times: [Double], entries: [Double] = [], rule: TieRule = .nearlyEqual) throws(SurvivalDataError) {
    try Self.validate(times: times, entries: entries)
    let distinct = Self.distinctTimes(times, entries)
    let starts = rule.runStarts(of: distinct)
    let merged = starts.map { distinct[$0] }
    let exits = times.map { Self.step(of: $0, in: merged) }
    let starting = entries.map { Self.step(of: $0, in: merged) }
    for row in entries.indices where starting[row] >= exits[row] {
      throw .emptyInterval(row: row, entry: entries[row], time: times[row])
    }
    self.times = exits.map { merged[$0] }
    self.entries = starting.map { $0 < 0 ? -.infinity : merged[$0] }
    self.distinct = merged
    (exitSteps, entrySteps) = (exits, starting)
  }

  /// The same times for some of the rows only, in the order asked for.
  func restricted(to rows: [Int]) -> TiedTimes {
    TiedTimes(
      times: rows.map { times[$0] }, entries: entries.isEmpty ? [] : rows.map { entries[$0] },
      distinct: distinct,
      exitSteps: rows.map { exitSteps[$0] }, entrySteps: entries.isEmpty ? [] : rows.map { entrySteps[$0] })
  }

  private init(times: [Double], entries: [Double], distinct: [Double], exitSteps: [Int], entrySteps: [Int]) {
    (self.times, self.entries, self.distinct) = (times, entries, distinct)
    (self.exitSteps, self.entrySteps) = (exitSteps, entrySteps)
  }

  private static func validate(times: [Double], entries: [Double]) throws(SurvivalDataError) {
    for row in times.indices where !times[row].isFinite { throw .notFinite(column: "time", row: row) }
    guard !entries.isEmpty else { return }
    guard entries.count == times.count else {
      throw .lengthMismatch(column: "entry", expected: times.count, found: entries.count)
    }
    for row in entries.indices {
      if entries[row].isNaN || entries[row] == .infinity { throw .notFinite(column: "entry", row: row) }
      if entries[row] >= times[row] {
        throw .emptyInterval(row: row, entry: entries[row], time: times[row])
      }
    }
  }

  private static func distinctTimes(_ times: [Double], _ entries: [Double]) -> [Double] {
    var all = times
    all.append(contentsOf: entries.lazy.filter(\.isFinite))
    all.sort()
    var distinct = [Double]()
    for time in all where distinct.last != time { distinct.append(time) }
    return distinct
  }

  private static func step(of time: Double, in distinct: [Double]) -> Int {
    distinct.partitioningIndex { $0 > time } - 1
  }
}

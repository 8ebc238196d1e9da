import CohortEngine
import CohortModel

/// Times and statuses as they are read row by row, with what was wrong.
struct StatusReading {
  /// Why a row is not used.
  enum Kind: Hashable {
    case neitherTimeNorStatus, noTime, noStatus, negativeTime, noEntry, lateEntry, emptyInterval
    /// A code of the status column, by its number there.
    case unknownCode(Int)
  }

  private let name: String
  private let time: String
  private let status: String
  private(set) var times: [Int64] = []
  private(set) var statuses: [Int8] = []
  private(set) var entries: [Int64] = []
  private(set) var problems: RowProblems<Kind>

  init(name: String, time: String, status: String, table: Table) {
    (self.name, self.time, self.status) = (name, time, status)
    problems = RowProblems(table)
  }
}

extension StatusReading {
  /// - Complexity: O(rows), with delayed entry O(rows · log rows).
  mutating func read(times ticks: [Int64], entries starts: [Int64]?, profile: ColumnProfile, meanings: [Int8])
  {
    times = ticks
    statuses = []
    statuses.reserveCapacity(ticks.count)
    entries = starts ?? []
    for row in ticks.indices {
      let code = Int(profile.column.codes[row])
      var usable = check(row, tick: ticks[row], isStatusMissing: profile.isMissing[code])
      if usable, meanings[code] == EndpointColumn.unusable {
        usable = false
        problems.add(
          row: row, .warning, .unknownCode(code), column: status,
          message:
            "\(name): the status \(profile.column.text(code).quoted) has no known meaning; the rows are not used"
        )
      }
      if usable, let starts { usable = check(row, entry: starts[row], tick: ticks[row]) }
      statuses.append(usable ? meanings[code] : EndpointColumn.unusable)
      if !usable { times[row] = 0 }
      if !usable, starts != nil { entries[row] = 0 }
    }
    for row in EmptyIntervals(times: times, entries: starts, statuses: statuses).rows {
      problems.add(row: row, .warning, .emptyInterval, message: EmptyIntervals.message(name))
      (statuses[row], times[row], entries[row]) = (EndpointColumn.unusable, 0, 0)
    }
  }

  private mutating func check(_ row: Int, tick: Int64, isStatusMissing: Bool) -> Bool {
    switch (tick == RecordedTimes.none, isStatusMissing) {
    case (true, true):
      problems.add(
        row: row, .note, .neitherTimeNorStatus, column: time,
        message: "\(name): neither time nor status; the rows are not used")
      return false
    case (true, false):
      problems.add(
        row: row, .warning, .noTime, column: time,
        message: "\(name): a status but no time; the rows are not used")
      return false
    case (false, true):
      problems.add(
        row: row, .warning, .noStatus, column: status,
        message: "\(name): a time but no status; the rows are not used")
      return false
    case (false, false):
      guard tick < 0 else { return true }
      problems.add(
        row: row, .warning, .negativeTime, column: time,
        message: "\(name): a negative time; the rows are not used")
      return false
    }
  }

  private mutating func check(_ row: Int, entry: Int64, tick: Int64) -> Bool {
    if entry == RecordedTimes.none {
      problems.add(
        row: row, .warning, .noEntry, message: "\(name): no time of entry; the rows are not used")
      return false
    }
    guard entry >= tick else { return true }
    problems.add(
      row: row, .warning, .lateEntry,
      message: "\(name): observation ends before it begins; the rows are not used")
    return false
  }
}

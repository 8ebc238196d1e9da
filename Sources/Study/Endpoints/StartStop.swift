import CohortEngine
import CohortModel

/// The columns between which a patient was observed, in tables with one row an interval.
struct StartStop {
  let start: String
  let stop: String

  /// Looks for two columns of numbers with the names of a beginning and an end.
  init?(_ columns: StudyColumns) {
    let joined = Dictionary(
      columns.table.names.enumerated().map { (NameWords($1).joined, $0) },
      uniquingKeysWith: { first, _ in first })
    for (start, stop) in Self.names {
      guard let first = joined[start], let second = joined[stop],
        [first, second].allSatisfy({
          columns.variables[$0].kind != .date && columns.profiles[$0].presentRows > 0
        }),
        Entry.precedes(first, second, in: columns)
      else { continue }
      (self.start, self.stop) = (columns.table.names[first], columns.table.names[second])
      return
    }
    return nil
  }

  private static let names = [
    ("start", "stop"), ("tstart", "tstop"), ("t_start", "t_stop"), ("start", "end"), ("entry", "exit"),
    ("entry_time", "exit_time"), ("start_time", "stop_time"), ("start_time", "end_time"),
    ("time_start", "time_stop"),
    ("time1", "time2"), ("time_1", "time_2"), ("begin", "end"), ("tbegin", "tend"), ("t_start", "t_end"),
    ("tstart", "tend"), ("von", "bis"), ("debut", "fin"), ("inicio", "fin"), ("inizio", "fine"),
    ("time0", "time1"),
    ("age_entry", "age_exit"), ("ageentry", "ageexit"), ("entry_age", "exit_age"),
  ]
}

/// The column with the time at which a patient came under observation, where that is after time zero.
enum Entry {
  /// The name of the column for a time; `nil` where everybody is observed from the start.
  static func column(for time: String, in columns: StudyColumns) -> String? {
    guard let end = columns.index(named: time) else { return nil }
    for (index, name) in columns.table.names.enumerated() where index != end {
      guard names.contains(NameWords(name).joined), columns.variables[index].kind != .date,
        precedes(index, end, in: columns)
      else { continue }
      let profile = columns.profiles[index]
      // Zero for everybody is no delayed entry.
      if profile.present.contains(where: { (profile.numbers[$0]?.value ?? 0) > 0 }) { return name }
    }
    return nil
  }

  /// Whether the first column is a number that hardly ever exceeds the second, in nearly every row.
  static func precedes(_ first: Int, _ second: Int, in columns: StudyColumns) -> Bool {
    let (a, b) = (columns.profiles[first], columns.profiles[second])
    var (both, after) = (0, 0)
    for row in a.column.codes.indices {
      guard let start = a.numbers[Int(a.column.codes[row])]?.value,
        let end = b.numbers[Int(b.column.codes[row])]?.value
      else { continue }
      both += 1
      if start > end { after += 1 }
    }
    return both > 0 && after * 10 <= both && both * 10 >= a.column.codes.count * 9
  }

  private static let names: Set<String> = [
    "entry", "entry_time", "time_entry", "tentry", "delayed_entry", "entry_days", "days_entry",
    "entry_months", "t0",
    "time0", "tstart", "start", "start_time", "left_truncation", "ltrunc", "trunc_time", "truncation_time",
    "truncation", "ltime", "enter",
  ]
}

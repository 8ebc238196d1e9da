/// Columns between which a patient was observed.
enum StartStop {
  /// The names of the columns where observation starts and stops, if both are there.
  static func columns(_ names: [String]) -> (start: String, stop: String)? {
    let pairs = [
      ("start", "stop"), ("tstart", "tstop"), ("start", "end"), ("entry", "exit"),
      ("entry_time", "exit_time"),
      ("entry", "time"), ("entry_time", "time"), ("time1", "time2"), ("begin", "end"),
    ]
    for (start, stop) in pairs {
      let first = names.first { NameWords($0).joined == start }
      let second = names.first { NameWords($0).joined == stop }
      if let first, let second { return (first, second) }
    }
    return nil
  }
}

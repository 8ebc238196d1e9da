extension EventTable {
  /// Throws where counts cannot be those of any subjects.
  static func validate(
    times: [Double], events: [[Int]], censored: [Int], entered: [Int], startCount: Int?
  ) throws(SurvivalDataError) {
    guard !events.isEmpty else { throw .noCause }
    let columns = events.map { ("events", $0) } + [("censored", censored)] + [("entered", entered)]
    for (name, counts) in columns where counts.count != times.count && !(name == "entered" && counts.isEmpty)
    {
      throw .lengthMismatch(column: name, expected: times.count, found: counts.count)
    }
    for step in times.indices {
      if !times[step].isFinite { throw .notFinite(column: "time", row: step) }
      if step > 0, times[step] <= times[step - 1] { throw .timesNotIncreasing(step: step) }
    }
    var total = 0
    for (name, counts) in columns {
      for step in counts.indices { total = try sum(total, counts[step], column: name, step: step) }
    }
    if let startCount { _ = try sum(total, startCount, column: "startCount", step: 0) }
    try validateRisk(events: events, censored: censored, entered: entered, startCount: startCount)
  }

  private static func validateRisk(
    events: [[Int]], censored: [Int], entered: [Int], startCount: Int?
  ) throws(SurvivalDataError) {
    let leaving = censored.indices.map { step in events.reduce(censored[step]) { $0 + $1[step] } }
    var atRisk = startCount ?? leaving.reduce(0, +) - entered.reduce(0, +)
    if atRisk < 0 { throw .invalidCount(column: "startCount", step: 0, count: atRisk) }
    for step in leaving.indices {
      if leaving[step] > atRisk { throw .moreThanAtRisk(step: step, leaving: leaving[step], atRisk: atRisk) }
      atRisk += (entered.isEmpty ? 0 : entered[step]) - leaving[step]
    }
  }

  private static func sum(
    _ total: Int, _ count: Int, column: String, step: Int
  ) throws(SurvivalDataError) -> Int {
    let (sum, isTooLarge) = total.addingReportingOverflow(count)
    if count < 0 || isTooLarge { throw .invalidCount(column: column, step: step, count: count) }
    return sum
  }

  /// Whether the counts can be those of subjects.
  var isConsistent: Bool {
    do {
      try Self.validate(
        times: times, events: events, censored: censored, entered: entered, startCount: startCount)
      return true
    } catch {
      return false
    }
  }
}

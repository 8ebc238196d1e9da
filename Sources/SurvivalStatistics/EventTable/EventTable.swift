/// Counts of what happened at each distinct time of one stratum: all that a non-parametric estimate needs.
///
/// Times are in any one unit; every result that is a time is in that unit. A subject is at risk at *t* when
/// `entry < t <= time`, so at a tied time events precede censorings and both are still at risk. A time is
/// listed when somebody fails, is censored, or enters then.
///
/// Kaplan–Meier, Aalen–Johansen, their variances, quantiles, the log-rank family and Gray's test are
/// functions of such tables and of nothing else, so whatever can count (bitmaps in memory, `GROUP BY` in a
/// database) can feed them.
///
/// ```swift
/// let table = try EventTable(times: [1, 3, 4], events: [[1, 1, 0]], censored: [0, 1, 2])
/// print(table)
/// print(table.atRisk)
/// print(table.landmark(at: 1).times)
/// print(table.censored(at: 2))
/// // EventTable: n 5, 2 events, up to 4
/// // [5, 4, 2]
/// // [2.0, 3.0]
/// // EventTable: n 5, 1 event, up to 2
/// ```
public struct EventTable: Equatable, Sendable {
  /// The distinct times, strictly increasing.
  public let times: [Double]
  /// Number at risk just before each time.
  public let atRisk: [Int]
  /// Number failing at each time, by cause: `events[cause][step]`.
  ///
  /// There is always at least one cause.
  public let events: [[Int]]
  /// Number censored at each time.
  public let censored: [Int]
  /// Number entering at each time (delayed entry); they are at risk only after it.
  public let entered: [Int]
  /// Number of subjects in all: at risk from the start, or entering later.
  public let subjectCount: Int

  /// Number of causes of failure that the table tells apart.
  public var causeCount: Int { events.count }

  /// Makes a table from counts; the numbers at risk follow from them.
  ///
  /// - Parameters:
  ///   - times: strictly increasing and finite.
  ///   - events: a row of counts for each cause, each as long as `times`.
  ///   - censored: as long as `times`.
  ///   - entered: as long as `times`, or empty where nobody enters late.
  ///   - startCount: subjects under observation before the first time; by default all who leave and have not
  ///     entered later.
  /// - Throws: ``SurvivalDataError`` when the counts cannot be those of any subjects.
  /// - Complexity: O(*u* *k*) for *u* distinct times and *k* causes.
  public init(
    times: [Double], events: [[Int]], censored: [Int], entered: [Int] = [], startCount: Int? = nil
  ) throws(SurvivalDataError) {
    try Self.validate(
      times: times, events: events, censored: censored, entered: entered, startCount: startCount)
    self.init(
      unchecked: times, events: events, censored: censored, entered: entered, startCount: startCount)
  }

  /// Makes a table from counts that are known to be those of subjects, as in ``init(times:events:censored:entered:startCount:)``.
  ///
  /// A debug build stops where they are not.
  package init(
    unchecked times: [Double], events: [[Int]], censored: [Int], entered: [Int] = [], startCount: Int? = nil
  ) {
    let entered = entered.isEmpty ? [Int](repeating: 0, count: times.count) : entered
    var leaving = censored
    for cause in events { for step in cause.indices { leaving[step] += cause[step] } }
    let late = entered.reduce(0, +)
    let start = startCount ?? leaving.reduce(0, +) - late
    var atRisk = [Int]()
    atRisk.reserveCapacity(times.count)
    var present = start
    for step in times.indices {
      atRisk.append(present)
      present += entered[step] - leaving[step]
    }
    (self.times, self.atRisk, self.events) = (times, atRisk, events)
    (self.censored, self.entered, self.subjectCount) = (censored, entered, start + late)
    assert(isConsistent, "counts that no subjects can have")
  }
}

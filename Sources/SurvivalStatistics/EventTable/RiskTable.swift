/// The numbers printed below a survival plot: at risk, and what has happened so far, at chosen times.
///
/// The number at risk is that just before the time, the counts include the time itself. Where something
/// happens at exactly the chosen time, at risk + events + censored therefore exceeds the number of subjects;
/// use ``remaining`` for a table whose columns add up.
///
/// ```swift
/// let table = try EventTable([.event(at: 5), .censored(at: 12), .event(at: 12), .censored(at: 30)])
/// print(RiskTable(table, at: [0, 12, 24]))
/// print(RiskTable(table, at: [0, 12, 24]).cumulativeEvents[0])
/// // at risk 0: 4, 12: 3, 24: 1
/// // [0, 2, 2]
/// ```
public struct RiskTable: Equatable, Sendable {
  /// The chosen times.
  public let times: [Double]
  /// Number at risk just before each time; 0 past the end of the stratum.
  public let atRisk: [Int]
  /// Number still under observation just after each time.
  public let remaining: [Int]
  /// Number failed up to and including each time, by cause: `cumulativeEvents[cause][index]`.
  public let cumulativeEvents: [[Int]]
  /// Number censored up to and including each time.
  public let cumulativeCensored: [Int]

  /// Number failed from any cause up to and including each time.
  public var cumulativeEventsOfAnyCause: [Int] {
    times.indices.map { index in cumulativeEvents.reduce(0) { $0 + $1[index] } }
  }

  /// Reads the counts off a table.
  ///
  /// - Parameters:
  ///   - table: what happened in the stratum.
  ///   - times: chosen times, in any order.
  /// - Complexity: O(*u* + *m* log *u*) for *u* distinct times and *m* chosen ones.
  public init(_ table: EventTable, at times: [Double]) {
    let steps = times.map { table.lastStep(notAfter: $0) }
    let needed = (steps.max() ?? -1) + 1
    let events = table.events.map { Self.cumulative($0.prefix(needed)) }
    let censored = Self.cumulative(table.censored.prefix(needed))
    let entered = Self.cumulative(table.entered.prefix(needed))
    self.times = times
    atRisk = times.map { table.atRisk(at: $0) }
    cumulativeEvents = events.map { cause in steps.map { cause[$0 + 1] } }
    cumulativeCensored = steps.map { censored[$0 + 1] }
    remaining = steps.map { step in
      events.reduce(table.startCount + entered[step + 1] - censored[step + 1]) { $0 - $1[step + 1] }
    }
  }

  private static func cumulative(_ counts: ArraySlice<Int>) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(counts.count + 1)
    for count in counts { sums.append(sums[sums.count - 1] + count) }
    return sums
  }
}

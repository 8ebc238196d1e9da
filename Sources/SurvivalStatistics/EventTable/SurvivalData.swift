/// The observations of one analysis, times that differ by rounding only having been made equal.
///
/// Which times are the same is decided over all rows at once, entries and ends together, so the rows are handed
/// over before they are split into groups. Groups, strata, covariates and weights come beside them, one for each
/// row in the same order.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 0.1 + 0.2), .event(at: 0.3), .censored(at: 1)])
/// print(data)
/// print(data.distinctTimes)
/// // 3 rows, 2 events, 2 distinct times
/// // [0.3, 1.0]
/// ```
public struct SurvivalData: Equatable, Sendable {
  /// Causes are told apart up to this number; a larger one is taken for a mistake.
  public static let mostCauses = 1000

  /// How each row's observation ended.
  public let outcomes: [Observation.Outcome]

  let tied: TiedTimes

  /// Takes the observations of an analysis.
  ///
  /// - Parameters:
  ///   - observations: one a row.
  ///   - rule: which times are the same.
  /// - Throws: ``SurvivalDataError`` when a time is not finite, a row would never be at risk or a cause is negative or
  ///   not below ``mostCauses``.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(_ observations: [Observation], rule: TieRule = .nearlyEqual) throws(SurvivalDataError) {
    try Self.validate(observations.map(\.outcome))
    let isLate = observations.contains { $0.entry != nil }
    tied = try TiedTimes(
      times: observations.map(\.time), entries: isLate ? observations.map { $0.entry ?? -.infinity } : [],
      rule: rule)
    outcomes = observations.map(\.outcome)
  }

  init(_ tied: TiedTimes, outcomes: [Observation.Outcome]) {
    (self.tied, self.outcomes) = (tied, outcomes)
  }

  /// Number of rows.
  public var count: Int { outcomes.count }

  /// Number of rows that end in a failure, from whatever cause.
  public var eventCount: Int { outcomes.count { $0 != .censored } }

  /// Number of causes: one more than the largest that occurs, and at least one.
  public var causeCount: Int { (outcomes.lazy.compactMap(\.cause).max() ?? 0) + 1 }

  /// The distinct times, entries and ends together, strictly increasing.
  public var distinctTimes: [Double] { tied.distinct }

  /// Whether anybody comes under observation after the start.
  public var hasDelayedEntry: Bool { tied.entries.contains { $0 > -.infinity } }

  /// A row, with its times made equal to others that are the same.
  public subscript(row: Int) -> Observation {
    let entry = tied.entries.isEmpty ? -.infinity : tied.entries[row]
    return Observation(
      entry: entry > -.infinity ? entry : nil, time: tied.times[row], outcome: outcomes[row])
  }

  /// Some of the rows, in the order asked for; which times are the same stays as it was over all rows.
  public func restricted(to rows: [Int]) -> SurvivalData {
    SurvivalData(tied.restricted(to: rows), outcomes: rows.map { outcomes[$0] })
  }

  /// The same rows with another reading of how they ended: causes combined, or counted as censorings.
  ///
  /// - Throws: ``SurvivalDataError/unknownCause(row:cause:)`` when a cause becomes negative or too large.
  public func mapOutcomes(
    _ transform: (Observation.Outcome) -> Observation.Outcome
  ) throws(SurvivalDataError) -> SurvivalData {
    let mapped = outcomes.map(transform)
    try Self.validate(mapped)
    return SurvivalData(tied, outcomes: mapped)
  }

  private static func validate(_ outcomes: [Observation.Outcome]) throws(SurvivalDataError) {
    for row in outcomes.indices {
      if let cause = outcomes[row].cause, !(0..<mostCauses).contains(cause) {
        throw .unknownCause(row: row, cause: cause)
      }
    }
  }

  /// For each row whether it ends in a failure from a cause, or from any.
  func isEvent(cause: Int?) -> [Bool] {
    guard let cause else { return outcomes.map { $0 != .censored } }
    return outcomes.map { $0 == .event(cause: cause) }
  }
}

extension SurvivalData: CustomStringConvertible {
  /// How many rows, events and distinct times.
  public var description: String {
    [(count, "row"), (eventCount, "event"), (distinctTimes.count, "distinct time")]
      .map { PrintedNumber.count($0.0, $0.1) }.joined(separator: ", ")
  }
}

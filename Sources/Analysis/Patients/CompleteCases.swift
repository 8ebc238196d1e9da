package import SurvivalStatistics

/// What became of the patients whom an analysis looks at: those of whom everything that it needs is known.
///
/// Groups, strata, covariates and numbers go by the same places. A patient whose covariates change has several rows.
package struct CompleteCases: Equatable, Sendable {
  /// How each row ended, by the place of its cause among those of the endpoint.
  package let data: SurvivalData
  /// Which of the rows given these are: all of them, or those that go on after the landmark.
  package let rows: [Int]
  /// Who each row belongs to; empty where each is a patient of its own.
  package let subjects: [Int]
  /// The causes that are the event; any other competes with it.
  package var event: Set<Int>
  private let causeCount: Int
  private let landmark: Double?

  /// Takes the rows; near-equal times are made equal before a landmark leaves anybody out.
  ///
  /// - Parameters:
  ///   - causeCount: how many causes the endpoint has, occurring or not.
  ///   - event: all causes for time to the first of them, one for its own hazard or incidence.
  ///   - landmark: the time after which a row must end; event tables count time from there, models from the start.
  /// - Throws: ``SurvivalDataError`` with the row that cannot be used, by its place among those given.
  package init(
    _ observations: [Observation], causeCount: Int, event: Set<Int>, subjects: [Int] = [],
    landmark: Double? = nil
  ) throws(SurvivalDataError) {
    let all = try SurvivalData(observations)
    let rows = observations.indices.filter { row in landmark.map { all[row].time > $0 } ?? true }
    data = rows.count == all.count ? all : all.restricted(to: rows)
    self.subjects = subjects.isEmpty ? [] : rows.map { subjects[$0] }
    (self.rows, self.causeCount, self.event, self.landmark) = (rows, causeCount, event, landmark)
  }

  /// Number of rows.
  package var count: Int { rows.count }

  package var patientCount: Int { subjects.isEmpty ? count : Set(subjects).count }

  /// Patients among some of the rows.
  func patientCount(among places: [Int]) -> Int {
    subjects.isEmpty ? places.count : Set(places.map { subjects[$0] }).count
  }

  /// The rows with the causes of the event as cause 0, and all others as censorings.
  func timeToEvent() throws(SurvivalDataError) -> SurvivalData {
    let isEvent = isEvent
    return try data.mapOutcomes { $0.cause.map(isEvent) == true ? .event(cause: 0) : .censored }
  }

  /// The rows with the causes of the event as cause 0, and all others as cause 1.
  func eventAndCompeting() throws(SurvivalDataError) -> SurvivalData {
    let isEvent = isEvent
    return try data.mapOutcomes { $0.cause.map { .event(cause: isEvent($0) ? 0 : 1) } ?? .censored }
  }

  /// Whether a cause is the event, without a hash for each row.
  private var isEvent: (Int) -> Bool {
    let listed = (0...max(0, event.max() ?? 0)).map(event.contains)
    return { $0 < listed.count && listed[$0] }
  }

  /// One table of the event for each group.
  func eventTables(by groups: Groups) throws(SurvivalDataError) -> [EventTable] {
    try tables(try timeToEvent(), groups.members, groups.count, causeCount: 1)
  }

  /// One table of all causes for each group.
  func causeTables(by groups: Groups) throws(SurvivalDataError) -> [EventTable] {
    try tables(data, groups.members, groups.count, causeCount: causeCount)
  }

  /// For each stratum one table of the event for each group.
  func eventTables(by groups: Groups, strata: Groups) throws(SurvivalDataError) -> [[EventTable]] {
    try tables(try timeToEvent(), by: groups, strata: strata, causeCount: 1)
  }

  /// For each stratum one table of all causes for each group.
  func causeTables(by groups: Groups, strata: Groups) throws(SurvivalDataError) -> [[EventTable]] {
    try tables(data, by: groups, strata: strata, causeCount: causeCount)
  }

  /// All causes of one group, by the influence of each patient.
  func influence(of places: [Int]) throws(SurvivalDataError) -> WeightedAalenJohansen {
    try WeightedAalenJohansen(
      data.restricted(to: places), causeCount: causeCount,
      subjects: subjects.isEmpty ? [] : places.map { subjects[$0] })
  }

  private func tables(
    _ data: SurvivalData, by groups: Groups, strata: Groups, causeCount: Int
  ) throws(SurvivalDataError) -> [[EventTable]] {
    for column in [groups, strata] where column.members.count != count {
      throw .lengthMismatch(column: "group", expected: count, found: column.members.count)
    }
    let cells = zip(strata.members, groups.members).map { $0 * groups.count + $1 }
    let tables = try tables(data, cells, strata.count * groups.count, causeCount: causeCount)
    return (0..<strata.count).map { Array(tables[$0 * groups.count..<($0 + 1) * groups.count]) }
  }

  private func tables(
    _ data: SurvivalData, _ members: [Int], _ groupCount: Int, causeCount: Int
  ) throws(SurvivalDataError) -> [EventTable] {
    let tables = try EventTable.tables(
      data, groups: members, groupCount: groupCount, causeCount: causeCount, subjects: subjects)
    return landmark.map { landmark in tables.map { $0.landmark(at: landmark) } } ?? tables
  }
}

internal import Study
internal import SurvivalStatistics

/// The rows that an analysis of an endpoint uses, near-equal times being made equal over all of them.
struct SurvivalRows {
  let rows: [Int]
  let missingCount: Int
  /// The rows, each failure's cause being the position of its code in ``codes``.
  let data: SurvivalData
  /// Codes of the event, then the competing ones.
  let codes: [ListedCode]
  /// Who each row belongs to; empty where every row is a subject of its own.
  let subjects: [Int]
  private let landmark: Double?
  private let eventCodeCount: Int
  private let job: JobData

  /// Takes the rows with a value in the endpoint's columns and in others.
  ///
  /// - Parameter landmark: the time after which a row must end; tables then count time from there.
  init(
    _ data: JobData, _ endpoint: JobEndpoint, columns: [String], landmark: Double? = nil
  ) throws(Refusal) {
    let observed = try ObservedRows(data, endpoint, columns: columns)
    let used = observed.used
    let all = try Refusal.explaining(data.frame, used.rows) { () throws(SurvivalDataError) in
      try SurvivalData(observed.observations)
    }
    let kept = used.rows.indices.filter { row in landmark.map { all[row].time > $0 } ?? true }
    guard !kept.isEmpty else {
      throw Refusal(
        status: .noRows, reason: "nobody is at risk after the landmark", n: 0, missingCount: used.missingCount
      )
    }
    (rows, missingCount) = (kept.map { used.rows[$0] }, used.missingCount)
    self.data = kept.count == used.rows.count ? all : all.restricted(to: kept)
    subjects = endpoint.id.map { id in kept.map { data.frame[id].codes[used.rows[$0]] } } ?? []
    (codes, eventCodeCount, self.landmark, job) = (endpoint.codes, endpoint.event.count, landmark, data)
  }

  /// Number of subjects among all rows or some of them.
  func subjectCount(_ included: [Int]? = nil) -> Int {
    guard !subjects.isEmpty else { return included?.count ?? rows.count }
    return Set(included.map { $0.map { subjects[$0] } } ?? subjects).count
  }

  /// The rows with all codes of the event as one cause and everything else as censoring.
  func event() throws(Refusal) -> SurvivalData {
    try reading { $0 < eventCodeCount ? .event(cause: 0) : .censored }
  }

  /// The rows with all codes of the event as cause 0 and the competing ones as cause 1.
  func eventAndCompeting() throws(Refusal) -> SurvivalData {
    try reading { .event(cause: $0 < eventCodeCount ? 0 : 1) }
  }

  private func reading(_ outcome: (Int) -> Observation.Outcome) throws(Refusal) -> SurvivalData {
    try computing { () throws(SurvivalDataError) in
      try data.mapOutcomes { $0.cause.map(outcome) ?? .censored }
    }
  }

  func numbers(_ name: String) throws(Refusal) -> [Double] { try job.frame.numbers(name, rows) }
  func levels(_ name: String?) throws(Refusal) -> Levels { try Levels(job, name, rows) }
  func strata(_ names: [String]) -> Levels { Levels(job, strata: names, rows) }

  /// Positions of the rows in each group.
  func members(of groups: Levels) -> [[Int]] {
    var members = [[Int]](repeating: [], count: groups.count)
    for (position, group) in groups.members.enumerated() { members[group].append(position) }
    return members
  }

  /// One table a group; time counts from the landmark if there is one.
  func tables(_ groups: Levels, _ data: SurvivalData, causeCount: Int) throws(Refusal) -> [EventTable] {
    try tables(groups.members, groupCount: groups.count, data, causeCount: causeCount)
  }

  /// For each stratum one table a group.
  func tables(
    _ groups: Levels, strata: Levels, _ data: SurvivalData, causeCount: Int
  ) throws(Refusal) -> [[EventTable]] {
    let cells = rows.indices.map { strata.members[$0] * groups.count + groups.members[$0] }
    let tables = try tables(
      cells, groupCount: strata.count * groups.count, data, causeCount: causeCount)
    return (0..<strata.count).map { Array(tables[$0 * groups.count..<($0 + 1) * groups.count]) }
  }

  private func tables(
    _ members: [Int], groupCount: Int, _ data: SurvivalData, causeCount: Int
  ) throws(Refusal) -> [EventTable] {
    let tables = try computing { () throws(SurvivalDataError) in
      try EventTable.tables(
        data, groups: members, groupCount: groupCount, causeCount: causeCount,
        subjects: subjects)
    }
    return landmark.map { landmark in tables.map { $0.landmark(at: landmark) } } ?? tables
  }

  /// What the library makes of the rows, its complaints being told in the terms of the table.
  func computing<Value>(_ body: () throws(SurvivalDataError) -> Value) throws(Refusal) -> Value {
    try Refusal.explaining(job.frame, rows, body)
  }
}

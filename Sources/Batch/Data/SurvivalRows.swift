internal import Study
internal import SurvivalStatistics

/// The rows that an analysis of an endpoint uses, near-equal times being made equal over all of them.
struct SurvivalRows {
  let rows: [Int]
  let missingCount: Int
  let tied: TiedTimes
  /// Codes of the event, then the competing ones.
  let codes: [ListedCode]
  /// For each row 0, or the position of its code in ``codes`` counted from 1.
  let causes: [Int]
  /// For each row whether it ends in the event.
  let isEvent: [Bool]
  /// Who each row belongs to; empty where every row is a subject of its own.
  let subjects: [Int]
  private let landmark: Double?
  private let data: JobData

  /// Takes the rows with a value in the endpoint's columns and in others.
  ///
  /// - Parameter landmark: the time after which a row must end; tables then count time from there.
  init(
    _ data: JobData, _ endpoint: JobEndpoint, columns: [String], landmark: Double? = nil
  ) throws(Refusal) {
    let observed = try ObservedRows(data, endpoint, columns: columns)
    let used = observed.used
    let all = try Refusal.explaining(data.frame, used.rows) { () throws(SurvivalDataError) in
      try TiedTimes(times: observed.times, entries: observed.entries)
    }
    let kept = used.rows.indices.filter { row in landmark.map { all.times[row] > $0 } ?? true }
    guard !kept.isEmpty else {
      throw Refusal(
        status: .noRows, reason: "nobody is at risk after the landmark", n: 0, missingCount: used.missingCount
      )
    }
    (rows, missingCount) = (kept.map { used.rows[$0] }, used.missingCount)
    tied = kept.count == used.rows.count ? all : all.restricted(to: kept)
    let causes = kept.map { observed.causes[$0] }
    isEvent = causes.map { $0 > 0 && $0 <= endpoint.event.count }
    subjects = endpoint.id.map { id in kept.map { data.frame[id].codes[used.rows[$0]] } } ?? []
    (self.codes, self.causes, self.landmark, self.data) = (endpoint.codes, causes, landmark, data)
  }

  /// Number of subjects among all rows or some of them.
  func subjectCount(_ included: [Int]? = nil) -> Int {
    guard !subjects.isEmpty else { return included?.count ?? rows.count }
    return Set(included.map { $0.map { subjects[$0] } } ?? subjects).count
  }

  /// For each row 1 where it ends in the event, else 0.
  var eventStatus: [Int] { isEvent.map { $0 ? 1 : 0 } }

  func numbers(_ name: String) throws(Refusal) -> [Double] { try data.frame.numbers(name, rows) }
  func levels(_ name: String?) throws(Refusal) -> Levels { try Levels(data, name, rows) }
  func strata(_ names: [String]) -> Levels { Levels(data, strata: names, rows) }

  /// Positions of the rows in each group.
  func members(of groups: Levels) -> [[Int]] {
    var members = [[Int]](repeating: [], count: groups.count)
    for (position, group) in groups.members.enumerated() { members[group].append(position) }
    return members
  }

  /// One table a group; time counts from the landmark if there is one.
  func tables(_ groups: Levels, status: [Int], causeCount: Int) throws(Refusal) -> [EventTable] {
    try tables(groups.members, groupCount: groups.count, status: status, causeCount: causeCount)
  }

  /// For each stratum one table a group.
  func tables(
    _ groups: Levels, strata: Levels, status: [Int], causeCount: Int
  ) throws(Refusal) -> [[EventTable]] {
    let cells = rows.indices.map { strata.members[$0] * groups.count + groups.members[$0] }
    let tables = try tables(
      cells, groupCount: strata.count * groups.count, status: status, causeCount: causeCount)
    return (0..<strata.count).map { Array(tables[$0 * groups.count..<($0 + 1) * groups.count]) }
  }

  private func tables(
    _ members: [Int], groupCount: Int, status: [Int], causeCount: Int
  ) throws(Refusal) -> [EventTable] {
    let tables = try Refusal.explaining(data.frame, rows) { () throws(SurvivalDataError) in
      try EventTable.tables(
        tied, status: status, groups: members, groupCount: groupCount, causeCount: causeCount,
        subjects: subjects)
    }
    return landmark.map { landmark in tables.map { $0.landmark(at: landmark) } } ?? tables
  }

  /// What the library makes of the rows, its complaints being told in the terms of the table.
  func computing<Value>(_ body: () throws(SurvivalDataError) -> Value) throws(Refusal) -> Value {
    try Refusal.explaining(data.frame, rows, body)
  }
}

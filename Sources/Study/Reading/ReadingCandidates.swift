import CohortEngine
import CohortModel

/// The columns that may be the time or the status of an endpoint, the likeliest first.
package struct ReadingCandidates: Sendable, Equatable {
  package var times: [String] = []
  package var statuses: [String] = []
  /// Whether there are dates for a beginning and an end.
  package var hasDates = false

  init() {}

  /// Columns whose names speak of a time or a status come first; where one of the two is there, any column that could
  /// be the other follows.
  init(_ columns: StudyColumns, pairs: EndpointPairs) {
    let named = pairs.times.candidates.filter {
      $0.parsed.form != .bare || KnownEndpoint.isKnown($0.parsed.stem)
    }
    let told = pairs.matching.statuses.filter { status in
      status.parsed.isExplicit && status.parsed.stem.isEmpty
        || KnownEndpoint.isKnown(status.parsed.stem) && !status.parsed.stem.isEmpty
    }
    hasDates = DateColumns.mayHold(columns)
    guard !named.isEmpty || !told.isEmpty else { return }
    let namedTimes = Set(named.map(\.name))
    let toldStatuses = Set(told.map(\.name))
    let isFlag = { (index: Int) in (2...6).contains(columns.profiles[index].present.count) }
    times = named.map(\.name) + (StartStop(columns).map { [$0.stop] } ?? [])
    times += columns.table.names.indices.filter { index in
      let profile = columns.profiles[index]
      return columns.variables[index].kind == .number && profile.present.count > 2
        && !TimeColumns.isRowNumber(profile)
        && TimeColumnName(columns.table.names[index]).form != .other
        && !namedTimes.contains(columns.table.names[index])
    }.map { columns.table.names[$0] }
    statuses = told.map(\.name)
    statuses += pairs.matching.statuses.filter { isFlag($0.index) && !toldStatuses.contains($0.name) }.map(
      \.name)
    if named.isEmpty, !told.contains(where: { $0.parsed.isExplicit || $0.parsed.stem != "os" }) {
      statuses = told.map(\.name)
    }
  }

  /// Whether somebody who knows the table could name an endpoint.
  package var areAny: Bool { !times.isEmpty && !statuses.isEmpty || hasDates }

  /// What was expected, and the option that says it.
  package var expectation: String {
    guard areAny else {
      return
        "expected a time and a status, such as os_months and os_status, or dates, or a study file that names them"
    }
    if times.isEmpty { return "the dates need a study file, or --time and --status" }
    let list = { (names: [String]) in
      names.prefix(4).map(\.quoted).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    }
    return
      "the time may be \(list(times)) and the status \(list(statuses))"
  }
}

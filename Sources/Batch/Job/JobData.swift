internal import Study

/// What the analyses of a job share: the table, what its columns mean, and the endpoints.
struct JobData: Sendable {
  let frame: DataFrame
  let variables: [String: JobVariable]
  /// In the order of the file.
  let endpoints: [JobEndpoint]
  /// Each endpoint as the dashboard reads it; none where the table is taken as it is written.
  let inferred: [String: Result<EndpointRows, EndpointRows.NoTimes>]

  init(frame: DataFrame, variables: [String: JobVariable], endpoints: [JobEndpoint]) {
    (self.frame, self.variables, self.endpoints) = (frame, variables, endpoints)
    guard frame.table.mode == .inferred else {
      inferred = [:]
      return
    }
    let read = endpoints.map { endpoint in
      (endpoint.name, Result { () throws(EndpointRows.NoTimes) in try endpoint.rows(of: frame.table) })
    }
    inferred = Dictionary(read, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a column holds levels: as declared, else as its values say.
  func isCategorical(_ name: String) -> Bool {
    variables[name]?.isCategorical ?? (frame[name].kind == .categorical)
  }

  /// What was made of the table, in the order in which it was found.
  var findings: [Finding] {
    let isEachRowCounted = endpoints.contains { $0.id == nil }
    let rows = endpoints.flatMap { (try? inferred[$0.name]?.get())?.findings ?? [] }
    return frame.table.findings + (isEachRowCounted ? frame.table.repeatedPatients : []) + rows
  }
}

extension JobEndpoint {
  fileprivate func rows(of table: ProfiledTable) throws(EndpointRows.NoTimes) -> EndpointRows {
    try EndpointRows(name: name, time: time, status: status, entry: entry, codes: codes, in: table)
  }
}

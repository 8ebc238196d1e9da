internal import Study
internal import SurvivalStatistics

/// The rows of an endpoint that an analysis uses, with what was observed of each.
struct ObservedRows {
  let used: UsedRows
  /// A failure's cause is the position of its code among those of the endpoint.
  let observations: [Observation]

  /// - Parameter columns: further columns in which nothing may be missing.
  init(_ data: JobData, _ endpoint: JobEndpoint, columns: [String]) throws(Refusal) {
    guard let read = data.inferred[endpoint.name] else {
      let used = try UsedRows(data, columns: endpoint.columns + columns)
      self.used = used
      let times = try used.numbers(endpoint.time)
      let entries = try endpoint.entry.map { (name) throws(Refusal) in try used.numbers(name) }
      let codes = endpoint.codes.map { if case .number(let code) = $0 { Double(code) } else { Double.nan } }
      let causes = try used.numbers(endpoint.status).map { codes.firstIndex(of: $0) }
      observations = times.indices.map {
        Observation(
          entry: entries?[$0], time: times[$0],
          outcome: causes[$0].map { .event(cause: $0) } ?? .censored)
      }
      return
    }
    let rows: EndpointRows
    do {
      rows = try read.get()
    } catch {
      throw Refusal(
        status: .invalid, reason: "\(data.frame.file): \(error.column) holds no numbers; expected times")
    }
    let used = try UsedRows(data, endpoint, rows, columns: columns)
    self.used = used
    observations = used.rows.map { row in
      let cause = rows.causes[row]
      return Observation(
        entry: rows.entries.isEmpty ? nil : rows.entries[row], time: rows.times[row],
        outcome: cause > 0 ? .event(cause: cause - 1) : .censored)
    }
  }
}

internal import Study

/// The rows of an endpoint that an analysis uses, with what was observed of each.
struct ObservedRows {
  let used: UsedRows
  let times: [Double]
  /// Empty where nobody enters late.
  let entries: [Double]
  /// For each row 0, or the position of its code among those of the endpoint, counted from 1.
  let causes: [Int]

  /// - Parameter columns: further columns in which nothing may be missing.
  init(_ data: JobData, _ endpoint: JobEndpoint, columns: [String]) throws(Refusal) {
    guard let read = data.inferred[endpoint.name] else {
      let used = try UsedRows(data, columns: endpoint.columns + columns)
      self.used = used
      times = try used.numbers(endpoint.time)
      entries = try endpoint.entry.map { (name) throws(Refusal) in try used.numbers(name) } ?? []
      let codes = endpoint.codes.map { if case .number(let code) = $0 { Double(code) } else { Double.nan } }
      causes = try used.numbers(endpoint.status).map { (codes.firstIndex(of: $0) ?? -1) + 1 }
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
    times = used.rows.map { rows.times[$0] }
    entries = rows.entries.isEmpty ? [] : used.rows.map { rows.entries[$0] }
    causes = used.rows.map { rows.causes[$0] }
  }
}

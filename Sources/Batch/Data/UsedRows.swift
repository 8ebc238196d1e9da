internal import Analysis
internal import Study

/// The rows that an analysis uses: those with nothing missing in the columns that it looks at.
struct UsedRows: Sendable {
  /// Positions in the table.
  let rows: [Int]
  /// Rows left out.
  let missingCount: Int
  private let data: JobData

  init(_ data: JobData, columns names: [String]) throws(Refusal) {
    let reason = "every row lacks a value of \(names.joined(separator: ", "))"
    try self.init(data, columns: names, reason: reason) { _ in true }
  }

  /// The rows that an endpoint can use, with nothing missing in other columns.
  init(
    _ data: JobData, _ endpoint: JobEndpoint, _ rows: EndpointRows, columns names: [String]
  ) throws(Refusal) {
    let needed = (endpoint.columns + names).joined(separator: ", ")
    try self.init(
      data, columns: [endpoint.id].compactMap(\.self) + names,
      reason: "no row has a value that can be used of \(needed)"
    ) { rows.causes[$0] >= 0 }
  }

  private init(
    _ data: JobData, columns names: [String], reason: String, isUsable: (Int) -> Bool
  ) throws(Refusal) {
    let columns = names.map { data.frame[$0] }
    rows = (0..<data.frame.rowCount).filter { row in
      isUsable(row) && columns.allSatisfy { !$0.isMissing(row) }
    }
    missingCount = data.frame.rowCount - rows.count
    self.data = data
    guard rows.isEmpty else { return }
    throw Refusal(
      status: .noRows, reason: missingCount == 0 ? "the table has no rows" : reason, n: 0,
      missingCount: missingCount)
  }

  func numbers(_ name: String) throws(Refusal) -> [Double] { try data.frame.numbers(name, rows) }

  func groups(_ name: String?) throws(Refusal) -> Groups { try data.groups(name, rows) }

  /// A variable, which some of the rows may lack, described in each group.
  func characteristic(_ name: String, by groups: Groups) throws(Refusal) -> Characteristic {
    let column = data.frame[name]
    guard data.isCategorical(name) else {
      var values = [Double?](repeating: nil, count: rows.count)
      let known = rows.indices.filter { !column.isMissing(rows[$0]) }
      let numbers = try data.frame.numbers(name, known.map { rows[$0] })
      for (place, number) in zip(known, numbers) { values[place] = number }
      return .number(NumberByGroup(values, by: groups))
    }
    let (levels, places) = data.levels(name)
    // Whatever the job does not list is known, but none of the levels that it asks for.
    let codes = rows.map { column.isMissing($0) ? nil : places[column.codes[$0]] ?? levels.count }
    return .levels(LevelsByGroup(levels: levels + ["other"], codes: codes, by: groups))
  }
}

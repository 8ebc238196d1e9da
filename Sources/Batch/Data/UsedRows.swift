internal import Study

/// The rows that an analysis uses: those with nothing missing in the columns that it looks at.
struct UsedRows: Sendable {
  /// Positions in the table.
  let rows: [Int]
  /// Rows left out.
  let missingCount: Int
  private let data: JobData

  /// - Parameter endpoint: an endpoint of which only the rows that can be used are.
  init(_ data: JobData, columns names: [String], endpoint: EndpointRows? = nil) throws(Refusal) {
    let columns = names.map { data.frame[$0] }
    rows = (0..<data.frame.rowCount).filter { row in
      endpoint?.causes[row] != -1 && columns.allSatisfy { !$0.isMissing(row) }
    }
    missingCount = data.frame.rowCount - rows.count
    self.data = data
    guard rows.isEmpty else { return }
    let reason =
      missingCount == 0
      ? "the table has no rows" : "every row lacks a value of \(names.joined(separator: ", "))"
    throw Refusal(status: .noRows, reason: reason, n: 0, missingCount: missingCount)
  }

  func numbers(_ name: String) throws(Refusal) -> [Double] { try data.frame.numbers(name, rows) }

  func levels(_ name: String?) throws(Refusal) -> Levels { try Levels(data, name, rows) }

  /// The numbers of one variable by the levels of another.
  func samples(_ name: String, by group: Levels) throws(Refusal) -> [[Double]] {
    var samples = [[Double]](repeating: [], count: group.count)
    for (number, level) in zip(try numbers(name), group.members) { samples[level].append(number) }
    return samples
  }
}

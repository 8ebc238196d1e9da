/// Counts of two categorical variables together.
///
/// ```swift
/// let table = ContingencyTable(rows: [0, 0, 1, 1, 1], columns: [0, 1, 1, 1, 0])
/// print(table)
/// print(table.rowTotals)
/// // [1 1] [1 2]
/// // [2, 3]
/// ```
public struct ContingencyTable: Equatable, Sendable {
  /// The counts, row after row; rows and columns without any count are left out.
  public let counts: [[Int]]

  /// Makes a table from counts, leaving out empty rows and columns.
  ///
  /// Counts must not be negative, and rows must be equally long.
  public init(_ counts: [[Int]]) {
    let width = counts.first?.count ?? 0
    precondition(counts.allSatisfy { $0.count == width && $0.allSatisfy { $0 >= 0 } }, "a table of counts")
    let columns = (0..<width).filter { column in counts.contains { $0[column] > 0 } }
    self.counts = counts.filter { row in row.contains { $0 > 0 } }.map { row in columns.map { row[$0] } }
  }

  /// Counts how often each pair of levels occurs.
  ///
  /// - Parameters:
  ///   - rows: level of the first variable for each subject, from 0.
  ///   - columns: level of the second variable for each subject, from 0.
  public init(rows: [Int], columns: [Int]) {
    precondition(rows.count == columns.count, "two levels a subject")
    var counts = [[Int]](
      repeating: Array(repeating: 0, count: (columns.max() ?? -1) + 1), count: (rows.max() ?? -1) + 1)
    for (row, column) in zip(rows, columns) { counts[row][column] += 1 }
    self.init(counts)
  }

  /// Number of subjects.
  public var total: Int { rowTotals.reduce(0, +) }
  /// Number of subjects in each row.
  public var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }
  /// Number of subjects in each column.
  public var columnTotals: [Int] {
    (counts.first ?? []).indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }
  /// Number of rows.
  public var rowCount: Int { counts.count }
  /// Number of columns.
  public var columnCount: Int { counts.first?.count ?? 0 }
  /// Whether there are two rows and two columns.
  public var isTwoByTwo: Bool { rowCount == 2 && columnCount == 2 }

  /// Rows and columns exchanged.
  var transposed: ContingencyTable {
    ContingencyTable((0..<columnCount).map { column in counts.map { $0[column] } })
  }
}

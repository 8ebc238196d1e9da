/// A rectangle of cells: `A1:E1`.
struct CellRange: Equatable, CustomStringConvertible {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { CellReference($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    (rows, columns) = (first.row...last.row, first.column...last.column)
  }

  var isOneCell: Bool { rows.count == 1 && columns.count == 1 }

  var description: String {
    let first = CellReference(column: columns.lowerBound, row: rows.lowerBound)
    return "\(first):\(CellReference(column: columns.upperBound, row: rows.upperBound))"
  }
}

extension Table {
  /// A table with one row for each patient.
  ///
  /// - Parameters:
  ///   - rows: the row that stands for each patient.
  ///   - sources: for some columns, the row of each patient from which the value is taken; −1 leaves it missing.
  ///   - added: further columns: a name, the column it is taken from, and the row of each patient.
  /// - Complexity: O(patients × columns).
  func picking(
    rows: [Int], from sources: [Int: [Int]] = [:],
    adding added: [(name: String, column: Int, rows: [Int])] = []
  ) -> Table {
    let picked = columns.enumerated().map { $1.picking(rows: sources[$0] ?? rows) }
    return Table(
      path: path, names: names + added.map(\.name),
      columns: picked + added.map { columns[$0.column].picking(rows: $0.rows) },
      lines: rows.map { lines[$0] },
      delimiter: delimiter, encoding: encoding,
      annotations: annotations.isEmpty ? [] : annotations + added.map { annotations[$0.column] },
      blankLines: blankLines, findings: findings)
  }
}

extension CodedColumn {
  /// The texts of some rows in their order; −1 stands for an empty text.
  func picking(rows: [Int]) -> CodedColumn {
    var picked = CodedColumn()
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    for row in rows {
      guard row >= 0 else {
        picked.append(nothing)
        continue
      }
      withText(Int(codes[row])) { picked.append($0) }
    }
    return picked
  }
}

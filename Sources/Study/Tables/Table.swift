/// A rectangular text file: a name for each column and a text for each cell.
struct Table: Sendable {
  let path: String
  let names: [String]
  let columns: [CodedColumn]
  /// The line of the file on which each row begins.
  let lines: [Int32]
  let delimiter: Delimiter
  let encoding: SourceText.Encoding
  /// What header lines above the names say about each column; empty in plain tables.
  let annotations: [ColumnAnnotation]
  /// Lines that hold delimiters only; they are no rows.
  let blankLines: [Int]

  var rowCount: Int { lines.count }

  func column(named name: String) -> Int? { names.firstIndex(of: name) }

  /// The lines of the rows in which a condition holds.
  func lines(where condition: (Int) -> Bool) -> [Int] {
    lines.indices.filter(condition).map { Int(lines[$0]) }
  }
}

/// What a cBioPortal header says about one column.
struct ColumnAnnotation: Sendable, Equatable {
  var label: String?
  var summary: String?
  /// `STRING`, `NUMBER` or `BOOLEAN`.
  var type: String?
}

/// A rectangular text file: a name for each column and a text for each cell.
package struct Table: Sendable {
  package let path: String
  package let names: [String]
  package let columns: [CodedColumn]
  /// The line of the file on which each row begins.
  package let lines: [Int32]
  let delimiter: Delimiter
  let encoding: SourceText.Encoding
  /// What header lines above the names say about each column; empty in plain tables.
  let annotations: [ColumnAnnotation]
  /// Lines that hold delimiters only; they are no rows.
  let blankLines: [Int]

  package var rowCount: Int { lines.count }

  /// Reads a table as it is written: a row without any value is a row, and there may be no rows.
  package static func verbatim(_ path: String) throws(StudyError) -> Table {
    try TableReader(SourceText(path: path, contents: try FileBytes.read(path)), isVerbatim: true).table()
  }

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

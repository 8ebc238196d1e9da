/// A file as a rectangle of texts: a name for each column and a text for each cell.
package struct Table: Sendable {
  package let path: String
  package let names: [String]
  package let columns: [CodedColumn]
  /// The line of the file on which each row begins: in a workbook the number of its row, in the files of statistics
  /// programs, which have no lines, that of the observation.
  package let lines: [Int32]
  let delimiter: Delimiter
  let encoding: SourceText.Encoding
  /// What header lines above the names say about each column; empty in plain tables.
  let annotations: [ColumnAnnotation]
  /// Lines that hold delimiters only; they are no rows.
  let blankLines: [Int]
  /// What a reader of the results should know about how the file was read.
  var findings: [Finding]
  /// The first column of each name.
  private let positions: [String: Int]

  init(
    path: String, names: [String], columns: [CodedColumn], lines: [Int32], delimiter: Delimiter,
    encoding: SourceText.Encoding, annotations: [ColumnAnnotation] = [], blankLines: [Int] = [],
    findings: [Finding] = []
  ) {
    (self.path, self.names, self.columns, self.lines) = (path, names, columns, lines)
    (self.delimiter, self.encoding, self.annotations) = (delimiter, encoding, annotations)
    (self.blankLines, self.findings) = (blankLines, findings)
    positions = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var rowCount: Int { lines.count }

  /// Reads a table as it is written: a row without any value is a row, and there may be no rows.
  ///
  /// Equal texts of a column share a code, however few are equal.
  package static func verbatim(
    _ path: String, progress: ReadingObserver = { _ in }
  ) throws(StudyError) -> Table {
    try TableReader(SourceText(contentsOf: path, progress: progress), isVerbatim: true).table(
      progress: progress)
  }

  /// - Complexity: O(1) on average.
  func column(named name: String) -> Int? { positions[name] }

  /// The lines of the rows in which a condition holds.
  func lines(where condition: (Int) -> Bool) -> [Int] {
    lines.indices.filter(condition).map { Int(lines[$0]) }
  }
}

/// What a file says about one column besides its name: the header of a cBioPortal file, the dictionary of an SPSS,
/// Stata or SAS file.
struct ColumnAnnotation: Sendable, Equatable {
  var label: String?
  var summary: String?
  /// The unit of its numbers.
  var unit: String?
  /// `STRING`, `NUMBER` or `BOOLEAN`.
  var type: String?
  /// The texts of a column of labelled codes, in the order of the codes; empty where the file has no such labels.
  ///
  /// The cells then hold these texts, not the codes.
  var levels: [String] = []
  /// Whether the file says that the order of ``levels`` means more than that of a list.
  var isOrdered = false
}

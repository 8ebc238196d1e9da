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

  /// Reads a table from a file of any format that is read, packed or not, or from the standard input for `-`.
  ///
  /// - Parameters:
  ///   - mode: whether every record is a row, and the names are those that are written, or whether what programs and
  ///     people put around and between is seen to and told of.
  ///   - progress: told of every few megabytes that are read.
  package static func read(
    _ path: String, mode: ReadingMode, options: ReadingOptions = ReadingOptions(),
    progress: ReadingObserver = { _ in }
  ) throws(StudyError) -> Table {
    let table = try TableReader.read(path, mode: mode, options: options, progress: progress)
    return mode == .verbatim ? table : SampleFile.joined(table)
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

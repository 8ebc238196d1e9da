extension Table {
  /// More cells than any cohort has; counted before memory is taken for them.
  static let mostCells = 1 << 28
  static let mostColumns = 1 << 16

  /// Reads a file that is no plain text; `nil` for any that may be.
  ///
  /// The format is known by the first bytes, so the bytes may as well come from an archive or from standard input.
  static func read(
    path: String, bytes: [UInt8], options: ReadingOptions = ReadingOptions()
  ) throws(StudyError) -> Table? {
    if Workbook.isArchive(bytes) {
      return try Workbook(path: path, bytes: bytes).table(sheet: options.sheet)
    }
    if let format = UnreadFormat(bytes) { throw .format(path: path, format.error) }
    // A study file may name a workbook, whose sheet it then is.
    guard options.sheet == nil || path.lowercased().hasSuffix(".toml") else {
      throw .format(path: path, .noSheets)
    }
    if let format = StatisticsFormat(bytes) {
      return try StatisticsFile(path: path, bytes: bytes, format: format).table()
    }
    return ARFFReader.isARFF(path: path, bytes) ? try ARFFReader(path: path, bytes: bytes).table() : nil
  }

  static func tooManyCells(rows: Int, columns: Int) -> String {
    "\(rows) rows of \(columns) columns; at most \(mostCells) cells and \(mostColumns) columns are read"
  }
}

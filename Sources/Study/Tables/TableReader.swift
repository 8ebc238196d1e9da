/// Reads delimited text (RFC 4180 and its usual variations) into a table.
///
/// Blanks around an unquoted field do not belong to it; inside quotes they do. Fields may hold line breaks. Empty
/// lines are skipped, and so are lines above the header that begin with `#`. What else programs and people put around
/// a table is recognised where it is clear, and told of in the table's findings.
struct TableReader {
  private let source: SourceText
  private let preamble: Preamble
  private let isVerbatim: Bool

  static func read(
    _ path: String, mode: ReadingMode = .inferred, options: ReadingOptions = ReadingOptions(),
    progress: ReadingObserver = { _ in }
  ) throws(StudyError) -> Table {
    let contents = try FileBytes.read(path, progress: progress)
    let name = path == "-" ? FileBytes.standardInput : path
    if let table = try Table.read(path: name, bytes: contents, options: options) { return table }
    let source = try SourceText(path: name, contents: contents)
    return try TableReader(source, isVerbatim: mode == .verbatim).table(progress: progress)
  }

  /// More than any measurement has; a header of nothing but separators must not fill the memory.
  private static let mostColumns = 1_000_000

  /// - Parameter isVerbatim: whether every record under the first is a row, and nothing is made up for what is odd.
  init(_ source: SourceText, isVerbatim: Bool = false) {
    (self.source, self.isVerbatim) = (source, isVerbatim)
    preamble = Preamble(source.bytes)
  }

  /// - Parameter progress: told of every few megabytes.
  /// - Complexity: O(bytes).
  func table(progress: ReadingObserver = { _ in }) throws(StudyError) -> Table {
    try source.bytes.withUnsafeBufferPointer { (text) throws(StudyError) in
      try table(text, progress: progress)
    }
  }

  private func table(
    _ text: UnsafeBufferPointer<UInt8>, progress: ReadingObserver
  ) throws(StudyError) -> Table {
    guard
      let layout = TableLayout(
        text, from: preamble.end, line: preamble.lineCount + 1, isVerbatim: isVerbatim)
    else { throw withoutHeader(text) }
    guard layout.header.cells.count <= Self.mostColumns else {
      throw .tooManyColumns(
        source.place(of: layout.header.start), count: layout.header.cells.count, most: Self.mostColumns)
    }
    if isVerbatim { try checkNames(layout) }
    var rows = RowReader(layout, isVerbatim: isVerbatim)
    let isComplete: Bool
    do {
      isComplete = try rows.read(text) { position, count in
        progress(ReadingProgress(.reading, bytes: position, of: text.count, rows: count))
        return !Task.isCancelled
      }
    } catch {
      throw explained(error)
    }
    guard isComplete else { throw .cancelled(path: source.path) }
    try check(rows, layout)
    progress(ReadingProgress(.understanding, bytes: text.count, of: text.count, rows: rows.lines.count))
    return isVerbatim ? table(rows, layout, names: layout.header.cells) : table(rows, layout)
  }

  /// Whether all rows fit the header, and there are some.
  private func check(_ rows: RowReader, _ layout: TableLayout) throws(StudyError) {
    if let row = rows.ragged { throw ragged(row, layout) }
    // R has no two rows of one name; other first values without a name may belong to any of the columns.
    if layout.namesRows, rows.columns[0].coded().distinctCount < rows.lines.count, let row = rows.firstRow {
      throw ragged(row, layout)
    }
    guard isVerbatim || !rows.lines.isEmpty else {
      throw .headerOnly(Place(file: source.path, line: layout.header.line, column: 1))
    }
  }

  /// The table as it was found, for a reader who wants nothing else.
  private func table(_ rows: RowReader, _ layout: TableLayout, names: [String]) -> Table {
    Table(
      path: source.path, names: names, columns: rows.columns, lines: rows.lines, delimiter: layout.delimiter,
      encoding: source.encoding,
      annotations: preamble.annotations(of: names.count, delimiter: layout.delimiter),
      blankLines: rows.blankLines)
  }

  /// The table with names for all columns, and what was seen to on the way.
  private func table(_ rows: RowReader, _ layout: TableLayout) -> Table {
    let cells = (layout.namesRows ? [""] : []) + layout.header.cells
    let header = HeaderNames(cells, rows.columns)
    var annotations = preamble.annotations(
      of: (cells.lastIndex { !$0.isEmpty } ?? 0) + 1, delimiter: layout.delimiter)
    if !layout.units.isEmpty {
      annotations += repeatElement(ColumnAnnotation(), count: cells.count - annotations.count)
      for (index, unit) in layout.units.enumerated() { annotations[index].unit = unit }
    }
    return Table(
      path: source.path, names: header.names, columns: header.kept.map { rows.columns[$0] },
      lines: rows.lines,
      delimiter: layout.delimiter, encoding: source.encoding,
      annotations: annotations.isEmpty
        ? [] : header.kept.map { $0 < annotations.count ? annotations[$0] : ColumnAnnotation() },
      blankLines: rows.blankLines,
      findings: layout.findings + namesRowsFinding(layout) + header.findings + rows.findings)
  }

  private func namesRowsFinding(_ layout: TableLayout) -> [Finding] {
    guard layout.namesRows else { return [] }
    let message =
      "the header has one name fewer than the rows have values: the first of them are taken for row names, as R"
      + " writes them"
    return [Finding(.warning, lines: [layout.header.line], message: message)]
  }

  private func checkNames(_ layout: TableLayout) throws(StudyError) {
    var first: [String: Int] = [:]
    for (index, name) in layout.header.cells.enumerated() {
      let place = { () -> Place in
        self.place(ofField: index, inRecordAt: layout.header.start, delimiter: layout.delimiter)
      }
      guard !name.isEmpty else {
        throw .unnamedColumn(place(), number: index + 1)
      }
      if let earlier = first.updateValue(index, forKey: name) {
        throw .repeatedName(place(), name: name, first: earlier + 1, second: index + 1)
      }
    }
  }
}

extension TableReader {
  private func ragged(_ row: RowReader.OddRow, _ layout: TableLayout) -> StudyError {
    let width = layout.header.cells.count
    let place = place(
      ofField: min(row.fields, width), inRecordAt: row.start, delimiter: layout.delimiter,
      end: row.fields < width)
    return .raggedRow(place, fields: row.fields, expected: width)
  }

  /// Why there is no header: a quote in it, or nothing at all.
  private func withoutHeader(_ text: UnsafeBufferPointer<UInt8>) -> StudyError {
    var scanner = FieldScanner(text, delimiter: .comma, position: preamble.end)
    var block = FieldBlock(width: 0, text: text)
    do {
      _ = try scanner.next(&block)
      return .empty(Place(file: source.path, line: 1, column: 1))
    } catch {
      return explained(error)
    }
  }

  private func explained(_ failure: FieldScanner.Failure) -> StudyError {
    switch failure {
    case .unclosedQuote(let offset): .unclosedQuote(source.place(of: offset))
    case .strayQuote(let offset, let field):
      .strayQuote(
        source.place(of: offset), field: String(decoding: source.bytes[field], as: UTF8.self))
    }
  }

  /// Where a field of the record that begins at an offset begins, or where the record ends.
  private func place(
    ofField field: Int, inRecordAt start: Int, delimiter: Delimiter, end: Bool = false
  ) -> Place {
    var (position, index, quoted) = (start, 0, false)
    while position < source.bytes.count {
      let byte = source.bytes[position]
      if !end, index == field { break }
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if !quoted, byte == delimiter.rawValue { index += 1 }
      position += 1
    }
    return source.place(of: position)
  }
}

import CCSV

/// Reads delimited text (RFC 4180 and its usual variations) into a table.
///
/// Blanks around an unquoted field do not belong to it; inside quotes they do. Fields may hold line breaks. Empty
/// lines are skipped, and so are lines above the header that begin with `#`.
struct TableReader {
  private let source: SourceText
  private let delimiter: Delimiter
  private let preamble: Preamble
  private let isVerbatim: Bool

  static func read(_ path: String, options: ReadingOptions = ReadingOptions()) throws(StudyError) -> Table {
    let contents = try FileBytes.read(path)
    if let table = try Table.read(path: path, bytes: contents, options: options) { return table }
    return try TableReader(SourceText(path: path, contents: contents)).table()
  }

  /// - Parameter isVerbatim: whether rows without any value, and tables without rows, are taken as they are.
  init(_ source: SourceText, isVerbatim: Bool = false) {
    (self.source, self.isVerbatim) = (source, isVerbatim)
    preamble = Preamble(source.bytes)
    delimiter = Delimiter.sniff(source.bytes[preamble.end...].prefix(1 << 16))
  }

  /// - Complexity: O(bytes).
  func table() throws(StudyError) -> Table {
    let rows = RowCollector(firstLine: preamble.lineCount + 1, keepsBlankRows: isVerbatim)
    try tokenize(into: rows)
    guard let headerLine = rows.headerLine else { throw .empty(Place(file: source.path, line: 1, column: 1)) }
    try checkNames(rows.names, line: headerLine)
    if let (line, fields) = rows.ragged {
      let place = place(
        ofField: min(fields, rows.names.count), inRecordAt: line, end: fields < rows.names.count)
      throw .raggedRow(place, fields: fields, expected: rows.names.count)
    }
    guard isVerbatim || !rows.lines.isEmpty else {
      throw .headerOnly(Place(file: source.path, line: headerLine, column: 1))
    }
    return Table(
      path: source.path, names: rows.names, columns: rows.columns, lines: rows.lines, delimiter: delimiter,
      encoding: source.encoding,
      annotations: preamble.annotations(of: rows.names.count, delimiter: delimiter),
      blankLines: rows.blankLines)
  }

  private func tokenize(into rows: RowCollector) throws(StudyError) {
    var parser = csv_parser()
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter.rawValue)
    let collector = Unmanaged.passUnretained(rows).toOpaque()
    let total = source.bytes.count - preamble.end
    let consumed = source.bytes.withUnsafeBytes { buffer in
      let text = UnsafeRawBufferPointer(rebasing: buffer[preamble.end...])
      return csv_parse(&parser, text.baseAddress, text.count, Self.field, Self.row, collector)
    }
    if consumed < total {
      // The tokenizer stops before the byte that it cannot place.
      throw strayQuote(at: preamble.end + consumed)
    }
    guard csv_fini(&parser, Self.field, Self.row, collector) == 0 else {
      throw .unclosedQuote(source.place(of: lastOpeningQuote))
    }
  }

  private static let field: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void =
    {
      text, length, rows in
      guard let rows else { return }
      let bytes = UnsafeBufferPointer(start: text?.assumingMemoryBound(to: UInt8.self), count: length)
      Unmanaged<RowCollector>.fromOpaque(rows).takeUnretainedValue().take(bytes)
    }

  private static let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { terminator, rows in
    guard let rows else { return }
    // At the end of the file without a line break the terminator is −1.
    let byte = UInt8(exactly: terminator) ?? UInt8(ascii: "\n")
    Unmanaged<RowCollector>.fromOpaque(rows).takeUnretainedValue().endRow(terminator: byte)
  }

  private func checkNames(_ names: [String], line: Int) throws(StudyError) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else {
        throw .unnamedColumn(place(ofField: index, inRecordAt: line), number: index + 1)
      }
      if let earlier = first.updateValue(index, forKey: name) {
        let place = place(ofField: index, inRecordAt: line)
        throw .repeatedName(place, name: name, first: earlier + 1, second: index + 1)
      }
    }
  }
}

extension TableReader {
  /// Where a field of the record that begins on a line begins, or where the record ends.
  private func place(ofField field: Int, inRecordAt line: Int, end: Bool = false) -> Place {
    var (position, index, quoted) = (source.offset(ofLine: line), 0, false)
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

  private func strayQuote(at offset: Int) -> StudyError {
    let bytes = source.bytes
    let ends: Set<UInt8> = [delimiter.rawValue, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    var (start, end) = (offset, offset)
    while start > preamble.end, !ends.contains(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, !ends.contains(bytes[end]) { end += 1 }
    return .strayQuote(source.place(of: offset), field: String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// The quote that opens the last quoted field; a doubled quote neither closes nor opens one.
  private var lastOpeningQuote: Int {
    let bytes = source.bytes
    var (opening, position, quoted) = (preamble.end, preamble.end, false)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        if !quoted {
          (opening, quoted) = (position, true)
        } else if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") {
          position += 1
        } else {
          quoted = false
        }
      }
      position += 1
    }
    return opening
  }
}

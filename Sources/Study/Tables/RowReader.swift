/// Reads the rows under a header into columns, and sees to those that have not as many fields as it has.
struct RowReader {
  /// A row with another number of fields than the header: its line, its first byte, and how many it has.
  struct OddRow {
    var line: Int
    var start: Int
    var fields: Int

    init(_ record: FieldScanner.Record) {
      (line, start, fields) = (record.line, record.start, record.fieldCount)
    }
  }

  /// Such rows of one kind: the first, and the lines of all.
  private struct OddRows {
    private(set) var first: OddRow?
    private(set) var lines: [Int32] = []

    var count: Int { lines.count }

    mutating func append(_ record: FieldScanner.Record) {
      if first == nil { first = OddRow(record) }
      lines.append(Int32(clamping: record.line))
    }

    func finding(_ severity: Finding.Severity, _ message: String) -> [Finding] {
      lines.isEmpty ? [] : [Finding(severity, lines: lines.map(Int.init), message: message)]
    }
  }

  private(set) var columns: [CodedColumn]
  private(set) var lines: [Int32] = []
  /// Lines of delimiters only.
  private(set) var blankLines: [Int] = []

  private let layout: TableLayout
  private let isVerbatim: Bool
  /// Columns of the table, and how many fields a row needs: unnamed columns at the end may be missing.
  private let width: Int
  private let needed: Int

  /// Rows that end early, rows with empty fields after the last column, and rows that cannot be placed.
  private var short = OddRows()
  private var padded = OddRows()
  private var misplaced = OddRows()
  private var repeatedHeaders = OddRows()
  private var cut: OddRow?

  /// The first row that is too different from the header to be read.
  private(set) var ragged: OddRow?
  private(set) var firstRow: OddRow?

  init(_ layout: TableLayout, isVerbatim: Bool) {
    (self.layout, self.isVerbatim) = (layout, isVerbatim)
    let names = layout.header.cells
    width = names.count + (layout.namesRows ? 1 : 0)
    let isStrict = isVerbatim || layout.namesRows
    needed = isStrict ? width : (names.lastIndex { !$0.isEmpty } ?? 0) + 1
    columns = (0..<width).map { _ in CodedColumn(staysCoded: isVerbatim) }
  }

  /// Reads to the end of the text; `ragged` tells whether that was a table.
  ///
  /// - Parameter goesOn: told of bytes and rows now and then; whether to go on.
  /// - Returns: `false` where it was stopped.
  /// - Complexity: O(bytes).
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, goesOn: (_ position: Int, _ rows: Int) -> Bool
  ) throws(FieldScanner.Failure) -> Bool {
    var scanner = FieldScanner(
      text, delimiter: layout.delimiter, position: layout.rows.position, line: layout.rows.line)
    var block = FieldBlock(width: width, text: text)
    var (told, isAtEnd) = (scanner.position, false)
    while !isAtEnd {
      block.removeAll()
      while block.hasRoom {
        let before = scanner
        guard let record = try scanner.next(&block) else {
          isAtEnd = true
          break
        }
        guard isRow(record, text, before) else { continue }
        block.keepRow()
        if firstRow == nil { firstRow = OddRow(record) }
        lines.append(Int32(clamping: record.line))
      }
      if told == layout.rows.position { reserve(text.count - told, after: scanner.position - told) }
      for column in columns.indices { block.withColumn(column) { columns[column].append($0) } }
      if scanner.position - told >= ReadingProgress.interval {
        told = scanner.position
        guard goesOn(told, lines.count) else { return false }
      }
    }
    for column in columns.indices { columns[column].close() }
    judge()
    return true
  }

  /// Makes room for as many rows as there will be if all are like the first ones.
  private mutating func reserve(_ bytes: Int, after read: Int) {
    guard read > 0, lines.count > 100 else { return }
    let rows = Int(Double(lines.count) / Double(read) * Double(bytes) * 1.02)
    lines.reserveCapacity(rows)
    for column in columns.indices { columns[column].reserve(rows: rows) }
  }

  /// Whether a record is a row of the table; why not is remembered.
  private mutating func isRow(
    _ record: FieldScanner.Record, _ text: UnsafeBufferPointer<UInt8>, _ scanner: FieldScanner
  ) -> Bool {
    if isVerbatim {
      if record.fieldCount != width { misplaced.append(record) }
      return record.fieldCount == width
    }
    guard record.valueCount > 0 else {
      blankLines.append(record.line)
      return false
    }
    if beginsLikeHeader(record, text),
      RecordSample.record(record, text, scanner).cells == layout.header.cells
    {
      repeatedHeaders.append(record)
      return false
    }
    if record.fieldCount < needed {
      if record.end == text.count {
        cut = OddRow(record)
        return false
      }
      short.append(record)
    } else if record.extraValueCount > 0 || (layout.namesRows && record.fieldCount != width) {
      misplaced.append(record)
      let values = RecordSample.record(record, text, scanner).cells.count {
        !$0.isEmpty && !MissingText.contains($0)
      }
      if values > width || layout.namesRows, ragged == nil { ragged = OddRow(record) }
      return false
    } else if record.fieldCount > width {
      padded.append(record)
    }
    return true
  }

  /// A glance that spares nearly all rows the comparison with the header.
  private func beginsLikeHeader(_ record: FieldScanner.Record, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let header = layout.header
    guard record.end - record.start == header.end - header.start else { return false }
    return (0..<min(16, header.end - header.start)).allSatisfy {
      text[record.start + $0] == text[header.start + $0]
    }
  }

  /// Decides whether rows of another length are few enough to be told of.
  private mutating func judge() {
    if isVerbatim {
      ragged = misplaced.first
      return
    }
    let most = max(1, lines.count / 100)
    // Without a single row as it should be, nobody knows what the others lack.
    let isAllowed = !layout.namesRows && short.count < lines.count
    if let cut, !isAllowed, cut.line < ragged?.line ?? .max { ragged = cut }
    for rows in [short, misplaced] where rows.count > most || !isAllowed {
      if let first = rows.first, first.line < ragged?.line ?? .max { ragged = first }
    }
  }
}

extension RowReader {
  var findings: [Finding] {
    var findings = repeatedHeaders.finding(
      .warning, "the header stands here again, which is no row; the file seems put together from several")
    findings += short.finding(
      .warning, "fewer values than the header has names: those at the end count as missing")
    findings += misplaced.finding(
      .warning,
      "more values than the header has names: it is not clear which is which, and the row is left out")
    if let cut {
      let message = "the file ends in the middle of this row, which is left out"
      findings.append(Finding(.warning, lines: [cut.line], message: message))
    }
    if padded.count == lines.count, !lines.isEmpty {
      findings.append(Finding(.note, message: "separators after the last value of every row are left out"))
    } else {
      findings += padded.finding(.warning, "empty values after the last column are left out")
    }
    return findings
  }
}

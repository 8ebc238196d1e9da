/// The first records of a table, to find out how it is laid out.
struct RecordSample {
  struct Record {
    var cells: [String]
    /// The line of the file on which it begins, and the offsets of its first byte and its line break.
    var line: Int
    var start: Int
    var end: Int

    /// Cells that hold something.
    var valueCount: Int { cells.count { !$0.isEmpty } }
  }

  let delimiter: Delimiter
  /// As far as they can be read.
  private(set) var records: [Record] = []
  /// Where the text goes on after each record.
  private(set) var nexts: [(position: Int, line: Int)] = []

  private static let most = 100
  private static let mostBytes = 1 << 18

  init(_ text: UnsafeBufferPointer<UInt8>, from position: Int, line: Int, delimiter: Delimiter) {
    self.delimiter = delimiter
    var scanner = FieldScanner(text, delimiter: delimiter, position: position, line: line)
    var nothing = FieldBlock(width: 0, text: text)
    while records.count < Self.most, records.count < 4 || scanner.position - position < Self.mostBytes {
      let before = scanner
      guard let found = try? scanner.next(&nothing) else { return }
      records.append(Self.record(found, text, before))
      nexts.append((scanner.position, scanner.line))
    }
  }

  /// A record with all its cells, however many it has.
  static func record(
    _ record: FieldScanner.Record, _ text: UnsafeBufferPointer<UInt8>, _ scanner: FieldScanner
  ) -> Record {
    var scanner = scanner
    var block = FieldBlock(width: record.fieldCount, text: text)
    _ = try? scanner.next(&block)
    return Record(cells: block.cells, line: record.line, start: record.start, end: record.end)
  }
}

/// Where one field of a record lies.
struct Field {
  /// An offset into the table's text, or into the block's own bytes where quotes in the field had to be undoubled.
  var start: Int
  var length: UInt32
  var isUndoubled = false

  static let empty = Field(start: 0, length: 0)
}

/// The fields of some rows, row by row, each row as wide as the table.
///
/// Rows are scanned into a block and then taken column by column, so that a column's table of texts stays in the
/// nearest cache, and nothing but offsets is moved in between.
struct FieldBlock: ~Copyable {
  let width: Int
  private let fields: UnsafeMutableBufferPointer<Field>
  private let text: UnsafeBufferPointer<UInt8>
  /// Fields in which quotes were doubled, without the doubling.
  private var undoubled: [UInt8] = []
  private(set) var rowCount = 0
  /// How many fields of the row being scanned are stored.
  private var filled = 0

  /// - Parameter text: the bytes that the fields are offsets into; they must outlive the block.
  init(width: Int, text: UnsafeBufferPointer<UInt8>) {
    (self.width, self.text) = (width, text)
    // As many as stay in the second cache; the rows of a wide table are taken a few at a time.
    fields = .allocate(capacity: max(8192, width * 8))
    fields.initialize(repeating: .empty)
  }

  deinit { fields.deallocate() }

  var hasRoom: Bool { (rowCount + 1) * width <= fields.count }

  mutating func removeAll() {
    undoubled.removeAll(keepingCapacity: true)
    (rowCount, filled) = (0, 0)
  }

  /// Begins a row; what was scanned since the last row was kept is forgotten.
  mutating func beginRow() { filled = 0 }

  /// Adds a field to the row, if it still has a column.
  @inline(__always)
  mutating func append(_ field: Field) {
    guard filled < width else { return }
    fields[rowCount &* width &+ filled] = field
    filled &+= 1
  }

  /// Adds a quoted field that lies at an offset of the text and has doubled quotes.
  mutating func append(doubled start: Int, end: Int) {
    guard filled < width else { return }
    let first = undoubled.count
    var position = start
    while position < end {
      undoubled.append(text[position])
      position += text[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    append(Field(start: first, length: UInt32(clamping: undoubled.count - first), isUndoubled: true))
  }

  /// Keeps the row as it was scanned; columns that it does not reach are empty.
  mutating func keepRow() {
    while filled < width { append(.empty) }
    rowCount += 1
    filled = 0
  }

  /// Passes the fields of one column to a body.
  func withColumn(_ column: Int, _ body: (FieldColumn) -> Void) {
    undoubled.withUnsafeBufferPointer { undoubled in
      body(
        FieldColumn(
          fields: UnsafeBufferPointer(fields), first: column, stride: width, count: rowCount, text: text,
          undoubled: undoubled))
    }
  }

  /// The texts of the row being scanned.
  var cells: [String] {
    (0..<filled).map { index in
      let field = fields[rowCount * width + index]
      let (start, end) = (field.start, field.start + Int(field.length))
      return field.isUndoubled
        ? String(decoding: undoubled[start..<end], as: UTF8.self)
        : String(decoding: text[start..<end], as: UTF8.self)
    }
  }
}

/// The fields of one column in a block.
struct FieldColumn {
  fileprivate let fields: UnsafeBufferPointer<Field>
  fileprivate let first: Int
  fileprivate let stride: Int
  let count: Int
  fileprivate let text: UnsafeBufferPointer<UInt8>
  fileprivate let undoubled: UnsafeBufferPointer<UInt8>

  @inline(__always)
  subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
    let field = fields[first &+ row &* stride]
    let source = field.isUndoubled ? undoubled : text
    return UnsafeBufferPointer(
      start: source.baseAddress.map { $0 + field.start }, count: Int(field.length))
  }

  @inline(__always)
  func key(_ row: Int) -> TextKey {
    let isUndoubled = fields[first &+ row &* stride].isUndoubled
    return TextKey(self[row], limit: isUndoubled ? nil : text.baseAddress.map { $0 + text.count })
  }
}

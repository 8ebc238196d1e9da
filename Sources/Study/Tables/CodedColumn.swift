/// A column as the file has it: its distinct texts, and which of them stands in each row.
///
/// Everything that is decided about a column is decided on the distinct texts, so a million rows of `yes` and `no`
/// cost two decisions. The texts lie end to end in one buffer; no field becomes a `String` while a file is read.
///
/// A column of nearly distinct texts, such as identifiers or laboratory values, gains nothing by that. As soon as
/// this shows, it is plain: every row has a text and a code of its own, equal or not. ``coded()`` undoes it.
package struct CodedColumn: Sendable {
  /// An index into the texts for each row.
  package private(set) var codes: [Int32] = []
  /// Whether every row has a text of its own, and texts may be equal.
  package private(set) var isPlain = false

  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var index = TextIndex()
  private let staysCoded: Bool

  /// With more texts than this the column is plain if they are most of its rows.
  private static let mostCoded = 4096

  /// - Parameter staysCoded: whether equal texts share a code however few are equal.
  package init(staysCoded: Bool = false) { self.staysCoded = staysCoded }

  /// How many texts there are; all of them are distinct unless the column is plain.
  package var distinctCount: Int { starts.count - 1 }

  /// The text with this code.
  package func text(_ code: Int) -> String {
    String(decoding: bytes[starts[code]..<starts[code + 1]], as: UTF8.self)
  }

  /// The bytes of the text with this code.
  @inline(__always)
  func withText<Result>(_ code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[code]..<starts[code + 1]])) }
  }

  /// In how many rows each text stands.
  var counts: CompactInts {
    if isPlain { return CompactInts([Int32](repeating: 1, count: codes.count)) }
    var counts = [Int32](repeating: 0, count: distinctCount)
    for code in codes { counts[Int(code)] += 1 }
    return CompactInts(counts)
  }

  /// A value for each row from one for each text.
  func rows<Value>(_ values: [Value]) -> [Value] {
    isPlain ? values : codes.map { values[Int($0)] }
  }

  /// The column with `texts[code]` in place of each text.
  func replacingTexts(by texts: [String]) -> CodedColumn {
    var column = CodedColumn(staysCoded: staysCoded)
    column.reserve(rows: codes.count)
    guard !isPlain else {
      for var text in texts { text.withUTF8 { column.append($0) } }
      return column
    }
    var result = CodedColumn(staysCoded: true)
    for var text in texts { text.withUTF8 { result.append($0) } }
    result.codes = codes.map { [known = result.codes] in known[Int($0)] }
    result.close()
    return result
  }

  /// Whether another column has the same text in every row.
  func hasSameTexts(as other: CodedColumn) -> Bool {
    guard isPlain == other.isPlain else { return coded().hasSameTexts(as: other.coded()) }
    return codes == other.codes && starts == other.starts && bytes == other.bytes
  }

  /// The column with a code for each distinct text.
  func coded() -> CodedColumn {
    guard isPlain else { return self }
    var column = self
    column.isPlain = false
    // Most identifiers are distinct to the last, and then every row's own code is that of its text.
    guard !hasDistinctTexts else { return column }
    column = CodedColumn(staysCoded: true)
    column.reserve(rows: codes.count)
    column.index = TextIndex(capacity: codes.count)
    bytes.withUnsafeBufferPointer { bytes in
      for code in codes.indices {
        column.append(UnsafeBufferPointer(rebasing: bytes[starts[code]..<starts[code + 1]]))
      }
    }
    column.close()
    return column
  }
}

extension CodedColumn {
  /// Whether it is certain that no two texts are equal.
  private var hasDistinctTexts: Bool {
    var keys = DistinctKeys(capacity: distinctCount)
    bytes.withUnsafeBufferPointer { bytes in
      let limit = bytes.baseAddress.map { $0 + bytes.count }
      for code in 0..<distinctCount {
        let text = UnsafeBufferPointer(rebasing: bytes[starts[code]..<starts[code + 1]])
        keys.append(TextKey(text, limit: limit).hash)
      }
    }
    return keys.areAllDifferent
  }

  /// Adds a row.
  ///
  /// - Complexity: O(length of the field), amortized.
  package mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    guard !isPlain else { return store(field) }
    append(field, TextKey(field))
  }

  /// Adds the rows of a block.
  mutating func append(_ fields: FieldColumn) {
    for row in 0..<fields.count {
      if isPlain {
        store(fields[row])
      } else {
        append(fields[row], fields.key(row))
      }
    }
  }

  /// Makes room for so many rows.
  mutating func reserve(rows: Int) { codes.reserveCapacity(rows) }

  /// Gives back what only adding rows needs.
  mutating func close() { index = TextIndex() }

  @inline(__always)
  private mutating func append(_ field: UnsafeBufferPointer<UInt8>, _ key: TextKey) {
    if let code = index.code(of: key, where: { holds(Int($0), field) }) {
      codes.append(code)
    } else {
      add(field, key)
    }
  }

  private mutating func add(_ field: UnsafeBufferPointer<UInt8>, _ key: TextKey) {
    if index.isFull, !staysCoded, distinctCount > Self.mostCoded, distinctCount * 2 > codes.count {
      spread()
      return store(field)
    }
    let code = Int32(clamping: distinctCount)
    index.insert(key, code)
    codes.append(code)
    bytes.append(contentsOf: field)
    starts.append(bytes.count)
  }

  /// Whether a text is the one with this code.
  private func holds(_ code: Int, _ field: UnsafeBufferPointer<UInt8>) -> Bool {
    withText(code) { text in
      text.count == field.count && text.indices.allSatisfy { text[$0] == field[$0] }
    }
  }

  /// Adds a row to a plain column.
  private mutating func store(_ field: UnsafeBufferPointer<UInt8>) {
    codes.append(Int32(clamping: codes.count))
    bytes.append(contentsOf: field)
    starts.append(bytes.count)
  }

  /// Gives every row its own text.
  private mutating func spread() {
    var plain = CodedColumn()
    plain.isPlain = true
    plain.reserve(rows: codes.capacity)
    plain.starts.reserveCapacity(codes.capacity + 1)
    bytes.withUnsafeBufferPointer { bytes in
      for code in codes {
        plain.store(UnsafeBufferPointer(rebasing: bytes[starts[Int(code)]..<starts[Int(code) + 1]]))
      }
    }
    self = plain
  }
}

/// Whole numbers that fit 32 bits: an array of them in half the memory.
package struct CompactInts: Sendable, Equatable, RandomAccessCollection {
  private var numbers: [Int32]

  init(_ numbers: [Int32]) { self.numbers = numbers }

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }

  package subscript(index: Int) -> Int { Int(numbers[index]) }
}

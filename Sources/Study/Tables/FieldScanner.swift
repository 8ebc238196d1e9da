/// Takes delimited text apart: RFC 4180, with blanks around fields that do not belong to them.
///
/// Eight bytes are looked at in one step. All reads stay within the text.
struct FieldScanner {
  /// One line of a table; fields in quotes may spread it over several lines of the file.
  struct Record {
    /// The line of the file on which it begins, and the offsets of its first byte and of its line break.
    var line: Int
    var start: Int
    var end: Int
    var fieldCount: Int
    /// How many fields are not empty, in all and beyond the width of the block.
    var valueCount: Int
    var extraValueCount: Int
  }

  /// What no table may have, at an offset of the text.
  enum Failure: Error {
    /// `field` is what is written between two delimiters.
    case strayQuote(at: Int, field: Range<Int>)
    case unclosedQuote(at: Int)
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// The delimiter, eight times.
  private let delimiters: UInt64
  /// Where the next record, or an empty line before it, begins.
  private(set) var position: Int
  /// The line of the file there, counted from 1.
  private(set) var line: Int

  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: Delimiter, position: Int = 0, line: Int = 1) {
    (self.text, self.delimiter) = (text, delimiter.rawValue)
    (self.position, self.line) = (position, line)
    delimiters = UInt64(delimiter.rawValue) &* Self.ones
  }

  /// Scans the next record that is no empty line into the row that the block is at; `nil` at the end.
  ///
  /// - Complexity: O(bytes of the record).
  mutating func next(_ block: inout FieldBlock) throws(Failure) -> Record? {
    guard skipEmptyLines() else { return nil }
    block.beginRow()
    var record = Record(
      line: line, start: position, end: position, fieldCount: 0, valueCount: 0, extraValueCount: 0)
    var position = self.position
    while true {
      var start = position
      while start < text.count, isBlank(text[start]) { start &+= 1 }
      let isValue: Bool
      if start < text.count, text[start] == Self.quote {
        (isValue, position) = try quoted(from: start, &block)
      } else {
        position = end(ofFieldFrom: start)
        if position < text.count, text[position] == Self.quote { throw strayQuote(at: position) }
        var end = position
        while end > start, isBlank(text[end &- 1]) { end &-= 1 }
        isValue = end > start
        block.append(Field(start: start, length: UInt32(clamping: end &- start)))
      }
      record.fieldCount &+= 1
      if isValue {
        record.valueCount &+= 1
        if record.fieldCount > block.width { record.extraValueCount &+= 1 }
      }
      guard position < text.count, text[position] == delimiter else { break }
      position &+= 1
    }
    record.end = position
    self.position = position
    skipLineBreak()
    return record
  }

  /// Goes to the next line that holds more than blanks; whether there is one.
  private mutating func skipEmptyLines() -> Bool {
    while true {
      var end = position
      while end < text.count, isBlank(text[end]) { end &+= 1 }
      guard end < text.count else {
        position = end
        return false
      }
      guard isBreak(text[end]) else { return true }
      position = end
      skipLineBreak()
    }
  }

  private mutating func skipLineBreak() {
    guard position < text.count else { return }
    let isPair =
      text[position] == Self.carriageReturn && position + 1 < text.count
      && text[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  /// Where a field without quotes ends: at a delimiter, a line break, a quote, or with the text.
  @inline(__always)
  private func end(ofFieldFrom start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    var position = start
    while position &+ 8 <= text.count {
      let word = Self.word(base + position)
      let hits = Self.low(word) | Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.quotes)
      guard hits != 0 else {
        position &+= 8
        continue
      }
      position &+= hits.trailingZeroBitCount >> 3
      if isStop(text[position]) { return position }
      position &+= 1
    }
    while position < text.count, !isStop(text[position]) { position &+= 1 }
    return position
  }

  /// Takes a field in quotes; whether it holds anything, and where the delimiter or line break after it is.
  private mutating func quoted(
    from opening: Int, _ block: inout FieldBlock
  ) throws(Failure) -> (isValue: Bool, end: Int) {
    let start = opening + 1
    var (position, isDoubled) = (start, false)
    while true {
      position = nextQuoteOrBreak(from: position)
      guard position < text.count else { throw .unclosedQuote(at: opening) }
      let next = position + 1 < text.count ? text[position + 1] : 0
      switch text[position] {
      case Self.quote where next == Self.quote:
        isDoubled = true
        position += 2
        continue
      case Self.quote: break
      default:
        // CR LF is one break, counted at its second half.
        if text[position] == Self.lineFeed || next != Self.lineFeed { line += 1 }
        position += 1
        continue
      }
      break
    }
    if isDoubled {
      block.append(doubled: start, end: position)
    } else {
      block.append(Field(start: start, length: UInt32(clamping: position - start)))
    }
    let isValue = position > start
    position += 1
    while position < text.count, isBlank(text[position]) { position += 1 }
    guard position == text.count || text[position] == delimiter || isBreak(text[position]) else {
      throw strayQuote(at: position)
    }
    return (isValue, position)
  }

  private func nextQuoteOrBreak(from start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    var position = start
    while position &+ 8 <= text.count {
      let word = Self.word(base + position)
      let hits = Self.low(word) | Self.zeros(word ^ Self.quotes)
      guard hits != 0 else {
        position &+= 8
        continue
      }
      position &+= hits.trailingZeroBitCount >> 3
      if text[position] == Self.quote || isBreak(text[position]) { return position }
      position &+= 1
    }
    while position < text.count, text[position] != Self.quote, !isBreak(text[position]) { position &+= 1 }
    return position
  }

  private func strayQuote(at offset: Int) -> Failure {
    var (start, end) = (offset, offset)
    while start > 0, text[start - 1] != delimiter, !isBreak(text[start - 1]) { start -= 1 }
    while end < text.count, text[end] != delimiter, !isBreak(text[end]) { end += 1 }
    return .strayQuote(at: offset, field: start..<end)
  }

  @inline(__always)
  private func isStop(_ byte: UInt8) -> Bool { byte == delimiter || byte == Self.quote || isBreak(byte) }
  @inline(__always)
  private func isBreak(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }
  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }
}

extension FieldScanner {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let quotes = UInt64(UInt8(ascii: "\"")) &* ones

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  // Of the marks that these two set, the lowest is right; those above it may not be (the borrow runs upwards).

  /// Marks the bytes that are zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

  /// Marks the bytes below 14, both line breaks among them.
  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 { (word &- ones &* 14) & ~word & tops }
}

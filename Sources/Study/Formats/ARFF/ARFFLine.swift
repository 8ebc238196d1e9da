/// The words of one line of a Weka file: bare, in quotes with escapes, separated by commas or blanks; `%` begins a
/// comment.
struct ARFFLine {
  enum Token: Equatable { case word, comma, open, close, end }

  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  /// The text of the last word.
  private(set) var word: [UInt8] = []
  private(set) var isQuoted = false
  /// Where the last token begins.
  private(set) var start: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    (position, start) = (bytes.startIndex, bytes.startIndex)
  }

  var text: String { String(decoding: word, as: UTF8.self) }

  /// The offset of a quote that is never closed.
  struct Unclosed: Error { let offset: Int }

  mutating func next() throws(Unclosed) -> Token {
    while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
    start = position
    guard position < bytes.endIndex else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "%"):
      position = bytes.endIndex
      return .end
    case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"):
      position += 1
      return byte == UInt8(ascii: ",") ? .comma : byte == UInt8(ascii: "{") ? .open : .close
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      position += 1
      try readQuoted(until: byte)
    default:
      word.removeAll(keepingCapacity: true)
      while position < bytes.endIndex, bytes[position] > 0x20, !Self.ends.contains(bytes[position]) {
        word.append(bytes[position])
        position += 1
      }
      isQuoted = false
    }
    return .word
  }

  private mutating func readQuoted(until quote: UInt8) throws(Unclosed) {
    word.removeAll(keepingCapacity: true)
    isQuoted = true
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte == quote { return }
      if byte == UInt8(ascii: "\\"), position < bytes.endIndex { readEscape() } else { word.append(byte) }
    }
    throw Unclosed(offset: start)
  }

  private mutating func readEscape() {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): word.append(0x0A)
    case UInt8(ascii: "r"): word.append(0x0D)
    case UInt8(ascii: "t"): word.append(0x09)
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
      guard digits.count == 4, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
      else {
        word += "\\u".utf8
        return
      }
      position += 4
      word += String(scalar).utf8
    default: word.append(byte)
    }
  }

  private static let ends = Set(",{}%".utf8)
}

/// The text of a string item: its runs joined, without what only tells how to pronounce it.
struct CellText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var phoneticDepth = 0

  mutating func start(_ element: String) {
    if element == "rPh" { phoneticDepth += 1 }
    if element == "t" { isText = phoneticDepth == 0 }
  }

  mutating func end(_ element: String) {
    if element == "rPh" { phoneticDepth = max(0, phoneticDepth - 1) }
    if element == "t" { isText = false }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { if isText { bytes.append(contentsOf: text) } }

  /// The text without the white space around it, and an empty one in its place.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return Self.trimmed(Self.unescaped(bytes))
  }

  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard
      bytes.first.map({ $0 <= 0x20 || $0 >= 0x80 }) ?? false
        || bytes.last.map({ $0 <= 0x20 || $0 >= 0x80 }) ?? false
    else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).trimmingBlanks.utf8)
  }

  /// The text with `_x000D_` and the like as the characters that they stand for.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    let mark = UInt8(ascii: "_")
    guard bytes.contains(mark) else { return bytes }
    var (result, position) = ([UInt8](), 0)
    while position < bytes.count {
      if bytes[position] == mark, position + 6 < bytes.count, bytes[position + 1] == UInt8(ascii: "x"),
        bytes[position + 6] == mark,
        let value = UInt32(String(decoding: bytes[position + 2..<position + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += String(scalar).utf8
        position += 7
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}

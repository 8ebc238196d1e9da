internal import Study

/// What is not JSON, and at which byte.
struct JSONSyntaxError: Error, Equatable, Sendable {
  var offset: Int
  var message: String
}

/// Reads JSON (RFC 8259) strictly: no comments, no trailing commas, no name twice in an object.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Objects and lists deeper than this are refused rather than followed off the end of the stack.
  private static let deepest = 100

  /// The one value of a text.
  ///
  /// - Complexity: O(bytes).
  static func value(of bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.unexpected("the end of the file") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard next == sign.asciiValue else { return false }
    position += 1
    return true
  }

  private func unexpected(_ expected: String) -> JSONSyntaxError {
    guard position < bytes.count else {
      return JSONSyntaxError(offset: position, message: "the file ends here; expected \(expected)")
    }
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    let found = QuotedText.escaped(rest.prefix(1))
    return JSONSyntaxError(offset: position, message: "\(found) is not expected here; expected \(expected)")
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.deepest else {
      throw JSONSyntaxError(
        offset: position, message: "more than \(Self.deepest) values inside each other; expected fewer")
    }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t") where takeWord("true"): return .bool(true)
    case UInt8(ascii: "f") where takeWord("false"): return .bool(false)
    case UInt8(ascii: "n") where takeWord("null"): return .null
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      return .number(try number())
    default: throw unexpected("a value")
    }
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONMember] {
    position += 1
    var (members, names) = ([JSONMember](), Set<String>())
    if take("}") { return members }
    repeat {
      skipBlanks()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
      let name = try text()
      guard names.insert(name).inserted else {
        throw JSONSyntaxError(
          offset: start, message: "\(QuotedText.escaped(name)) stands here a second time; expected it once")
      }
      guard take(":") else { throw unexpected("a colon") }
      members.append(JSONMember(name: name, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw unexpected("a comma or }") }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
    position += 1
    var elements: [JSONValue] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw unexpected("a comma or ]") }
    return elements
  }

  private mutating func number() throws(JSONSyntaxError) -> Double {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let whole = takeDigits()
    let hasLeadingZero = whole > 1 && bytes[position - whole] == UInt8(ascii: "0")
    var isNumber = whole > 0 && !hasLeadingZero
    if next == UInt8(ascii: ".") {
      position += 1
      isNumber = takeDigits() > 0 && isNumber
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      isNumber = takeDigits() > 0 && isNumber
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard isNumber, let value = Double(text), value.isFinite else {
      throw JSONSyntaxError(
        offset: start, message: "\(text.prefix(30)) is no number; expected one like -1.5e3")
    }
    return value
  }

  private mutating func takeDigits() -> Int {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    return position - start
  }
}

extension JSONReader {
  private mutating func text() throws(JSONSyntaxError) -> String {
    let start = position
    position += 1
    var scalars: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: scalars, as: UTF8.self) else {
          throw JSONSyntaxError(offset: start, message: "this text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): scalars.append(contentsOf: String(try escape()).utf8)
      case ..<0x20:
        position -= 1
        throw unexpected("a text without line breaks and control characters")
      default: scalars.append(byte)
      }
    }
    throw JSONSyntaxError(offset: start, message: "the text that begins here never ends")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = position - 1
    guard let sign = next else { throw unexpected("the rest of the text") }
    position += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let unit = hexadecimal() {
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if (0xD800..<0xDC00).contains(unit), takeWord("\\u"), let low = hexadecimal(),
          (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return scalar
        }
      }
      throw JSONSyntaxError(offset: start, message: "\\u stands here without a character; expected \\u00e9")
    default:
      throw JSONSyntaxError(
        offset: start, message: "the backslash escapes nothing; expected \\\\ for the sign itself")
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.count == 4, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
      let unit = UInt32(digits, radix: 16)
    else { return nil }
    position += 4
    return unit
  }
}

/// Recognises the values of TOML that stand without quotes: booleans, numbers, dates and times.
struct TOMLScalar {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  private init(_ bytes: ArraySlice<UInt8>) { (self.bytes, position) = (bytes, bytes.startIndex) }

  /// Whether the bytes are one such value, and nothing else.
  static func isValue(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["true", "false"].contains { bytes.elementsEqual($0.utf8) }
      || [isMoment, isNumber, isBased].contains { matches in
        var scalar = TOMLScalar(bytes)
        return matches(&scalar) && scalar.position == bytes.endIndex
      }
  }

  private static func isMoment(_ scalar: inout TOMLScalar) -> Bool {
    let start = scalar.position
    if scalar.isClock() { return true }
    scalar.position = start
    guard scalar.digits(4), scalar.take("-"), scalar.digits(2), scalar.take("-"), scalar.digits(2) else {
      return false
    }
    guard scalar.take("T") || scalar.take("t") || scalar.take(" ") else { return true }
    guard scalar.isClock() else { return false }
    if scalar.take("Z") || scalar.take("z") { return true }
    guard scalar.take("+") || scalar.take("-") else { return true }
    return scalar.digits(2) && scalar.take(":") && scalar.digits(2)
  }

  private mutating func isClock() -> Bool {
    guard digits(2), take(":"), digits(2) else { return false }
    guard take(":") else { return true }
    guard digits(2) else { return false }
    return !take(".") || run(of: Self.isDecimal)
  }

  private static func isNumber(_ scalar: inout TOMLScalar) -> Bool {
    _ = scalar.take("+") || scalar.take("-")
    if scalar.take("inf") || scalar.take("nan") { return true }
    let start = scalar.position
    guard scalar.run(of: isDecimal) else { return false }
    if scalar.bytes[start] == UInt8(ascii: "0"), scalar.position > start + 1 { return false }
    if scalar.take("."), !scalar.run(of: isDecimal) { return false }
    guard scalar.take("e") || scalar.take("E") else { return true }
    _ = scalar.take("+") || scalar.take("-")
    return scalar.run(of: isDecimal)
  }

  /// A number of base 16, 8 or 2.
  private static func isBased(_ scalar: inout TOMLScalar) -> Bool {
    if scalar.take("0x") { return scalar.run { isDecimal($0) || (0x41...0x46).contains($0 & 0xDF) } }
    if scalar.take("0o") { return scalar.run { (0x30...0x37).contains($0) } }
    return scalar.take("0b") && scalar.run { (0x30...0x31).contains($0) }
  }

  private static func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func digits(_ count: Int) -> Bool {
    guard bytes[position...].prefix(count).count(where: Self.isDecimal) == count else { return false }
    position += count
    return true
  }

  /// Digits, between which single underscores may stand.
  private mutating func run(of isDigit: (UInt8) -> Bool) -> Bool {
    var wasDigit = false
    while position < bytes.endIndex {
      if isDigit(bytes[position]) {
        wasDigit = true
      } else if wasDigit, bytes[position] == UInt8(ascii: "_") {
        wasDigit = false
      } else {
        break
      }
      position += 1
    }
    return wasDigit
  }
}

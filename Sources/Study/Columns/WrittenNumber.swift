/// A number exactly as it is written in a file: `12.50` is 1250 hundredths.
struct WrittenNumber: Equatable, Sendable {
  /// A limit of measurement written with the number, as in `<0.01`.
  enum Limit: Sendable { case none, below, above }

  /// The signs between the digits of a column's numbers.
  struct Notation: Equatable, Sendable {
    var decimal: UInt8
    /// The sign between groups of three digits.
    var grouping: UInt8?

    static let point = Notation(decimal: UInt8(ascii: "."))
    static let comma = Notation(decimal: UInt8(ascii: ","), grouping: UInt8(ascii: "."))
    static let groupedPoint = Notation(decimal: UInt8(ascii: "."), grouping: UInt8(ascii: ","))
  }

  /// The correctly rounded value.
  var value: Double
  /// All digits as one integer; `nil` where there are more than eighteen, or an exponent.
  var digits: Int64?
  var decimals: Int
  var limit = Limit.none

  /// The value in ticks of 10⁻ᵈ, exact where it was written with no more than *d* decimals, else rounded.
  func ticks(decimals wanted: Int) -> Int64? {
    if let digits, decimals <= wanted {
      let (ticks, overflow) = digits.multipliedReportingOverflow(by: Self.power(wanted - decimals))
      return overflow ? nil : ticks
    }
    return Int64(exactly: (value * Double(Self.power(wanted))).rounded())
  }

  /// Ten to a power from 0 to 18.
  static func power(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<min(18, max(0, exponent)) { power *= 10 }
    return power
  }
}

extension WrittenNumber {
  /// Reads a whole field; `nil` where it is no number in this notation.
  init?(_ text: UnsafeBufferPointer<UInt8>, notation: Notation = .point) {
    var position = 0
    limit = Self.limit(text, &position)
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    let start = position
    let isNegative = position < text.count && text[position] == UInt8(ascii: "-")
    if position < text.count, isNegative || text[position] == UInt8(ascii: "+") { position += 1 }

    var (digits, digitCount, decimals, seenDecimal, group) = (Int64(0), 0, 0, false, -1)
    scan: while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digitCount < 18 { digits = digits * 10 + Int64(byte - UInt8(ascii: "0")) }
        if digits > 0 || seenDecimal { digitCount += 1 }
        if seenDecimal { decimals += 1 } else if group >= 0 { group += 1 }
        if digits == 0 { digitCount = 0 }
      case notation.decimal where !seenDecimal:
        guard group < 0 || group == 3 else { return nil }
        seenDecimal = true
      case notation.grouping where !seenDecimal && position > start:
        guard group < 0 || group == 3 else { return nil }
        group = 0
      default: break scan
      }
      position += 1
    }
    guard position > start, text[position - 1] != notation.grouping, seenDecimal || group < 0 || group == 3
    else {
      return nil
    }
    guard text[start..<position].contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    if position == text.count, digitCount <= 15, decimals <= 18 {
      self.digits = isNegative ? -digits : digits
      // Both are exact as doubles, so the quotient is the double nearest to what is written.
      value = Double(isNegative ? -digits : digits) / Double(Self.power(decimals))
      self.decimals = decimals
      return
    }
    guard let value = Self.parse(text[start...], notation: notation), value.isFinite else { return nil }
    self.value = value
    self.digits = position == text.count && digitCount <= 18 ? (isNegative ? -digits : digits) : nil
    self.decimals = max(0, decimals - Self.exponent(text[position...]))
  }

  init?(_ text: String, notation: Notation = .point) {
    let bytes = Array(text.utf8)
    guard let number = bytes.withUnsafeBufferPointer({ WrittenNumber($0, notation: notation) }) else {
      return nil
    }
    self = number
  }

  private static func limit(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Limit {
    let signs: [(String, Limit)] = [
      ("<=", .below), (">=", .above), ("≤", .below), ("≥", .above), ("<", .below), (">", .above),
    ]
    guard let first = text.first, first == 0x3C || first == 0x3E || first == 0xE2 else { return .none }
    for (sign, limit) in signs where text.starts(with: sign.utf8) {
      position = sign.utf8.count
      return limit
    }
    return .none
  }

  /// The slow path: long numbers and exponents, in the C notation.
  private static func parse(_ text: Slice<UnsafeBufferPointer<UInt8>>, notation: Notation) -> Double? {
    let plain = text.filter { $0 != notation.grouping }.map {
      $0 == notation.decimal ? UInt8(ascii: ".") : $0
    }
    // `Double` would also take hexadecimal numbers, infinities and NaN.
    let allowed = Set("0123456789.+-eE".utf8)
    guard plain.allSatisfy(allowed.contains) else { return nil }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  /// The power of ten after a number, as far as it makes any difference to a `Double`.
  private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    min(max(Int(String(decoding: text.dropFirst(), as: UTF8.self)) ?? 0, -400), 400)
  }
}

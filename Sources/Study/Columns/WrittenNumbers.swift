/// The numbers that the texts of a column are: nine bytes each, which give back what was written.
///
/// A value with at most fifteen digits is the double nearest to them, so digits and value give each other. What is
/// written otherwise is rare, and kept beside.
struct WrittenNumbers: Sendable, RandomAccessCollection {
  /// The value of each text; NaN where it is no number.
  private(set) var values: [Double] = []
  /// The decimals of each text, or ``other``.
  private var decimals: [UInt8] = []
  private var others: [Int: WrittenNumber] = [:]
  /// How many texts are numbers, and the most decimals that one of them has.
  private(set) var numberCount = 0
  private(set) var mostDecimals = 0

  private static let other: UInt8 = 255
  private static let most = 1e15

  var startIndex: Int { 0 }
  var endIndex: Int { values.count }

  /// The number that the text with this code is; `nil` where it is none.
  subscript(code: Int) -> WrittenNumber? {
    let value = values[code]
    guard !value.isNaN else { return nil }
    guard decimals[code] != Self.other else { return others[code] }
    let decimals = Int(decimals[code])
    let digits = Int64(exactly: (value * Double(WrittenNumber.power(decimals))).rounded())
    return WrittenNumber(value: value, digits: digits, decimals: decimals)
  }

  /// Whether the text is a number.
  func isNumber(_ code: Int) -> Bool { !values[code].isNaN }

  /// The texts that are only limits, such as `<0.01`.
  var limits: [Int] { others.filter { $0.value.limit != .none }.keys.sorted() }

  /// The numbers without those that are only limits.
  var withoutLimits: WrittenNumbers {
    let limits = limits
    guard !limits.isEmpty else { return self }
    var result = WrittenNumbers()
    result.reserve(count)
    for code in indices { result.append(self[code].flatMap { $0.limit == .none ? $0 : nil }) }
    return result
  }

  mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
    decimals.reserveCapacity(count)
  }

  mutating func append(_ number: WrittenNumber?) {
    guard let number, !number.value.isNaN else { return appendNone() }
    let isPlain = number.limit == .none && number.digits != nil && number.decimals < 16
    if isPlain, (number.value * Double(WrittenNumber.power(number.decimals))).magnitude < Self.most,
      !(number.value == 0 && number.value.sign == .minus)
    {
      append(number.value, decimals: number.decimals)
    } else {
      others[values.count] = number
      values.append(number.value)
      decimals.append(Self.other)
      numberCount += 1
      mostDecimals = Swift.max(mostDecimals, number.decimals)
    }
  }

  mutating func appendNone() {
    values.append(.nan)
    decimals.append(0)
  }

  private mutating func append(_ value: Double, decimals count: Int) {
    values.append(value)
    decimals.append(UInt8(truncatingIfNeeded: count))
    numberCount += 1
    mostDecimals = Swift.max(mostDecimals, count)
  }
}

extension WrittenNumbers {
  /// Adds the number that a text is in this notation, if it is one.
  ///
  /// Digits with at most one decimal sign among them, as nearly all numbers are written, are read here and at once.
  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, notation: WrittenNumber.Notation) {
    guard text.count < 16, let first = text.first else { return appendSlowly(text, notation) }
    var position = first == UInt8(ascii: "-") ? 1 : 0
    let (isNegative, start) = (position == 1, position)
    var (digits, afterSign) = (Int64(0), -1)
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ Int64(digit)
      } else if text[position] == notation.decimal, afterSign < 0 {
        afterSign = position &+ 1
      } else {
        return appendSlowly(text, notation)
      }
      position &+= 1
    }
    let decimals = afterSign < 0 ? 0 : text.count - afterSign
    guard text.count - start > (afterSign < 0 ? 0 : 1), !(isNegative && digits == 0) else {
      return appendSlowly(text, notation)
    }
    let value = Double(digits) / Self.powers[decimals]
    append(isNegative ? -value : value, decimals: decimals)
  }

  private mutating func appendSlowly(_ text: UnsafeBufferPointer<UInt8>, _ notation: WrittenNumber.Notation) {
    append(WrittenNumber(text, notation: notation))
  }

  private static let powers: [Double] = (0...15).map { Double(WrittenNumber.power($0)) }
}

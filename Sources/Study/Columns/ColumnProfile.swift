/// What the distinct texts of a column are: missing, numbers, or something else.
///
/// In a plain column every row has a text of its own. Only columns of numbers with fractions are left plain here, so
/// that identifiers, dates and words are counted whatever their number.
struct ColumnProfile: Sendable {
  let column: CodedColumn
  /// How often each distinct text occurs.
  let counts: CompactInts
  let isMissing: [Bool]
  /// The number each distinct text is, `nil` where it is none.
  let numbers: WrittenNumbers
  /// The date each distinct text is, where most of the column's texts are dates; else empty.
  let dates: [DateText?]
  /// The codes of the texts that occur and are values.
  let present: CompactInts
  /// Whether `1,234` could be either 1234 or 1.234 here: then no such text is taken for a number.
  let isNotationAmbiguous: Bool

  /// - Parameters:
  ///   - missing: texts that are declared to mean a missing value.
  ///   - isCounted: whether equal texts must share a code even if they are numbers with fractions.
  /// - Complexity: O(rows + bytes of the distinct texts).
  init(
    _ column: CodedColumn, delimiter: Delimiter, missing: [String] = [], centuryFrom: Int? = nil,
    isCounted: Bool = false
  ) {
    let isCounted = isCounted || !Self.mayHoldFractions(column)
    let profile = ColumnProfile(
      texts: isCounted ? column.coded() : column, delimiter: delimiter, missing: missing,
      centuryFrom: centuryFrom)
    let isDone = !profile.column.isPlain || profile.holdsFractions
    self =
      isDone
      ? profile
      : ColumnProfile(texts: column.coded(), delimiter: delimiter, missing: missing, centuryFrom: centuryFrom)
  }

  /// The column as it is written: only an empty field is missing, numbers are in the C notation, and nothing is a date.
  ///
  /// - Complexity: O(rows + bytes of the distinct texts).
  init(verbatim column: CodedColumn) {
    let column = column.coded()
    let counts = column.counts
    let gaps = (0..<column.distinctCount).map { code in column.withText(code) { $0.isEmpty } }
    var numbers = WrittenNumbers()
    numbers.reserve(column.distinctCount)
    for code in 0..<column.distinctCount { column.withText(code) { numbers.append($0, notation: .point) } }
    let codes = counts.indices.lazy.filter { counts[$0] > 0 && !gaps[$0] }
    (self.column, self.counts, isMissing) = (column, counts, gaps)
    (self.numbers, dates, isNotationAmbiguous) = (numbers.withoutLimits, [], false)
    present = CompactInts(codes.map { Int32(truncatingIfNeeded: $0) })
  }

  /// A glance at some of the texts spares columns of words, dates and whole numbers from being profiled twice.
  private static func mayHoldFractions(_ column: CodedColumn) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return (0..<min(100, column.distinctCount)).contains { code in
      column.withText(code) { text in
        text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
          && text.allSatisfy { digits.contains($0) || $0 < digits.lowerBound }
      }
    }
  }

  private init(texts column: CodedColumn, delimiter: Delimiter, missing: [String], centuryFrom: Int?) {
    self.column = column
    let counts = column.counts
    self.counts = counts
    let declared = Set(missing)
    let gaps = (0..<column.distinctCount).map { Self.isGap($0, in: column, declared: declared) }
    isMissing = gaps
    let codes = counts.indices.lazy.filter { counts[$0] > 0 && !gaps[$0] }
    let present = CompactInts(codes.map { Int32(truncatingIfNeeded: $0) })
    self.present = present
    // A glance at some of the texts spares the many columns that hold no dates.
    let sample = present.prefix(40).filter { DateText(column.text($0)) != nil }
    dates =
      !sample.isEmpty && sample.count * 2 >= min(40, present.count)
      ? counts.indices.map { gaps[$0] ? nil : DateText(column.text($0))?.completed(from: centuryFrom) } : []
    let notation = NumberNotation(column, isMissing: gaps, delimiter: delimiter)
    isNotationAmbiguous = notation.isAmbiguous
    var numbers = WrittenNumbers()
    numbers.reserve(column.distinctCount)
    for code in 0..<column.distinctCount {
      if gaps[code] {
        numbers.appendNone()
      } else {
        column.withText(code) { numbers.append($0, notation: notation.notation) }
      }
    }
    self.numbers = numbers
  }

  private static func isGap(_ code: Int, in column: CodedColumn, declared: Set<String>) -> Bool {
    let mayBe = column.withText(code) { text in
      if text.isEmpty || !declared.isEmpty { return true }
      // Numbers can be missing codes only where that was declared.
      return text.count <= 20 && !text.contains { (0x30...0x39).contains($0) }
    }
    guard mayBe else { return false }
    let text = column.text(code)
    return text.isEmpty || declared.contains(text) || MissingText.contains(text)
  }

  /// Whether nearly all values are numbers, and some of them not whole.
  private var holdsFractions: Bool {
    numbers.numberCount * 10 >= present.count * 9
      && numbers.values.contains { !$0.isNaN && $0 != $0.rounded() }
  }

  /// Whether nearly all values are dates, if only in a notation that leaves something open.
  var holdsDates: Bool {
    guard !dates.isEmpty, !present.isEmpty else { return false }
    return present.count { dates[$0] != nil } * 20 >= present.count * 19
  }

  /// The order of day and month that the column's own dates prove.
  var provenOrder: DateOrder? { DateText.provenOrder(dates.lazy.compactMap { $0 }) }

  var presentRows: Int { present.reduce(0) { $0 + counts[$1] } }
}

/// Decides which sign separates the decimals in a column.
struct NumberNotation {
  let notation: WrittenNumber.Notation
  let isAmbiguous: Bool

  init(_ column: CodedColumn, isMissing: [Bool], delimiter: Delimiter) {
    let comma = UInt8(ascii: ",")
    let withComma = isMissing.indices.filter { code in
      !isMissing[code] && column.withText(code) { $0.contains(comma) }
    }
    let isNumber = { (code: Int, notation: WrittenNumber.Notation) in
      column.withText(code) { WrittenNumber($0, notation: notation) != nil }
    }
    let asDecimal = withComma.filter { isNumber($0, .comma) }
    let asGroups = withComma.filter { isNumber($0, .groupedPoint) }
    switch (asDecimal.isEmpty, asGroups.isEmpty) {
    case (true, true): (notation, isAmbiguous) = (.point, false)
    case (true, false): (notation, isAmbiguous) = (.groupedPoint, false)
    case (false, true): (notation, isAmbiguous) = (.comma, false)
    case (false, false):
      if delimiter != .comma || asDecimal.count > asGroups.count {
        (notation, isAmbiguous) = (.comma, false)
      } else if asGroups.count > asDecimal.count {
        (notation, isAmbiguous) = (.groupedPoint, false)
      } else {
        (notation, isAmbiguous) = (.point, true)
      }
    }
  }
}

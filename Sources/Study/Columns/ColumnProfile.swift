/// What the distinct texts of a column are: missing, numbers, or something else.
struct ColumnProfile: Sendable {
  let column: CodedColumn
  /// How often each distinct text occurs.
  let counts: [Int]
  let isMissing: [Bool]
  /// The number each distinct text is, `nil` where it is none.
  let numbers: [WrittenNumber?]
  /// The date each distinct text is, where most of the column's texts are dates; else empty.
  let dates: [DateText?]
  /// The codes of the texts that occur and are values.
  let present: [Int]
  /// Whether `1,234` could be either 1234 or 1.234 here: then no such text is taken for a number.
  let isNotationAmbiguous: Bool

  /// - Complexity: O(rows + bytes of the distinct texts).
  init(_ column: CodedColumn, delimiter: Delimiter, missing: [String] = [], centuryFrom: Int? = nil) {
    self.column = column
    let counts = column.counts
    self.counts = counts
    let declared = Set(missing)
    let gaps = (0..<column.distinctCount).map { code in
      if column.withText(code, { $0.isEmpty }) { return true }
      if column.withText(code, { $0.count > 20 }), declared.isEmpty { return false }
      // Numbers can be missing codes only where that was declared.
      if declared.isEmpty, column.withText(code, { $0.contains { (0x30...0x39).contains($0) } }) {
        return false
      }
      let text = column.text(code)
      return declared.contains(text) || MissingText.contains(text)
    }
    isMissing = gaps
    let present = counts.indices.filter { counts[$0] > 0 && !gaps[$0] }
    self.present = present
    // A glance at some of the texts spares the many columns that hold no dates.
    let sample = present.prefix(40).filter { DateText(column.text($0)) != nil }
    dates =
      !sample.isEmpty && sample.count * 2 >= min(40, present.count)
      ? counts.indices.map { gaps[$0] ? nil : DateText(column.text($0))?.completed(from: centuryFrom) } : []
    let notation = NumberNotation(column, isMissing: gaps, delimiter: delimiter)
    isNotationAmbiguous = notation.isAmbiguous
    numbers = (0..<column.distinctCount).map { code in
      gaps[code] ? nil : column.withText(code) { WrittenNumber($0, notation: notation.notation) }
    }
  }

  /// Whether nearly all values are dates, if only in a notation that leaves something open.
  var holdsDates: Bool {
    guard !dates.isEmpty, !present.isEmpty else { return false }
    return present.count { dates[$0] != nil } * 20 >= present.count * 19
  }

  /// The order of day and month that the column's own dates prove.
  var provenOrder: DateText.Order? { DateText.provenOrder(dates.lazy.compactMap { $0 }) }

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

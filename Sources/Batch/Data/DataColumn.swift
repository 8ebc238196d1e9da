internal import Study

/// A column of a table: its distinct texts, and which of them stands in each row.
struct DataColumn: Sendable {
  /// The distinct texts, those of missing values left out.
  let texts: [String]
  /// The number that each distinct text is; `nil` for other texts.
  let numbers: [Double?]
  /// Position in ``texts`` for each row; −1 where the field is empty.
  let codes: [Int]

  init(_ column: CodedColumn) {
    var (texts, codes) = ([String](), [Int]())
    for code in 0..<column.distinctCount {
      let text = column.text(code)
      codes.append(text.isEmpty ? -1 : texts.count)
      if !text.isEmpty { texts.append(text) }
    }
    self.texts = texts
    numbers = texts.map(Self.number)
    self.codes = column.codes.map { codes[Int($0)] }
  }

  /// Whether every value is a number.
  var isNumeric: Bool { numbers.allSatisfy { $0 != nil } }

  func isMissing(_ row: Int) -> Bool { codes[row] < 0 }

  /// The distinct values in their own order: by number if all are numbers, else by text.
  var naturalOrder: [String] {
    guard isNumeric else { return texts.sorted() }
    return texts.indices.sorted { (numbers[$0] ?? 0, texts[$0]) < (numbers[$1] ?? 0, texts[$1]) }
      .map { texts[$0] }
  }

  /// Decimal numbers only: `Double` would also take hexadecimal ones, infinities and NaN.
  private static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

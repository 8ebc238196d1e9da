/// Values of a column that cannot be what the column holds, with the lines on which they stand.
///
/// The most frequent of them are named one by one. However many there are, no line is lost.
struct LeftOutValues {
  private struct Value {
    var text: String
    var lines: [Int]
  }

  /// In the order in which they first occur.
  private let values: [Value]
  private let column: String

  /// So many values are named one by one.
  private static let mostNamed = 20

  /// - Parameter codes: the texts of the column that are meant, in the order in which they occur.
  /// - Complexity: O(rows), without any codes O(1).
  init(_ typing: ColumnTyping, codes: [Int]) {
    column = typing.name
    guard !codes.isEmpty else {
      values = []
      return
    }
    // In a plain column the same text may have several codes.
    var (position, positions) = ([String: Int](), [Int32](repeating: -1, count: typing.column.distinctCount))
    var values: [Value] = []
    for code in codes {
      let text = typing.column.text(code)
      let known = position[text] ?? values.count
      if known == values.count {
        position[text] = known
        values.append(Value(text: text, lines: []))
      }
      positions[code] = Int32(clamping: known)
    }
    for (row, code) in typing.column.codes.enumerated() where positions[Int(code)] >= 0 {
      values[Int(positions[Int(code)])].lines.append(Int(typing.table.lines[row]))
    }
    self.values = values
  }

  /// The lines of all of them.
  var allLines: [Int] { values.flatMap(\.lines).sorted() }

  /// - Parameters:
  ///   - message: what to say of a value, which is given in quotes.
  ///   - rest: what to say of so many more.
  func findings(_ message: (String) -> String, rest: (Int) -> String) -> [Finding] {
    var named = Array(values.indices)
    if named.count > Self.mostNamed {
      named = named.sorted { (values[$1].lines.count, $0) < (values[$0].lines.count, $1) }
      named = named.prefix(Self.mostNamed).sorted()
    }
    var findings = named.map { index in
      Finding(
        .warning, lines: values[index].lines, column: column, message: message(values[index].text.quoted))
    }
    if named.count < values.count {
      let isNamed = Set(named)
      let lines = values.indices.filter { !isNamed.contains($0) }.flatMap { values[$0].lines }.sorted()
      findings.append(
        Finding(.warning, lines: lines, column: column, message: rest(values.count - named.count)))
    }
    return findings
  }
}

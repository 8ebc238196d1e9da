internal import Study

/// The table of a job, column by column, as ``Study`` reads it.
struct DataFrame: Sendable {
  /// The name that the job has for the table.
  let file: String
  let table: ProfiledTable
  private let positions: [String: Int]

  init(_ table: ProfiledTable, file: String) {
    (self.file, self.table) = (file, table)
    positions = Dictionary(
      table.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The columns' names, in the order of the file.
  var names: [String] { table.names }
  /// The line of the file on which each row begins.
  var lines: [Int32] { table.lines }
  var rowCount: Int { lines.count }

  /// A column by its name, which the job has been checked for.
  subscript(name: String) -> ColumnValues {
    guard let position = positions[name] else {
      preconditionFailure("the names in a job are those of columns")
    }
    return table.columns[position]
  }

  func holds(_ name: String) -> Bool { positions[name] != nil }

  /// The numbers of a column on some rows, none of which lacks it.
  func numbers(_ name: String, _ rows: [Int]) throws(Refusal) -> [Double] {
    let column = self[name]
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count)
    for row in rows {
      let number = column.numbers[column.codes[row]]
      guard !number.isNaN else {
        let text = QuotedText.escaped(column.texts[column.codes[row]].prefix(60))
        throw Refusal(
          status: .invalid, reason: "\(file):\(lines[row]): \(name) is \(text); expected a number")
      }
      numbers.append(number)
    }
    return numbers
  }
}

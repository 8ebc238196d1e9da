internal import Study

/// The table of a job, column by column; an empty field is a missing value.
struct DataFrame: Sendable {
  /// The name that the job has for the table.
  let file: String
  /// The columns' names, in the order of the file.
  let names: [String]
  let columns: [String: DataColumn]
  /// The line of the file on which each row begins.
  let lines: [Int32]

  var rowCount: Int { lines.count }

  init(_ table: Table, file: String) {
    (self.file, names, lines) = (file, table.names, table.lines)
    columns = Dictionary(uniqueKeysWithValues: zip(table.names, table.columns.map { DataColumn($0) }))
  }

  /// A column by its name, which the job has been checked for.
  subscript(name: String) -> DataColumn {
    guard let column = columns[name] else { preconditionFailure("the names in a job are those of columns") }
    return column
  }

  /// The numbers of a column on some rows, none of which lacks it.
  func numbers(_ name: String, _ rows: [Int]) throws(Refusal) -> [Double] {
    let column = self[name]
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count)
    for row in rows {
      guard let number = column.numbers[column.codes[row]] else {
        let text = QuotedText.escaped(column.texts[column.codes[row]].prefix(60))
        throw Refusal(
          status: .invalid, reason: "\(file):\(lines[row]): \(name) is \(text); expected a number")
      }
      numbers.append(number)
    }
    return numbers
  }
}

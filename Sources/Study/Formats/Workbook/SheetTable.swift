/// Makes a table of a sheet: finds the header, leaves out what is no patient, and says so.
struct SheetTable {
  private let sheet: Sheet
  private let name: String
  private let path: String

  init(_ sheet: Sheet, name: String, path: String) {
    var sheet = sheet
    sheet.rows.removeAll { $0.cells.isEmpty }
    (self.sheet, self.name, self.path) = (sheet, name, path)
  }

  func table() throws(FormatError) -> Table {
    guard !sheet.rows.isEmpty else { throw .sheet(sheet: name, reason: "it is empty") }
    let header = try SheetHeader(sheet, name: name)
    let body = SheetBody(sheet, after: header)
    guard !body.rows.isEmpty else { throw .sheet(sheet: name, reason: "there is a header but no patient") }
    try checkNames(header, body)

    let (count, overflow) = body.rows.count.multipliedReportingOverflow(by: header.names.count)
    guard !overflow, count <= Table.mostCells else {
      throw .tooLarge(
        format: "workbook",
        reason: Table.tooManyCells(rows: body.rows.count, columns: header.names.count))
    }
    var table = Table(
      path: path, names: header.names.map(\.name), columns: columns(header, body),
      lines: body.rows.map { Int32(clamping: sheet.rows[$0].number) }, delimiter: .comma, encoding: .utf8,
      annotations: [], blankLines: body.blankRows)
    table.findings = SheetFindings(sheet, header: header, body: body).findings
    return table
  }

  private func columns(_ header: SheetHeader, _ body: SheetBody) -> [CodedColumn] {
    let place = Dictionary(
      header.names.enumerated().map { (Int32(clamping: $1.column), $0) },
      uniquingKeysWith: { first, _ in first })
    var columns = header.names.map { _ in CodedColumn() }
    let nothing = [UInt8]()
    for row in body.rows {
      var filled = 0
      for cell in sheet.rows[row].cells {
        guard let column = place[sheet.columns[cell]] else { continue }
        // Cells come from left to right, so the columns between have none.
        while filled < column {
          nothing.withUnsafeBufferPointer { columns[filled].append($0) }
          filled += 1
        }
        if sheet.kinds[cell] == .error {
          nothing.withUnsafeBufferPointer { columns[column].append($0) }
        } else {
          sheet.texts.withText(Int(sheet.texts.codes[cell])) { columns[column].append($0) }
        }
        filled = column + 1
      }
      while filled < columns.count {
        nothing.withUnsafeBufferPointer { columns[filled].append($0) }
        filled += 1
      }
    }
    return columns
  }

  private func checkNames(_ header: SheetHeader, _ body: SheetBody) throws(FormatError) {
    var first: [String: Int] = [:]
    for (column, name) in header.names {
      guard let earlier = first.updateValue(column, forKey: name) else { continue }
      throw .cell(
        sheet: self.name, cell: CellReference(column: column, row: header.rowNumbers.lowerBound).description,
        reason:
          "columns \(CellReference.letters(earlier)) and \(CellReference.letters(column)) are both called"
          + " \(name.quoted); expected a name of its own for each")
    }
    let named = Set(header.names.map { Int32(clamping: $0.column) })
    for row in body.rows {
      for cell in sheet.rows[row].cells where !named.contains(sheet.columns[cell]) {
        throw .cell(
          sheet: self.name, cell: sheet.reference(cell, in: sheet.rows[row]).description,
          reason:
            "its column has no name in row \(header.rowNumbers.upperBound); give it one or empty the column")
      }
    }
  }
}

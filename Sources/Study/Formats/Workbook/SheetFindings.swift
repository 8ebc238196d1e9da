/// What has to be said about how a sheet was read.
struct SheetFindings {
  private(set) var findings: [Finding] = []
  private let sheet: Sheet
  private let header: SheetHeader
  private let body: SheetBody
  private let rowNumbers: Set<Int>

  init(_ sheet: Sheet, header: SheetHeader, body: SheetBody) {
    (self.sheet, self.header, self.body) = (sheet, header, body)
    rowNumbers = Set(body.rows.map { sheet.rows[$0].number })
    addHeader()
    addLeftOut()
    addMerges()
    addErrors()
    addHidden()
  }

  private mutating func addHeader() {
    let above = sheet.rows.prefix { $0.number < header.rowNumbers.lowerBound }
    if !above.isEmpty {
      add(
        .note, rows: above.map(\.number),
        "rows above the header are taken for a title: \(list(above.flatMap { $0.cells.map { sheet.text($0).quoted } }))"
      )
    }
    if header.rowNumbers.count > 1 {
      let joined = header.names.map(\.name).filter { $0.contains(" ") }.map(\.quoted)
      add(.note, rows: Array(header.rowNumbers), "the two rows of the header are joined: \(list(joined))")
    }
  }

  private mutating func addLeftOut() {
    let left = body.leftOut.map { sheet.rows[$0] }
    if !left.isEmpty {
      add(
        .warning, rows: left.map(\.number),
        "rows with one value behind an empty row are left out: \(list(left.flatMap { $0.cells.map { sheet.text($0).quoted } }))"
      )
    }
    for index in body.rows.suffix(5) {
      let row = sheet.rows[index]
      guard let first = row.cells.first else { continue }
      let word = sheet.text(first).lowercased().filter { $0 != ":" }.trimmingBlanks
      if Self.sums.contains(word) {
        add(
          .warning, rows: [row.number],
          "the row begins with \(sheet.text(first).quoted) and is read as a patient; delete it if it is none")
      }
    }
  }

  private mutating func addMerges() {
    // The first patient that each range of merged cells reaches.
    let numbers = body.rows.map { sheet.rows[$0].number }
    let among = sheet.merges.compactMap { merge -> (row: Int, range: String)? in
      var (low, high) = (0, numbers.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < merge.rows.lowerBound { low = middle + 1 } else { high = middle }
      }
      guard low < numbers.count, merge.rows.contains(numbers[low]) else { return nil }
      return (numbers[low], merge.description)
    }
    guard !among.isEmpty else { return }
    add(
      .warning, rows: among.map(\.row),
      "merged cells among the patients: only the first cell of each has the value: \(list(among.map(\.range)))"
    )
  }

  private mutating func addErrors() {
    var (missing, wrong) = ([String](), [String]())
    var (missingRows, wrongRows) = ([Int](), [Int]())
    for row in body.rows.map({ sheet.rows[$0] }) {
      for cell in row.cells where sheet.kinds[cell] == .error {
        let text = sheet.text(cell)
        if text == "#N/A" {
          missing.append(sheet.reference(cell, in: row).description)
          missingRows.append(row.number)
        } else {
          wrong.append("\(text) in \(sheet.reference(cell, in: row))")
          wrongRows.append(row.number)
        }
      }
    }
    if !missing.isEmpty { add(.note, rows: missingRows, "#N/A counts as missing: \(list(missing))") }
    if !wrong.isEmpty { add(.warning, rows: wrongRows, "formula errors count as missing: \(list(wrong))") }
    let uncalculated = sheet.uncalculated.filter { rowNumbers.contains($0.row) }
    if !uncalculated.isEmpty {
      add(
        .warning, rows: uncalculated.map(\.row),
        "formulas without a stored result count as missing: \(list(uncalculated.map(\.description)));"
          + " save the workbook in Excel or LibreOffice")
    }
  }

  private mutating func addHidden() {
    let hidden = body.rows.map { sheet.rows[$0] }.filter(\.isHidden).map(\.number)
    if !hidden.isEmpty {
      add(
        .note, rows: hidden,
        sheet.isFiltered ? "rows that a filter hides are read too" : "hidden rows are read too")
    }
    let names = header.names.filter { entry in sheet.hiddenColumns.contains { $0.contains(entry.column) } }
    if !names.isEmpty {
      add(.note, rows: [], "hidden columns are read too: \(list(names.map(\.name.quoted)))")
    }
  }

  private mutating func add(_ severity: Finding.Severity, rows: [Int], _ message: String) {
    findings.append(Finding(severity, lines: Set(rows).sorted(), message: message))
  }

  private func list(_ texts: [String]) -> String {
    texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? " and \(texts.count - 8) more" : "")
  }

  /// Words that begin a row of sums.
  private static let sums: Set<String> = [
    "total", "totals", "grand total", "subtotal", "sum", "mean", "average", "median", "sd", "summe", "gesamt",
    "mittelwert", "anzahl", "totale", "somma", "media", "somme", "moyenne", "suma", "promedio", "totaal",
    "summa",
  ]
}

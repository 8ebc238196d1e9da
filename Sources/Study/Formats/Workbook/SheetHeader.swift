import PrintableText

/// Where a sheet names its columns: one row, or two of which the upper has merged cells.
struct SheetHeader {
  /// The place in ``Sheet/rows`` of the header's last row.
  let lastRow: Int
  /// The numbers of the header's rows.
  let rowNumbers: ClosedRange<Int>
  /// The names of the columns, by the columns' numbers.
  let names: [(column: Int, name: String)]

  /// Rows that are looked at; no title is longer.
  private static let mostTitleRows = 200

  /// Finds the first row with at least two different texts that stand above at least half of the columns with values
  /// below.
  init(_ sheet: Sheet, name: String) throws(FormatError) {
    guard let top = Self.topRow(of: sheet) else {
      throw .sheet(
        sheet: name,
        reason: "there is no header row; expected a row with the names of the columns above the patients")
    }
    let row = sheet.rows[top]
    let merges = sheet.merges.filter { $0.rows.contains(row.number) }
    var names: [Int: String] = [:]
    for cell in row.cells { names[Int(sheet.columns[cell])] = Self.name(sheet.text(cell)) }
    guard let deepest = merges.map(\.rows.upperBound).max(),
      let below = try Self.lowerRow(under: top, merges, deepest: deepest, sheet, name: name)
    else {
      (lastRow, rowNumbers) = (top, row.number...row.number)
      self.names = names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      return
    }
    for merge in merges where merge.rows.lowerBound == row.number {
      for column in merge.columns { names[column] = names[merge.columns.lowerBound] }
    }
    for cell in sheet.rows[below].cells {
      let column = Int(sheet.columns[cell])
      names[column] = [names[column], Self.name(sheet.text(cell))].compactMap { $0 }.joined(separator: " ")
    }
    // A merged cell reaches over columns that are empty below it as well; those have no name of their own.
    let filled = Set((Array(row.cells) + Array(sheet.rows[below].cells)).map { Int(sheet.columns[$0]) })
    (lastRow, rowNumbers) = (below, row.number...sheet.rows[below].number)
    self.names = names.filter { filled.contains($0.key) }.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value)
    }
  }

  private static func topRow(of sheet: Sheet) -> Int? {
    var last: [Int32: Int] = [:]
    for (index, row) in sheet.rows.enumerated() {
      for cell in row.cells { last[sheet.columns[cell]] = index }
    }
    let merges = Dictionary(grouping: sheet.merges, by: \.rows.lowerBound)
    return sheet.rows.indices.prefix(mostTitleRows).first { index in
      let row = sheet.rows[index]
      let texts = Set(row.cells.filter { sheet.kinds[$0] == .text }.map { sheet.texts.codes[$0] })
      let below = Set(last.filter { $0.value > index }.keys)
      guard texts.count >= 2, !below.isEmpty else { return false }
      var named = Set(row.cells.map { sheet.columns[$0] })
      for merge in merges[row.number] ?? [] {
        guard named.contains(Int32(clamping: merge.columns.lowerBound)) else { continue }
        named.formUnion(merge.columns.map { Int32(clamping: $0) })
      }
      return named.intersection(below).count * 2 >= below.count
    }
  }

  /// The second row of a header with merged cells; `nil` where they reach down to nothing but the first.
  private static func lowerRow(
    under top: Int, _ merges: [CellRange], deepest: Int, _ sheet: Sheet, name: String
  ) throws(FormatError) -> Int? {
    let number = sheet.rows[top].number
    let example = merges.first { $0.columns.count > 1 } ?? merges[0]
    guard deepest <= number + 1 else {
      throw .sheet(sheet: name, reason: "the header's merged cells \(example) reach over more than two rows")
    }
    let below =
      sheet.rows.indices.contains(top + 1) && sheet.rows[top + 1].number == number + 1 ? top + 1 : nil
    let cells = below.map { sheet.rows[$0].cells } ?? 0..<0
    if cells.isEmpty, merges.allSatisfy({ $0.columns.count == 1 }) { return nil }
    guard let below, !cells.isEmpty, cells.allSatisfy({ sheet.kinds[$0] == .text }) else {
      throw .sheet(
        sheet: name,
        reason: "the header has merged cells (\(example)) and the row under them is not all text;"
          + " give every column a name of its own in one row")
    }
    return below
  }

  /// A name on one line.
  private static func name(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").onOneLine
  }
}

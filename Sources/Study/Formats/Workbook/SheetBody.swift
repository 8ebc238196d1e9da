/// The rows below a header: patients, and what people write under them.
struct SheetBody {
  /// The places in ``Sheet/rows`` of the patients.
  private(set) var rows: [Int] = []
  /// The places of rows with one value behind an empty row: sums and legends.
  private(set) var leftOut: [Int] = []
  /// The numbers of the empty rows between the patients.
  private(set) var blankRows: [Int] = []

  init(_ sheet: Sheet, after header: SheetHeader) {
    var (previous, isAside) = (header.rowNumbers.upperBound, false)
    var gaps: [Int] = []
    for index in sheet.rows.indices.dropFirst(header.lastRow + 1) {
      let row = sheet.rows[index]
      let isBehindGap = row.number > previous + 1
      if isBehindGap { gaps += previous + 1..<row.number }
      isAside = row.cells.count == 1 && header.names.count > 1 && (isBehindGap || isAside)
      if isAside {
        leftOut.append(index)
      } else {
        rows.append(index)
        blankRows += gaps
        gaps = []
      }
      previous = row.number
    }
  }
}

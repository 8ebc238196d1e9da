/// Reads the cells of a worksheet.
final class SheetReader: XMLHandler {
  private(set) var sheet = Sheet()
  private(set) var failure: FormatError?
  private(set) var isDone = false

  private let name: String
  private let strings: CodedColumn
  private let formats: [CellFormat]
  private let starts1904: Bool
  /// Whether to stop at the first cell that holds something.
  private let onlyLooks: Bool

  private var isInData = false
  private var row = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var hasFormula = false
  private var isValue = false
  private var value: [UInt8] = []
  private var inline = CellText()
  /// How many columns the merged cells that begin in a row take.
  private var mergedColumns: [Int: Int] = [:]

  init(name: String, strings: CodedColumn, formats: [CellFormat], starts1904: Bool, onlyLooks: Bool = false) {
    (self.name, self.strings, self.formats) = (name, strings, formats)
    (self.starts1904, self.onlyLooks) = (starts1904, onlyLooks)
  }

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "sheetData": isInData = true
    case "c" where isInData: startCell(attributes)
    case "v" where isInData: (isValue, value) = (true, [])
    case "f" where isInData: hasFormula = true
    case "row" where isInData: startRow(attributes)
    case "t" where isInData, "rPh" where isInData: inline.start(element)
    case "col": noteHidden(attributes)
    case "mergeCell": startMerge(attributes)
    case "filterColumn": sheet.isFiltered = true
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "sheetData": isInData = false
    case "v": isValue = false
    case "t", "rPh": inline.end(element)
    case "c" where isInData: endCell()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value.append(contentsOf: bytes) } else { inline.append(bytes) }
  }

  private func noteHidden(_ attributes: XMLAttributes) {
    guard attributes.isSet("hidden"), let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last,
      first <= CellReference.lastColumn, sheet.hiddenColumns.count < CellReference.lastColumn
    else { return }
    sheet.hiddenColumns.append(first...min(last, CellReference.lastColumn))
  }

  private func startMerge(_ attributes: XMLAttributes) {
    guard let reference = attributes["ref"], let range = CellRange(reference) else {
      return fail("merged cells have no place", cell: nil)
    }
    guard !range.isOneCell else { return }
    mergedColumns[range.rows.lowerBound, default: 0] += range.columns.count
    guard mergedColumns[range.rows.lowerBound, default: 0] <= CellReference.lastColumn else {
      return fail("merged cells in row \(range.rows.lowerBound) overlap", cell: nil)
    }
    sheet.merges.append(range)
  }

  private func startRow(_ attributes: XMLAttributes) {
    let number = attributes["r"].map { Int($0) ?? 0 } ?? row + 1
    guard (1...CellReference.lastRow).contains(number) else {
      return fail("there is no row \(number); the last is \(CellReference.lastRow)", cell: nil)
    }
    guard number > row else { return fail("row \(number) follows row \(row)", cell: nil) }
    (row, column) = (number, 0)
    sheet.rows.append(
      Sheet.Row(
        number: number, isHidden: attributes.isSet("hidden"), cells: sheet.columns.count..<sheet.columns.count
      ))
  }

  private func startCell(_ attributes: XMLAttributes) {
    guard row > 0 else { return fail("a cell stands outside of any row", cell: nil) }
    if let written = attributes["r"] {
      guard let reference = CellReference(written), reference.row == row, reference.column > column else {
        return fail("a cell in row \(row) is said to be \(written.quoted)", cell: nil)
      }
      column = reference.column
    } else {
      column += 1
    }
    guard column <= CellReference.lastColumn else {
      return fail("row \(row) has more than \(CellReference.lastColumn) columns", cell: nil)
    }
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    (hasFormula, isValue, value, inline) = (false, false, [], CellText())
  }

  private func endCell() {
    switch type {
    case "s":
      guard !value.isEmpty else { return }
      guard let index = Int(String(decoding: value, as: UTF8.self)), strings.codes.indices.contains(index)
      else {
        let written = String(decoding: value, as: UTF8.self)
        return fail("it refers to text \(written.quoted) of \(strings.codes.count)", cell: column)
      }
      strings.withText(Int(strings.codes[index])) { add($0, .text) }
    case "inlineStr": add(inline.take(), .text)
    case "str": add(CellText.trimmed(value), .text)
    case "b": add(Array((value == [0x31] ? "TRUE" : "FALSE").utf8), .boolean)
    case "e": add(value, .error)
    case "d": add(value, .date)
    default: endNumber()
    }
  }

  private func endNumber() {
    guard !value.isEmpty else {
      if hasFormula { sheet.uncalculated.append(CellReference(column: column, row: row)) }
      return
    }
    let written = String(decoding: value, as: UTF8.self).trimmingBlanks
    guard written.utf8.allSatisfy(Self.numeric.contains), let number = Double(written), number.isFinite else {
      return fail("its value \(written.quoted) is no number", cell: column)
    }
    let format = formats.indices.contains(style) ? formats[style] : .number
    add(Array(format.text(number, starts1904: starts1904).utf8), format == .number ? .number : .date)
  }

  private static let numeric = Set("0123456789.+-eE".utf8)

  private func add(_ bytes: [UInt8], _ kind: Sheet.Kind) { bytes.withUnsafeBufferPointer { add($0, kind) } }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Sheet.Kind) {
    guard !bytes.isEmpty, let last = sheet.rows.indices.last else { return }
    sheet.columns.append(Int32(clamping: column))
    sheet.kinds.append(kind)
    sheet.texts.append(bytes)
    sheet.rows[last].cells = sheet.rows[last].cells.lowerBound..<sheet.columns.count
    if onlyLooks { isDone = true }
  }

  private func fail(_ reason: String, cell column: Int?) {
    guard failure == nil else { return }
    failure =
      column.map {
        .cell(sheet: name, cell: CellReference(column: $0, row: row).description, reason: reason)
      } ?? .sheet(sheet: name, reason: reason)
  }
}

/// Takes the fields that the tokenizer finds and puts them into columns.
final class RowCollector {
  private(set) var names: [String] = []
  private(set) var columns: [CodedColumn] = []
  private(set) var lines: [Int32] = []
  private(set) var blankLines: [Int] = []
  /// The first row that has not as many fields as the header.
  private(set) var ragged: (line: Int, fields: Int)?
  private(set) var headerLine: Int?

  private var line: Int
  private var rowLine: Int
  private var field = 0
  private var isBlank = true
  private var lastTerminator: UInt8 = 0

  private let keepsBlankRows: Bool

  init(firstLine: Int, keepsBlankRows: Bool = false) {
    (line, rowLine, self.keepsBlankRows) = (firstLine, firstLine, keepsBlankRows)
  }

  func take(_ text: UnsafeBufferPointer<UInt8>) {
    if headerLine == nil {
      names.append(String(decoding: text, as: UTF8.self))
    } else if field < columns.count {
      columns[field].append(text)
    }
    if !text.isEmpty {
      isBlank = false
      line += Self.lineBreaks(in: text)
    }
    field += 1
    lastTerminator = 0
  }

  /// Ends a row; the tokenizer reports empty lines too, and both characters of CR LF.
  func endRow(terminator: UInt8) {
    let isSecondHalf = field == 0 && lastTerminator == UInt8(ascii: "\r") && terminator == UInt8(ascii: "\n")
    if isSecondHalf {
      lastTerminator = 0
      return
    }
    if field > 0 { finishRow() }
    line += 1
    (rowLine, field, isBlank, lastTerminator) = (line, 0, true, terminator)
  }

  private func finishRow() {
    if headerLine == nil {
      headerLine = rowLine
      columns = names.map { _ in CodedColumn() }
    } else if field != names.count {
      if ragged == nil { ragged = (rowLine, field) }
    } else if isBlank, !keepsBlankRows {
      for column in columns.indices { columns[column].removeLastRow() }
      blankLines.append(rowLine)
    } else {
      lines.append(Int32(clamping: rowLine))
    }
  }

  private static func lineBreaks(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var (count, previous) = (0, UInt8(0))
    for byte in text {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && previous != UInt8(ascii: "\r")) {
        count += 1
      }
      previous = byte
    }
    return count
  }
}

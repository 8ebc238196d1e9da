/// The place of a cell, as Excel writes it: `C12`.
struct CellReference: Equatable, CustomStringConvertible {
  static let lastColumn = 16_384
  static let lastRow = 1_048_576

  /// Both are counted from 1.
  var column: Int
  var row: Int

  init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

  /// Reads `C12` or `$C$12`; `nil` where a sheet has no such cell.
  init?(_ text: some StringProtocol) {
    var (column, row, isRow) = (0, 0, false)
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      let letter = Int(byte & 0xDF) - 0x40
      if !isRow, (1...26).contains(letter), byte >= 0x41 {
        column = column * 26 + letter
      } else if (0x30...0x39).contains(byte) {
        isRow = true
        row = row * 10 + Int(byte) - 0x30
      } else {
        return nil
      }
      guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column, row: row)
  }

  var description: String { Self.letters(column) + String(row) }

  /// The letters of a column: 28 is `AB`.
  static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

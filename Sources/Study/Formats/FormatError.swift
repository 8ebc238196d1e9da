import PrintableText

/// Why a file that is no plain text cannot be used.
package enum FormatError: Error, Equatable, Sendable {
  /// It is not what it should be; `reason` is a clause, from us or from the library that reads the format.
  case damaged(format: String, reason: String)
  /// A format that is not read, and what to do about it.
  case refused(format: String, instead: String)
  /// More rows, columns or bytes than any cohort has.
  case tooLarge(format: String, reason: String)
  /// Something in one cell of a workbook.
  case cell(sheet: String, cell: String, reason: String)
  /// Something about a sheet as a whole.
  case sheet(sheet: String, reason: String)
  case noRows(format: String)
  case noSuchSheet(String, sheets: [String])
  /// Somebody asked for a sheet of something that has none.
  case noSheets

  /// What is wrong, on one line.
  package var message: String {
    switch self {
    case .damaged(let format, let reason): "this \(format) cannot be read: \(reason.onOneLine)"
    case .refused(let format, let instead): "this is \(format), which is not read; \(instead)"
    case .tooLarge(let format, let reason): "this \(format) is too large: \(reason.onOneLine)"
    case .cell(let sheet, let cell, let reason): "cell \(cell) of sheet \(sheet.quoted): \(reason.onOneLine)"
    case .sheet(let sheet, let reason): "sheet \(sheet.quoted): \(reason.onOneLine)"
    case .noSuchSheet(let name, let sheets):
      "there is no sheet called \(name.quoted); there are \(sheets.map(\.quoted).joined(separator: ", "))"
    case .noRows(let format): "there is no patient in this \(format)"
    case .noSheets: "this is no workbook, so there is no sheet to choose"
    }
  }
}

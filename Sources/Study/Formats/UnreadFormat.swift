/// Formats that are known by their first bytes and not read, each with what to do instead.
struct UnreadFormat {
  let error: FormatError

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      error = Self.compound(bytes)
    } else if bytes.starts(with: Self.sasCatalog) {
      error = .refused(
        format: "a SAS catalogue of formats", instead: "open the data set (.sas7bdat) that it belongs to")
    } else if bytes.starts(with: "**COMPRESSED** **COMPRESSED**".utf8) {
      error = .refused(
        format: "a SAS file of PROC CPORT", instead: "write it with the XPORT engine, or as .sas7bdat")
    } else {
      return nil
    }
  }

  /// Microsoft's container of streams, whose directory names them in UTF-16.
  private static func compound(_ bytes: [UInt8]) -> FormatError {
    if holds("EncryptedPackage", bytes) {
      return .refused(format: "an encrypted workbook", instead: "save it in Excel without a password")
    }
    if holds("Workbook", bytes) || holds("Book", bytes) {
      return .refused(
        format: "a workbook of Excel 97–2003 (.xls)", instead: "save it as .xlsx (Excel workbook) or as CSV")
    }
    return .refused(format: "a Microsoft Office file", instead: "save the table as .xlsx or as CSV")
  }

  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    // The entries of the directory are 128 bytes long and begin at multiples of that, with their names.
    return stride(from: 512, to: bytes.count, by: 128).contains { start in
      bytes[start...].starts(with: wanted + [0, 0])
    }
  }

  private static let sasCatalog: [UInt8] =
    [UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x63, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 0x08]
}

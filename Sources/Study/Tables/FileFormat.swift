/// A file format that people take for a table, known by its first bytes.
package enum FileFormat: Sendable, Equatable, CaseIterable {
  case arrow, bzip2, excel, excelOld, feather, gzip, hdf5, html, json, openDocument, parquet, pdf
  case rData, rDataSet, rtf, sas, sasTransport, spss, spssPortable, sqlite, stata, xml, xz, zip, zstandard

  /// The format of some contents; `nil` where they may be text.
  init?(of contents: [UInt8]) {
    let head = contents.prefix(4096)
    if let known = Self.signatures.first(where: { head.starts(with: $0.0) })?.1 {
      self = known == .zip ? Self.archive(head) : known
    } else if let frame = Self.frames.first(where: {
      head.starts(with: $0.0) && contents.suffix(4) == $0.0[...]
    }) {
      self = frame.1
    } else if head.starts(with: Array("BZh".utf8)), head.dropFirst(4).starts(with: Array("1AY&SY".utf8)) {
      self = .bzip2
    } else if head.starts(with: [UInt8](repeating: 0, count: 12)),
      head.dropFirst(12).starts(with: Self.sasMark)
    {
      self = .sas
    } else if Self.isOldStata(head) {
      self = .stata
    } else if let text = Self.textFormat(head) {
      self = text
    } else {
      return nil
    }
  }

  /// What it is, and what to do about it.
  var refusal: String {
    switch self {
    case .arrow, .feather, .parquet:
      "this is \(self == .parquet ? "a Parquet" : self == .arrow ? "an Arrow" : "a Feather") file, not text;"
        + " save the table as CSV (in R: write.csv, in Python: to_csv)"
    case .bzip2: "this is compressed with bzip2; unpack it, or compress it with gzip"
    case .xz: "this is compressed with xz; unpack it, or compress it with gzip"
    case .zstandard: "this is compressed with Zstandard; unpack it, or compress it with gzip"
    case .gzip: "this is a gzip archive in another; unpack it"
    case .zip: "this is a ZIP archive; unpack it and open the table in it"
    case .excel: "this is an Excel workbook, not text; save the table as CSV (in Excel: “CSV UTF-8”)"
    case .excelOld: "this is an old Excel workbook (.xls), not text; save the table as CSV"
    case .openDocument: "this is an OpenDocument spreadsheet (.ods), not text; save the table as CSV"
    case .hdf5: "this is an HDF5 file, not text; save the table as CSV"
    case .html: "this is a web page, not a table; save the table as CSV"
    case .json: "this is JSON, not a table; save the table as CSV"
    case .pdf: "this is a PDF, not text; save the table as CSV"
    case .rData, .rDataSet:
      "this is an R data file; in R, save the table with write.csv(…, row.names = FALSE, na = \"\")"
    case .rtf: "this is a formatted document (RTF), not a table; save the table as CSV"
    case .sas: "this is a SAS file (.sas7bdat), not text; save the table as CSV"
    case .sasTransport: "this is a SAS transport file (.xpt), not text; save the table as CSV"
    case .spss: "this is an SPSS file (.sav), not text; save the table as CSV"
    case .spssPortable: "this is an SPSS portable file (.por), not a table; save the table as CSV"
    case .sqlite: "this is an SQLite database, not text; save the table as CSV"
    case .stata: "this is a Stata file (.dta), not text; save the table as CSV"
    case .xml: "this is XML, not a table; save the table as CSV"
    }
  }

  private static let signatures: [([UInt8], FileFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0], .excelOld),
    ([0x1F, 0x8B], .gzip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstandard), ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A], .hdf5),
    (Array("$FL2".utf8), .spss), (Array("$FL3".utf8), .spss), (Array("<stata_dta>".utf8), .stata),
    (Array("HEADER RECORD*******LIB".utf8), .sasTransport), (Array("%PDF".utf8), .pdf),
    (Array("ARROW1".utf8) + [0], .arrow),
    (Array("SQLite format 3".utf8), .sqlite), (Array("{\\rtf".utf8), .rtf),
    (Array("RDX2\n".utf8), .rData), (Array("RDX3\n".utf8), .rData), (Array("RDA2\n".utf8), .rData),
    (Array("RDA3\n".utf8), .rData), ([0x58, 0x0A, 0, 0, 0], .rDataSet),
    (Array("ASCII SPSS PORT FILE".utf8), .spssPortable),
  ]

  /// Marks at both ends; at the beginning alone they may be the name of a column.
  private static let frames: [([UInt8], FileFormat)] = [
    (Array("PAR1".utf8), .parquet), (Array("FEA1".utf8), .feather),
  ]

  private static let sasMark: [UInt8] = [0xC2, 0xEA, 0x81, 0x60]

  /// Releases 104 to 115 of Stata begin with their number, the byte order, and a one.
  private static func isOldStata(_ head: ArraySlice<UInt8>) -> Bool {
    head.count > 4 && (104...115).contains(head[0]) && (1...2).contains(head[1]) && head[2] == 1
      && head[3] == 0
  }

  /// What a ZIP archive holds, by the names of its members that show.
  private static func archive(_ head: ArraySlice<UInt8>) -> FileFormat {
    let text = String(decoding: head, as: UTF8.self)
    if text.contains("application/vnd.oasis.opendocument") { return .openDocument }
    return text.contains("[Content_Types].xml") || text.contains("xl/") ? .excel : .zip
  }

  private static func textFormat(_ head: ArraySlice<UInt8>) -> FileFormat? {
    let bytes = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let text = String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace }
    guard let first = text.first else { return nil }
    switch first {
    case "<":
      let start = text.prefix(200).lowercased()
      if ["<!doctype html", "<html", "<head", "<body", "<table"].contains(where: start.hasPrefix) {
        return .html
      }
      return start.hasPrefix("<?xml") || start.hasPrefix("<!doctype") ? .xml : nil
    case "{":
      let next = text.dropFirst().first { !$0.isWhitespace }
      return next == "\"" || next == "}" ? .json : nil
    case "[":
      // A study file begins with `[study]` or `[[views]]`.
      let next = text.first { !$0.isWhitespace && $0 != "[" }
      return next.map { "{\"-0123456789".contains($0) } == true ? .json : nil
    default: return nil
    }
  }
}

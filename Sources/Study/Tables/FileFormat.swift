/// A format that people take for a table and that nothing here reads, known by its first bytes.
package enum FileFormat: Sendable, Equatable, CaseIterable {
  case arrow, bzip2, feather, gzip, hdf5, html, json, parquet, pdf, rData, rDataSet, rtf, sqlite, xml, xz
  case zstandard

  /// The format of some contents; `nil` where they may be text.
  init?(of contents: [UInt8]) {
    let head = contents.prefix(4096)
    if let known = Self.signatures.first(where: { head.starts(with: $0.0) })?.1 {
      self = known
    } else if let frame = Self.frames.first(where: {
      head.starts(with: $0.0) && contents.suffix(4) == $0.0[...]
    }) {
      self = frame.1
    } else if head.starts(with: Array("BZh".utf8)), head.dropFirst(4).starts(with: Array("1AY&SY".utf8)) {
      self = .bzip2
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
    case .hdf5: "this is an HDF5 file, not text; save the table as CSV"
    case .html: "this is a web page, not a table; save the table as CSV"
    case .json: "this is JSON, not a table; save the table as CSV"
    case .pdf: "this is a PDF, not text; save the table as CSV"
    case .rData, .rDataSet:
      "this is an R data file; in R, save the table with write.csv(…, row.names = FALSE, na = \"\")"
    case .rtf: "this is a formatted document (RTF), not a table; save the table as CSV"
    case .sqlite: "this is an SQLite database, not text; save the table as CSV"
    case .xml: "this is XML, not a table; save the table as CSV"
    }
  }

  private static let signatures: [([UInt8], FileFormat)] = [
    ([0x1F, 0x8B], .gzip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstandard), ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A], .hdf5),
    (Array("%PDF".utf8), .pdf),
    (Array("ARROW1".utf8) + [0], .arrow),
    (Array("SQLite format 3".utf8), .sqlite), (Array("{\\rtf".utf8), .rtf),
    (Array("RDX2\n".utf8), .rData), (Array("RDX3\n".utf8), .rData), (Array("RDA2\n".utf8), .rData),
    (Array("RDA3\n".utf8), .rData), ([0x58, 0x0A, 0, 0, 0], .rDataSet),
  ]

  /// Marks at both ends; at the beginning alone they may be the name of a column.
  private static let frames: [([UInt8], FileFormat)] = [
    (Array("PAR1".utf8), .parquet), (Array("FEA1".utf8), .feather),
  ]

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

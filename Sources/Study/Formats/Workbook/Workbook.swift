import CohortModel

/// Reads a table from a sheet of an Excel workbook (`.xlsx`, `.xlsm`).
struct Workbook {
  private let path: String
  private let archive: ZipArchive
  private let sheets: [Entry]
  private let strings: CodedColumn
  private let formats: [CellFormat]
  private let starts1904: Bool

  private struct Entry {
    let name: String
    let part: String
    let isHidden: Bool
  }

  /// Whether a file is a ZIP archive, as workbooks are.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  init(path: String, bytes: [UInt8]) throws(StudyError) {
    self.path = path
    do throws(FormatError) {
      archive = try ZipArchive(bytes)
      let main = try Self.mainPart(of: archive)
      let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      let links = Relationships(folder: folder)
      try archive.parse(folder + "_rels/" + main.dropFirst(folder.count) + ".rels", with: links)
      let list = SheetList()
      try archive.parse(main, with: list)
      starts1904 = list.starts1904
      sheets = list.sheets.compactMap { sheet in
        guard let target = links.targets[sheet.relationship], target.type == "worksheet" else { return nil }
        return Entry(name: sheet.name, part: target.path, isHidden: sheet.isHidden)
      }
      let strings = SharedStrings()
      if let part = links.first(of: "sharedStrings") { try archive.parse(part, with: strings) }
      self.strings = strings.texts
      let formats = CellFormats()
      if let part = links.first(of: "styles") { try archive.parse(part, with: formats) }
      self.formats = formats.formats
    } catch {
      throw .format(path: path, error)
    }
  }

  /// The table of the sheet that was asked for, else of the first that holds something.
  func table(sheet wanted: String?) throws(StudyError) -> Table {
    do throws(FormatError) {
      guard !sheets.isEmpty else { throw .damaged(format: "workbook", reason: "it has no worksheet") }
      var filled: [Entry] = []
      for entry in sheets {
        let first = reader(of: entry, onlyLooks: true)
        try archive.parse(entry.part, with: first)
        if !first.sheet.isEmpty { filled.append(entry) }
      }
      let entry =
        try wanted.map { (name: String) throws(FormatError) in try self.entry(name) }
        ?? filled.first { !$0.isHidden } ?? filled.first
      guard let entry else { throw .damaged(format: "workbook", reason: "all its sheets are empty") }
      let cells = reader(of: entry)
      try archive.parse(entry.part, with: cells)
      var table = try SheetTable(cells.sheet, name: entry.name, path: path).table()
      let others = filled.filter { $0.part != entry.part }.map {
        $0.name.quoted + ($0.isHidden ? " (hidden)" : "")
      }
      if !others.isEmpty || entry.isHidden {
        let left = others.isEmpty ? "" : "; others with values: \(others.joined(separator: ", "))"
        table.findings.insert(
          Finding(
            .note,
            message: "read from \(entry.isHidden ? "the hidden " : "")sheet \(entry.name.quoted)\(left)"),
          at: 0)
      }
      return table
    } catch {
      throw .format(path: path, error)
    }
  }

  private func reader(of entry: Entry, onlyLooks: Bool = false) -> SheetReader {
    SheetReader(
      name: entry.name, strings: strings, formats: formats, starts1904: starts1904, onlyLooks: onlyLooks)
  }

  private func entry(_ wanted: String) throws(FormatError) -> Entry {
    if let exact = sheets.first(where: { $0.name == wanted }) { return exact }
    let alike = sheets.filter { $0.name.lowercased() == wanted.lowercased() }
    if alike.count == 1 { return alike[0] }
    if let number = Int(wanted), sheets.indices.contains(number - 1) { return sheets[number - 1] }
    throw .noSuchSheet(wanted, sheets: sheets.map(\.name))
  }

  /// The part that lists the sheets; archives that are no such workbook are refused by name.
  private static func mainPart(of archive: ZipArchive) throws(FormatError) -> String {
    let type = String(decoding: archive.start(of: "mimetype", count: 80), as: UTF8.self)
    if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
      throw .refused(format: "an OpenDocument spreadsheet (.ods)", instead: "save it as .xlsx or as CSV")
    }
    guard archive.contains("_rels/.rels") else {
      throw .refused(format: "a ZIP archive", instead: "unpack it and open the table in it")
    }
    let links = Relationships(folder: "")
    try archive.parse("_rels/.rels", with: links)
    let main = links.first(of: "officeDocument") ?? ""
    if main.lowercased().hasSuffix(".bin") {
      throw .refused(format: "a binary Excel workbook (.xlsb)", instead: "save it as .xlsx")
    }
    guard main.hasPrefix("xl/") || main.lowercased().hasSuffix("workbook.xml") else {
      throw .refused(
        format: "an Office document without sheets", instead: "save the table as .xlsx or as CSV")
    }
    return main
  }
}

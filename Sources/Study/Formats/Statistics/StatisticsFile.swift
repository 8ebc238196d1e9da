import CReadStat

/// Reads the files of SPSS, Stata and SAS by ReadStat.
///
/// A row's line is its number, the first observation being row 1.
struct StatisticsFile {
  private let path: String
  private let bytes: ArraySlice<UInt8>
  private let format: StatisticsFormat
  private var findings: [Finding] = []

  init(path: String, bytes: [UInt8], format: StatisticsFormat) throws(StudyError) {
    (self.path, self.format) = (path, format)
    if format == .stata, !Self.isWholeStata(bytes) {
      throw .format(path: path, .damaged(format: format.name, reason: "its end is cut off"))
    }
    guard format == .sasTransport else {
      self.bytes = format == .spssPortable ? PortableCharacters.unambiguous(bytes) : bytes[...]
      return
    }
    let library = TransportLibrary(bytes)
    self.bytes = bytes[..<library.endOfFirst]
    if !library.others.isEmpty {
      let others = library.others.map(\.quoted).joined(separator: ", ")
      findings.append(
        Finding(.warning, message: "only the first data set of the file is read; left out: \(others)"))
    }
  }

  func table() throws(StudyError) -> Table {
    // Character sets to try where the one that the file names does not fit; the last fits everything.
    let (collector, note) = try parsed(trying: [nil, "WINDOWS-1252", "ISO-8859-1"])
    let variables = collector.variables
    guard let rowCount = variables.first?.values.codes.count else { throw damaged("it has no variables") }
    guard rowCount > 0 else { throw error(.noRows(format: format.name)) }
    guard variables.allSatisfy({ $0.values.codes.count == rowCount }) else {
      throw damaged("its last row is cut off")
    }
    if format == .sasTransport { try checkEnd(variables) }
    try checkNames(variables.map(\.name))

    var findings = findings
    if let note { findings.append(Finding(.note, message: note)) }
    if format == .spssPortable, PortableCharacters.holdsOthers(bytes) {
      findings.append(
        Finding(
          .warning, message: "the file holds letters that portable files cannot say; they are read as blanks")
      )
    }
    if let weight = collector.weight {
      findings.append(
        Finding(
          .warning, column: weight,
          message: "the file weights its rows by this column; the weights are not applied"))
    }
    let columns = variables.map { variable in
      DictionaryColumn(variable, labels: variable.labelSet.flatMap { collector.labels[$0] } ?? [:])
    }
    for variable in variables {
      guard let set = variable.labelSet, collector.labels[set] == nil else { continue }
      findings.append(
        Finding(
          .warning, column: variable.name,
          message: "the labels \(set.quoted) of its codes are not in the file, which may be cut off"))
    }
    var table = Table(
      path: path, names: variables.map(\.name), columns: columns.map(\.column),
      lines: (0..<rowCount).map { Int32(clamping: $0 + 1) }, delimiter: .comma, encoding: .utf8,
      annotations: columns.map(\.annotation), blankLines: [])
    table.findings = findings + columns.flatMap(\.findings)
    return table
  }

  /// Whether a file of release 13 or later has its end; ReadStat takes labels that are cut off for none.
  private static func isWholeStata(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "<") else { return true }
    return bytes.suffix(64).reversed().drop { $0 <= 0x20 }.starts(with: "</stata_dta>".utf8.reversed())
  }

  /// What the parser finds, and a note where it took another character set than the file's.
  private func parsed(
    trying charsets: [String?]
  ) throws(StudyError) -> (DictionaryCollector, note: String?) {
    var latest = READSTAT_OK
    var misread: DictionaryCollector?
    for charset in charsets {
      var collector = DictionaryCollector(format, isAliased: false)
      latest = parse(into: collector, charset: charset)
      if collector.needsAlias {
        collector = DictionaryCollector(format, isAliased: true)
        latest = parse(into: collector, charset: "UTF8")
      }
      if let failure = collector.failure { throw error(failure) }
      if latest == READSTAT_OK, !collector.holdsOtherText {
        let note = charset.map {
          "the file holds text that its character set does not have; it was read as \($0)"
        }
        return (collector, note)
      }
      if latest == READSTAT_OK {
        misread = misread ?? collector
      } else if latest != READSTAT_ERROR_CONVERT_BAD_STRING {
        break
      }
    }
    guard let misread else { throw damaged(String(cString: readstat_error_message(latest))) }
    return (
      misread,
      "some texts are in no known character set; the letters that cannot be read are shown as \u{FFFD}"
    )
  }

  private func parse(into collector: DictionaryCollector, charset: String?) -> readstat_error_t {
    guard let parser = readstat_parser_init() else { return READSTAT_ERROR_MALLOC }
    defer { readstat_parser_free(parser) }
    let start = String(decoding: bytes.prefix(128), as: UTF8.self)
    let hasShortOffsets = start.contains("<release>117<")
    let isBigEndian = start.contains("<byteorder>MSF<")
    return bytes.withUnsafeBytes { buffer in
      let file =
        format == .stata
        ? MemoryFile(buffer) {
          StataLongTexts.areSound($0, hasShortOffsets: hasShortOffsets, isBigEndian: isBigEndian)
        } : MemoryFile(buffer)
      return withExtendedLifetime((file, collector)) {
        file.attach(to: parser)
        collector.attach(to: parser)
        let context = Unmanaged.passUnretained(collector).toOpaque()
        guard let charset else { return format.parse(parser, context) }
        // ReadStat keeps the pointer until the parser is done.
        return charset.withCString {
          readstat_set_file_character_encoding(parser, $0)
          return format.parse(parser, context)
        }
      }
    }
  }

  /// A transport file does not say how many rows it has: what is left behind the last must be padding.
  private func checkEnd(_ variables: [DictionaryVariable]) throws(StudyError) {
    let library = TransportLibrary(Array(bytes))
    let rest = library.rest(rowLength: variables.reduce(0) { $0 + $1.storageWidth })
    guard library.isWhole, rest.allSatisfy({ $0 == 0x20 || $0 == 0 }) else {
      throw damaged("its end is cut off")
    }
  }

  private func checkNames(_ names: [String]) throws(StudyError) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else { throw damaged("variable \(index + 1) has no name") }
      if let earlier = first.updateValue(index, forKey: name) {
        throw damaged("variables \(earlier + 1) and \(index + 1) are both called \(name.quoted)")
      }
    }
  }

  private func damaged(_ reason: String) -> StudyError {
    error(.damaged(format: format.name, reason: reason))
  }

  private func error(_ error: FormatError) -> StudyError { .format(path: path, error) }
}

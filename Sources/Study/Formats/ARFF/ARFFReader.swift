import PrintableText

/// Reads Weka's attribute-relation files.
struct ARFFReader {
  private let source: SourceText
  private var attributes: [ARFFAttribute] = []
  /// The number of each attribute, by its name.
  private var numbers: [String: Int] = [:]
  private var findings: [Finding] = []
  /// The line of `@data`.
  private var dataLine = 0

  /// Whether a file is one, by its name or by its first line that says something.
  static func isARFF(path: String, _ bytes: [UInt8]) -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".arff") || name.hasSuffix(".arff.gz") { return true }
    let start = bytes.prefix(65_536).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).lazy
      .map { $0.drop { $0 <= 0x20 || $0 >= 0x80 } }
      .first { !$0.isEmpty && $0.first != UInt8(ascii: "%") }
    return start.map { String(decoding: $0.prefix(9), as: UTF8.self).lowercased() } == "@relation"
  }

  init(path: String, bytes: [UInt8]) throws(StudyError) {
    source = try SourceText(path: path, contents: bytes)
    dataLine = try readHeader()
  }

  func table() throws(StudyError) -> Table {
    var rows = ARFFRows(source, attributes)
    for (number, line) in ARFFLines(bytes: source.bytes).dropFirst(dataLine) {
      try rows.take(line, number: number)
    }
    guard !rows.lines.isEmpty else {
      throw .headerOnly(Place(file: source.path, line: max(1, dataLine), column: 1))
    }
    let columns = try rows.columns()
    var table = Table(
      path: source.path, names: attributes.map(\.name), columns: columns, lines: rows.lines,
      delimiter: .comma,
      encoding: source.encoding, annotations: attributes.map(\.annotation), blankLines: [])
    table.findings = findings
    if rows.isWeighted {
      table.findings.append(
        Finding(.warning, message: "the rows of the file have weights; they are not applied"))
    }
    return table
  }

  /// Reads the declarations and gives the line of `@data`.
  private mutating func readHeader() throws(StudyError) -> Int {
    for (number, bytes) in ARFFLines(bytes: source.bytes) {
      var line = ARFFLine(bytes)
      guard try token(&line) == .word else {
        if line.start < bytes.endIndex, bytes[line.start] != UInt8(ascii: "%") { throw unexpected(line) }
        continue
      }
      switch line.isQuoted ? "" : line.text.lowercased() {
      case "@relation": continue
      case "@attribute": attributes.append(try attribute(&line, number: number))
      case "@data":
        guard !attributes.isEmpty else {
          throw .syntax(source.place(of: line.start), message: "@data stands before any @attribute")
        }
        return number
      default: throw unexpected(line)
      }
    }
    throw .syntax(Place(file: source.path, line: 1, column: 1), message: "there is no @data line")
  }

  private func unexpected(_ line: ARFFLine) -> StudyError {
    .syntax(source.place(of: line.start), message: "expected @relation, @attribute or @data")
  }

  private mutating func attribute(_ line: inout ARFFLine, number: Int) throws(StudyError) -> ARFFAttribute {
    guard try token(&line) == .word, !line.word.isEmpty else {
      throw .unnamedColumn(source.place(of: line.start), number: attributes.count + 1)
    }
    let (name, place) = (line.text.onOneLine, source.place(of: line.start))
    if let earlier = numbers.updateValue(attributes.count + 1, forKey: name) {
      throw .repeatedName(place, name: name, first: earlier, second: attributes.count + 1)
    }
    let type = try token(&line)
    if type == .open {
      let (levels, known) = try levels(&line)
      return ARFFAttribute(name: name, kind: .nominal(levels, known: known), line: number)
    }
    let kind: ARFFAttribute.Kind
    switch type == .word ? line.text.lowercased() : "" {
    case "numeric", "real", "integer": kind = .number
    case "string": kind = .text
    case "date":
      let pattern = try token(&line) == .word ? line.text : "yyyy-MM-dd'T'HH:mm:ss"
      let format = ARFFDate(pattern)
      if format == nil {
        findings.append(
          Finding(
            .warning, column: name, message: "dates written as \(pattern.quoted) are read as they stand"))
      }
      kind = .date(format)
    default:
      throw .syntax(
        source.place(of: line.start),
        message: "attribute \(name.quoted) is of no type that is read; expected numeric, string, date or {…}")
    }
    return ARFFAttribute(name: name, kind: kind, line: number)
  }

  private func levels(_ line: inout ARFFLine) throws(StudyError) -> ([String], Set<String>) {
    var (levels, known) = ([String](), Set<String>())
    while true {
      switch try token(&line) {
      case .word:
        if !known.insert(line.text).inserted {
          throw .syntax(source.place(of: line.start), message: "\(line.text.quoted) is declared twice")
        }
        levels.append(line.text)
      case .comma: continue
      case .close where !levels.isEmpty: return (levels, known)
      case .close, .open, .end:
        throw .syntax(source.place(of: line.start), message: "expected the values between { and }")
      }
    }
  }

  private func token(_ line: inout ARFFLine) throws(StudyError) -> ARFFLine.Token {
    do throws(ARFFLine.Unclosed) { return try line.next() } catch {
      throw .unclosedQuote(source.place(of: error.offset))
    }
  }
}

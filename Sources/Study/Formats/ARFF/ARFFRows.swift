/// The rows behind `@data`, dense or sparse.
struct ARFFRows {
  private let source: SourceText
  private let attributes: [ARFFAttribute]
  private var written: [CodedColumn]
  /// The line on which each row stands.
  private(set) var lines: [Int32] = []
  private(set) var isWeighted = false

  init(_ source: SourceText, _ attributes: [ARFFAttribute]) {
    (self.source, self.attributes) = (source, attributes)
    written = attributes.map { _ in CodedColumn() }
  }

  mutating func take(_ bytes: ArraySlice<UInt8>, number: Int) throws(StudyError) {
    var line = ARFFLine(bytes)
    let first = try token(&line)
    switch first {
    case .end: return
    case .open: try takeSparse(&line)
    default: try takeDense(&line, first)
    }
    guard lines.count * max(1, attributes.count) < Table.mostCells else {
      throw .format(
        path: source.path,
        .tooLarge(
          format: "Weka file", reason: Table.tooManyCells(rows: lines.count + 1, columns: attributes.count)))
    }
    lines.append(Int32(clamping: number))
  }

  private mutating func takeDense(_ line: inout ARFFLine, _ first: ARFFLine.Token) throws(StudyError) {
    var (token, field, isValueDue) = (first, 0, true)
    var excess: Int?
    while token != .end {
      switch token {
      case .word:
        if field < attributes.count { append(line, to: field) } else { excess = excess ?? line.start }
        (field, isValueDue) = (field + 1, false)
      case .comma where !isValueDue: isValueDue = true
      case .open where field == attributes.count:
        try takeWeight(&line)
        isValueDue = false
      default: throw syntax(line, "expected a value; a missing one is written ?")
      }
      token = try self.token(&line)
    }
    guard field == attributes.count, !isValueDue else {
      throw .raggedRow(
        source.place(of: excess ?? line.position), fields: field,
        expected: attributes.count)
    }
  }

  /// Reads `{1 X, 3 Y}`: what is left out is zero, or the first of the declared values.
  private mutating func takeSparse(_ line: inout ARFFLine) throws(StudyError) {
    var values = attributes.map { $0.omitted.map { Array($0.utf8) } }
    var isGiven = [Bool](repeating: false, count: attributes.count)
    var token = try self.token(&line)
    while token != .close {
      guard token == .word, let index = Int(line.text), attributes.indices.contains(index), !isGiven[index]
      else {
        throw syntax(line, "expected the number of an attribute, from 0 to \(attributes.count - 1), once")
      }
      guard try self.token(&line) == .word else { throw syntax(line, "expected a value") }
      values[index] = !line.isQuoted && line.word == [UInt8(ascii: "?")] ? [] : line.word
      isGiven[index] = true
      token = try self.token(&line)
      if token == .comma { token = try self.token(&line) }
    }
    for index in attributes.indices {
      guard let value = values[index] else {
        throw syntax(
          line, "the row leaves out \(attributes[index].name.quoted), of which no value is the usual one")
      }
      value.withUnsafeBufferPointer { written[index].append($0) }
    }
    token = try self.token(&line)
    if token == .comma { token = try self.token(&line) }
    if token == .open {
      try takeWeight(&line)
      token = try self.token(&line)
    }
    guard token == .end else { throw syntax(line, "expected the end of the row") }
  }

  private mutating func takeWeight(_ line: inout ARFFLine) throws(StudyError) {
    guard try token(&line) == .word, let weight = WrittenNumber(line.text), try token(&line) == .close else {
      throw syntax(line, "expected the weight of the row in { }")
    }
    if weight.value != 1 { isWeighted = true }
  }

  private mutating func append(_ line: ARFFLine, to field: Int) {
    let isMissing = !line.isQuoted && line.word == [UInt8(ascii: "?")]
    (isMissing ? [] : line.word).withUnsafeBufferPointer { written[field].append($0) }
  }

  /// The columns, when every value is one of its attribute; else the error of the first line.
  func columns() throws(StudyError) -> [CodedColumn] {
    var columns: [CodedColumn] = []
    var wrong: (row: Int, field: Int, text: String)?
    for (field, attribute) in attributes.enumerated() {
      let texts = (0..<written[field].distinctCount).map(written[field].text)
      let read = texts.map { $0.isEmpty ? "" : attribute.text($0) }
      let bad = Set(read.indices.filter { read[$0] == nil })
      if !bad.isEmpty, let row = written[field].codes.firstIndex(where: { bad.contains(Int($0)) }),
        wrong.map({ row < $0.row }) ?? true
      {
        wrong = (row, field, texts[Int(written[field].codes[row])])
      }
      columns.append(written[field].replacingTexts(by: read.map { $0 ?? "" }))
    }
    guard let wrong else { return columns }
    let attribute = attributes[wrong.field]
    throw .wrongValue(
      Place(file: source.path, line: Int(lines[wrong.row]), column: 1), key: attribute.name,
      value: wrong.text,
      expected: attribute.expected)
  }

  private func syntax(_ line: ARFFLine, _ message: String) -> StudyError {
    .syntax(source.place(of: line.start), message: message)
  }

  private func token(_ line: inout ARFFLine) throws(StudyError) -> ARFFLine.Token {
    do throws(ARFFLine.Unclosed) { return try line.next() } catch {
      throw .unclosedQuote(source.place(of: error.offset))
    }
  }
}

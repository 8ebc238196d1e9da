/// The lines above the header that begin with `#`: comments, or what a cBioPortal file says about its columns.
struct Preamble {
  /// The lines without their `#`.
  private let texts: [String]
  /// Where the header begins.
  let end: Int

  var lineCount: Int { texts.count }

  init(_ bytes: [UInt8]) {
    var (texts, position) = ([String](), 0)
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
      let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
      let lineEnd = bytes[position...].firstIndex(where: isBreak) ?? bytes.count
      texts.append(String(decoding: bytes[position + 1..<lineEnd], as: UTF8.self))
      position = min(bytes.count, lineEnd + 1)
      let isPair = position < bytes.count && bytes[position] == UInt8(ascii: "\n")
      if isPair, bytes[position - 1] == UInt8(ascii: "\r") { position += 1 }
    }
    (self.texts, end) = (texts, position)
  }

  /// Labels, descriptions and types, where the lines have as many fields as the table; else nothing.
  ///
  /// Separators after the last of them are as meaningless as those after the last name.
  /// The fourth line of a cBioPortal file, the priority in its charts, says nothing about the values.
  func annotations(of columnCount: Int, delimiter: Delimiter) -> [ColumnAnnotation] {
    let separator = Character(Unicode.Scalar(delimiter.rawValue))
    let rows = texts.prefix(3).map { line in
      var fields = line.split(separator: separator, omittingEmptySubsequences: false).map {
        field -> String? in
        let text = field.trimmingBlanks
        return text.isEmpty ? nil : text
      }
      while fields.count > columnCount, fields.last == .some(nil) { fields.removeLast() }
      return fields
    }
    guard rows.count == 3, rows.allSatisfy({ $0.count == columnCount }) else { return [] }
    guard
      rows[2].allSatisfy({ $0.map { ["STRING", "NUMBER", "BOOLEAN"].contains($0.uppercased()) } ?? false })
    else { return [] }
    return (0..<columnCount).map {
      ColumnAnnotation(label: rows[0][$0], summary: rows[1][$0], type: rows[2][$0]?.uppercased())
    }
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  var trimmingBlanks: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

import PrintableText
package import Report

extension DataTable {
  package var csv: String { delimited(by: ",") }
  package var tsv: String { delimited(by: "\t") }

  /// A header and a line for each row; texts in quotes where they need them (RFC 4180), lines ending in a line feed.
  ///
  /// What is not printable in a text is made visible, since a table is often looked at in a terminal. A text that a
  /// spreadsheet would run as a formula has an apostrophe before it, which keeps it a text; numbers never have.
  private func delimited(by delimiter: Character) -> String {
    let lines =
      [keys.map { Self.field($0, delimiter) }]
      + rows.map { row in
        row.map { value in
          switch value {
          case .integer(let count): String(count)
          case .number(let number): number.digits
          case .text(let text): Self.field(text, delimiter)
          case .empty: ""
          }
        }
      }
    return lines.map { $0.joined(separator: String(delimiter)) + "\n" }.joined()
  }

  private static func field(_ text: String, _ delimiter: Character) -> String {
    let text = guarded(text.printable)
    // By scalars: a mark that follows a quote makes one character of both, but no other quote of it.
    let special = ["\"", "\n", "\r"] + delimiter.unicodeScalars
    guard text.unicodeScalars.contains(where: special.contains) || text.hasPrefix(" ") || text.hasSuffix(" ")
    else { return text }
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars { quoted.append(contentsOf: scalar == "\"" ? ["\"", "\""] : [scalar]) }
    quoted.append("\"")
    return String(quoted)
  }

  /// A sign alone and a number are no formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t".unicodeScalars.contains(first),
      text.unicodeScalars.count > 1, Double(text) == nil
    else { return text }
    return "'" + text
  }
}

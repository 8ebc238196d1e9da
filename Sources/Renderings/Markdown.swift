import PrintableText
package import Report

extension Table {
  /// A table of GitHub's Markdown under its caption, its footnotes below.
  package var markdown: String {
    let headings = [rowHeading] + columns.map(\.heading)
    let rules = ["---"] + columns.map { $0.isNumber ? "--:" : "---" }
    let forms = columns.map { $0.variants.first?.form ?? .cell }
    let lines = rows.map { row in
      Self.line([row.name] + zip(row.cells, forms).map { $0.text($1) })
    }
    let notes = (footnotes + signNotes).map { $0.markdown + "\n" }
    let table = [Self.line(headings), "| \(rules.joined(separator: " | ")) |"] + lines
    let captioned = caption.isEmpty ? "" : "**\(caption.text.markdownEscaped)**\n\n"
    return captioned + table.joined(separator: "\n") + "\n" + notes.map { "\n\($0)" }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(\.markdownEscaped).joined(separator: " | ") + " |"
  }
}

extension Sentence {
  /// With what must not be used struck out.
  fileprivate var markdown: String {
    let escaped = text.markdownEscaped
    guard let struck = struck?.markdownEscaped, !struck.isEmpty else { return escaped }
    return escaped.replacing(struck, with: "~~\(struck)~~", maxReplacements: 1)
  }
}

extension String {
  /// One line that Markdown shows as it is.
  var markdownEscaped: String {
    var escaped = ""
    for character in onOneLine {
      if "\\`*_[]<>|~&#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    // What begins a list or a rule elsewhere begins nothing here.
    return "+-=".contains(escaped.first ?? " ") ? "\\" + escaped : escaped
  }
}

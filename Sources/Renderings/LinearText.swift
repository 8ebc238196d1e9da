import PrintableText
package import Report

/// A view to be heard or pasted: headings, sentences, and for each row of a table a line that says what every number is.
///
/// Nothing depends on where it stands, nothing is abbreviated, and no sign has to be explained.
package enum LinearText {
  package static func text(_ document: Document) -> String {
    var lines = [document.title.onOneLine]
    // A table does not say again what was said before it.
    var said: Set<Sentence> = []
    for block in document.blocks {
      switch block {
      case .heading(let text):
        said.insert(Sentence(text))
        lines += ["", text.onOneLine]
      case .sentence(let sentence):
        said.insert(sentence)
        lines.append(words(sentence))
      case .remark(let remark):
        said.insert(remark.sentence)
        lines.append((remark.severity == .note ? "Note: " : "Caution: ") + words(remark.sentence))
      case .table(let table):
        if said.insert(table.caption).inserted { lines.append(words(table.caption)) }
        lines += rows(table)
        lines += table.footnotes.filter { !said.contains($0) }.map(words)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ table: Table) -> [String] {
    table.rows.map { row in
      let cells = zip(table.columns, row.cells).compactMap { column, cell -> String? in
        let text = cell.text(.spoken)
        return text.isEmpty ? nil : "\(capitalized(column.spoken)): \(text)."
      }
      return heard(([capitalized(row.name) + "."] + cells).joined(separator: " "))
    }
  }

  private static func words(_ sentence: Sentence) -> String {
    heard(sentence.parts.map { capitalized($0.spoken ?? $0.text) + "." }.joined(separator: " "))
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Signs before a number in words, and a range of numbers with `to`.
  private static func heard(_ text: String) -> String {
    var words = ""
    let characters = Array(text.onOneLine)
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "≤": words += "at most"
      case "≥": words += "at least"
      case ">" where before == " " && after == " ": words += "over"
      case "<" where before == " " && after == " ": words += "under"
      case "=" where before == " " && after == " ": words += "equal to"
      case "–" where before.isNumber && after.isNumber: words += " to "
      case "%" where before.isNumber: words += " per cent"
      default: words.append(character)
      }
    }
    return words
  }
}

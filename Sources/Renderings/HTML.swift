import PrintableText
package import Report

extension Table {
  /// A table element with caption and headings that name what they head, its footnotes below; a fragment of a page.
  package var html: String {
    let headings = [rowHeading] + columns.map(\.heading)
    let head = headings.map { "<th scope=\"col\">\($0.htmlEscaped)</th>" }.joined()
    let body = rows.map { row in
      let cells = zip(row.cells, columns).map { cell, column in
        let text = cell.text(column.variants.first?.form ?? .cell).htmlEscaped
        return column.isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
      }
      return "<tr><th scope=\"row\">\(row.name.htmlEscaped)</th>\(cells.joined())</tr>\n"
    }
    let notes = (footnotes + signNotes).map { "<p class=\"footnote\">\($0.html)</p>\n" }
    return """
      <table>
      <caption>\(caption.text.htmlEscaped)</caption>
      <thead>
      <tr>\(head)</tr>
      </thead>
      <tbody>
      \(body.joined())</tbody>
      </table>
      \(notes.joined())
      """
  }
}

extension Sentence {
  /// With what must not be used struck out.
  fileprivate var html: String {
    let escaped = text.htmlEscaped
    guard let struck = struck?.htmlEscaped, !struck.isEmpty else { return escaped }
    return escaped.replacing(struck, with: "<s>\(struck)</s>", maxReplacements: 1)
  }
}

extension String {
  /// One line that HTML shows as it is, in an element or an attribute.
  var htmlEscaped: String {
    var escaped = ""
    for scalar in onOneLine.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

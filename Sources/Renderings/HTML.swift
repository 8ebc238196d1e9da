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
    let notes = (footnotes + signNotes).map { "<p class=\"footnote\">\($0.text.htmlEscaped)</p>\n" }
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

extension Document {
  /// A page that needs nothing else: no script, no font, no picture from elsewhere.
  package var html: String {
    let body = blocks.map { block in
      switch block {
      case .heading(let text): "<h2>\(text.htmlEscaped)</h2>\n"
      case .sentence(let sentence): "<p>\(sentence.text.htmlEscaped)</p>\n"
      case .remark(let remark): "<p class=\"\(remark.severity.rawValue)\">\(remark.text.htmlEscaped)</p>\n"
      case .table(let table): table.html
      }
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title.htmlEscaped)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title.htmlEscaped)</h1>
      \(body.joined())</body>
      </html>

      """
  }

  private static let style = """

    body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; margin: 1rem 0; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5rem; }
    th, td { text-align: left; padding: 0.2rem 1rem 0.2rem 0; border-bottom: 1px solid #999; }
    th[scope="row"] { font-weight: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .danger, .caution { border-left: 0.3rem solid #b00; padding-left: 0.7rem; }
    .caution { border-color: #b60; }
    .footnote { font-size: 0.9rem; margin: 0.2rem 0; }

    """
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

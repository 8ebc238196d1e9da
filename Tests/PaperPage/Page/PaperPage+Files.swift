package import Foundation
import Renderings
import Report

extension PaperPage {
  package var markdown: String {
    let parts =
      ["# \(Self.title)"] + introduction + sections.map { "## \($0.heading)\n\n\($0.table.markdown)" }
    return parts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
  }

  /// A page without anything from elsewhere, for a screen and for paper.
  package var html: String {
    let introduction = introduction.map { "<p>\($0)</p>" }.joined(separator: "\n")
    let sections = sections.map { "<section>\n<h2>\($0.heading)</h2>\n\($0.table.html)</section>" }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(Self.title)</h1>
      \(introduction)
      \(sections.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static let style = """
    body { font: 15px/1.45 Georgia, serif; color: #222; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
    table { border-collapse: collapse; width: 100%; font-size: .86rem; font-variant-numeric: tabular-nums; }
    caption:empty { display: none; }
    th, td { padding: .18rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; }
    thead th { border-bottom: 2px solid #222; } tbody th { font-weight: normal; }
    .number { text-align: right; white-space: nowrap; }
    tr:has(td:not(.number):last-child:not(:empty)) { background: #fdf0e2; }
    h1 + p { border-left: 4px solid #b40; padding-left: .8rem; font-weight: bold; }
    @media print {
      @page { margin: 15mm; } body { margin: 0; max-width: none; font-size: 10pt; }
      thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; }
    }
    """

  /// Writes `paper.md` and `paper.html` into a folder, which is made where it is not there.
  package func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(markdown.utf8).write(to: folder.appending(path: "paper.md"))
    try Data(html.utf8).write(to: folder.appending(path: "paper.html"))
  }
}

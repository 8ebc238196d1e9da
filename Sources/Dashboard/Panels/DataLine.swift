import PrintableText
import Report
import TerminalGrid

/// A line of pieces, each in its style.
struct DataLine: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var text: String
    var style: Style
  }

  var pieces: [Piece]

  init(_ pieces: [(String, Style)]) { self.pieces = pieces.map { Piece(text: $0.0, style: $0.1) } }

  /// What there is to say, each text beside its word and broken at blanks.
  static func lines(_ details: [DataReport.Detail], width: Int, charset: Charset) -> [DataLine] {
    let labelWidth = min(12, max(0, width / 4))
    return details.enumerated().flatMap { index, detail -> [DataLine] in
      let style = index == 0 ? Style(.title, bold: true) : Style(detail.severity)
      let text = index == 0 || detail.severity != .note ? style : Style(.text)
      // A name is no word beside others: it stands above.
      let isNarrow = charset.spelled(detail.label).columns > labelWidth
      let room = max(1, width - labelWidth - 1)
      let lines = charset.spelled(detail.text).wrapped(to: room)
      let heading = isNarrow ? [DataLine([(charset.spelled(detail.label), Style(.muted))])] : []
      return heading
        + lines.enumerated().map { line, part in
          let label = line == 0 && !isNarrow ? charset.spelled(detail.label) : ""
          return DataLine([(label.padded(to: labelWidth + 1), Style(.muted)), (part, text)])
        }
    }
  }

  /// The way from the rows of the file to those analysed: how many are left, and between two of them who left and why.
  static func flow(_ report: DataReport, charset: Charset) -> [DataLine] {
    let counts = report.flow.map { Quantity.count($0.count).short }
    let width = (counts.map(\.columns).max() ?? 1) + 1
    let stem = String(charset.vertical)
    let branch =
      String(charset.teeLeft) + String(repeating: charset.horizontal, count: 2) + String(charset.right)
    var lines: [DataLine] = []
    for (index, step) in report.flow.enumerated() {
      if index > 0 {
        let lost = report.flow[index - 1].count - step.count
        let why = lost == 0 || step.why.isEmpty ? "" : ": \(step.why)"
        let said = lost == 0 ? "" : "\(Quantity.count(lost).short) left out\(why)"
        let margin = String(repeating: " ", count: width + 1)
        lines.append(
          lost == 0
            ? DataLine([(margin + stem, Style(.border))])
            : DataLine([
              (margin + branch + " ", Style(.border)), (charset.spelled(said), Style(.warning)),
            ]))
      }
      let isEnd = index == report.flow.count - 1
      let count = String(repeating: " ", count: max(0, width - counts[index].columns)) + counts[index]
      let style = Style(isEnd || index == 0 ? .title : .text, bold: isEnd || index == 0)
      lines.append(
        DataLine([
          (count + "  ", Style(.title, bold: true)), (charset.spelled(step.words.first ?? ""), style),
        ]))
    }
    let margin = String(repeating: " ", count: width + 2)
    return lines + report.arms.map { DataLine([(margin + charset.spelled($0), Style(.text))]) }
  }

  func draw(in area: Rect, charset: Charset, on grid: inout Grid) {
    var x = area.x
    for (index, piece) in pieces.enumerated() {
      let rest = Rect(x: x, y: area.y, width: max(0, area.maxX - x), height: 1)
      if index == pieces.count - 1 {
        grid.write(piece.text, in: rest, style: piece.style, ellipsis: charset.ellipsis)
      } else {
        x += grid.write(piece.text, x: x, y: area.y, style: piece.style, maxWidth: rest.width)
      }
    }
  }
}

extension String {
  /// The text broken at blanks into lines of at most so many columns; a longer word is broken as well.
  func wrapped(to columns: Int) -> [String] {
    var lines = [""]
    for word in onOneLine.split(separator: " ") {
      var word = Substring(word)
      var last = lines[lines.count - 1]
      if !last.isEmpty, last.columns + 1 + String(word).columns > columns {
        lines.append("")
        last = ""
      }
      while String(word).columns > columns, word.count > 1 {
        let part = word.prefix(max(1, columns - (last.isEmpty ? 0 : last.columns + 1)))
        lines[lines.count - 1] += (last.isEmpty ? "" : " ") + part
        word = word.dropFirst(part.count)
        lines.append("")
        last = ""
      }
      lines[lines.count - 1] += (last.isEmpty ? "" : " ") + word
    }
    return lines
  }
}

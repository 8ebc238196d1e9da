import Report
import TerminalGrid

/// Why there are no curves by what is known only later, and the keys that lead to an answer.
struct RefusalPanel {
  let refusal: RefusalText
  let charset: Charset

  private static let indent = 4

  func draw(in area: Rect, on grid: inout Grid) {
    let space = max(0, (area.height - lineCount(area.width - 4)) / 3)
    let inner = area.inset(left: 2, top: min(2, space), right: 2)
    var y = inner.y
    let reason = capitalized(reasonText(fitting: inner.width * 2))
    y = draw(reason, in: inner, y: y, style: Style(.warning, bold: true), on: &grid) + 1
    for way in refusal.ways where way.isPossible {
      grid.write(key(way.way), x: inner.x, y: y, style: Style(.accent, bold: true))
      y = draw(
        capitalized(words(way, inner.width)), in: inner.inset(left: Self.indent), y: y, style: Style(.text),
        on: &grid)
    }
    y += 1
    for way in refusal.ways where !way.isPossible {
      y = draw(capitalized(words(way, inner.width)), in: inner, y: y, style: Style(.muted), on: &grid)
    }
  }

  /// The key that leads there.
  private func key(_ way: RefusalText.Way) -> String {
    switch way {
    case .landmark: "L"
    case .timeDependent: "M"
    case .other: refusal.ways.contains { $0.words == ["other arms"] } ? "s" : "C"
    case .override: "!"
    }
  }

  private func words(_ way: RefusalText.WayOut, _ width: Int) -> String {
    way.words.first { charset.spelled($0).columns <= width - Self.indent } ?? way.words.last ?? ""
  }

  private func reasonText(fitting columns: Int) -> String {
    refusal.reason.text(fitting: columns) { charset.spelled($0).columns }
  }

  private func lineCount(_ width: Int) -> Int {
    2 + refusal.ways.count + (charset.spelled(reasonText(fitting: width * 2)).columns / max(1, width) + 1)
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Draws a text in as many lines as it needs, and returns the row after it.
  private func draw(_ text: String, in area: Rect, y: Int, style: Style, on grid: inout Grid) -> Int {
    let spelled = charset.spelled(text)
    let lines = spelled.wrapped(columns: area.width, lines: max(1, area.maxY - y)) ?? [spelled]
    for (line, text) in lines.enumerated() where y + line < area.maxY {
      grid.write(
        text, in: Rect(x: area.x, y: y + line, width: area.width, height: 1), style: style,
        ellipsis: charset.ellipsis)
    }
    return y + lines.count
  }
}

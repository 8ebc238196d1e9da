import TerminalGrid

/// A menu in the middle of the screen, with the words typed so far on top.
struct MenuPanel {
  var title: String
  /// What is typed, and what stands before it.
  var line: LineEditor
  var mark: String
  var items: [Menu.Item]
  /// Which item is chosen; `nil` while none is.
  var cursor: Int?
  var error: String?
  var hint: String
  /// Whether groups have headings: only while nothing narrows the list.
  var isGrouped: Bool
  /// The widest of all items, narrowed or not, so that the box keeps its size.
  var widest: Int
  let charset: Charset

  init(_ menu: Menu, charset: Charset) {
    (title, line, mark, items) = (menu.title, menu.query, "/ ", menu.shown)
    (cursor, error, self.charset) = (menu.cursor, menu.error, charset)
    isGrouped = menu.query.text.isEmpty && menu.items.contains { $0.group != nil }
    widest = menu.items.map(Self.width).max() ?? 0
    hint = " Enter choose\(charset.separator)Esc leave\(charset.separator)type to narrow "
  }

  init(_ command: CommandLine, charset: Charset) {
    (title, line, mark, items) = ("Command", command.line, ": ", command.candidates)
    (cursor, error, self.charset) = (command.cursor, command.error, charset)
    isGrouped = false
    widest = 200
    hint =
      " Enter do\(charset.separator)Tab complete\(charset.separator)C-p, C-n history\(charset.separator)Esc leave "
  }

  private static func width(_ item: Menu.Item) -> Int {
    item.label.columns + (item.detail.isEmpty ? 0 : item.detail.columns + 2)
  }

  /// A line of the list: an item, or the heading of a group.
  private enum Row {
    case heading(String)
    case item(Int)
  }

  private var rows: [Row] {
    var rows: [Row] = []
    for (index, item) in items.enumerated() {
      if isGrouped, let group = item.group, index == 0 || items[index - 1].group != group {
        rows.append(.heading(group))
      }
      rows.append(.item(index))
    }
    return rows
  }

  func draw(in body: Rect, on grid: inout Grid) {
    let rows = rows
    // Nearly as wide as the screen is as good as the whole: no slivers of what lies behind.
    let wanted = min(body.width, max(44, min(widest + 5, 100)))
    let width = wanted > body.width - 12 ? body.width : wanted
    let explanation = explanation(width: width - 4)
    let height = min(body.height, max(3, rows.count) + 3 + (error == nil ? 0 : 1) + explanation.count)
    let area = Rect(
      x: body.x + (body.width - width) / 2, y: body.y + min(3, (body.height - height) / 2), width: width,
      height: height)
    grid.clipped(to: area) { grid in
      grid.fill(area)
      grid.box(area, style: Style(.borderFocused), charset: charset)
      grid.write(" \(title) ", x: area.x + 2, y: area.y, style: Style(.title, bold: true))
      LinePanel(title: mark, line: line, background: nil, charset: charset)
        .draw(in: area.inset(left: 2, top: 1, right: 2).splitTop(1).top, on: &grid)
      let top = error == nil ? 2 : 3
      if let error {
        grid.write(
          error, in: area.inset(left: 2, top: 2, right: 2), style: Style(.error, bold: true),
          ellipsis: charset.ellipsis)
      }
      let bottom = 1 + explanation.count
      draw(rows, in: area.inset(left: 1, top: top, right: 1, bottom: bottom), on: &grid)
      for (line, text) in explanation.enumerated() {
        grid.write(
          text, x: area.x + 2, y: area.maxY - bottom + line, style: Style(.accent), maxWidth: width - 4)
      }
      if hint.columns < width - 4 { grid.write(hint, x: area.x + 2, y: area.maxY - 1, style: Style(.muted)) }
      if rows.count > area.height - top - bottom {
        let place = " \(min((cursor ?? 0) + 1, items.count)) of \(items.count) "
        grid.write(place, x: area.maxX - place.columns - 2, y: area.y, style: Style(.muted))
      }
    }
  }

  /// All that the chosen item says, where its line has no room for it.
  private func explanation(width: Int) -> [String] {
    guard let cursor, items.indices.contains(cursor), Self.width(items[cursor]) > width - 2 else { return [] }
    let text = items[cursor].detail.isEmpty ? items[cursor].label : items[cursor].detail
    var lines = [""]
    for word in charset.spelled(text).split(separator: " ") {
      if lines[lines.count - 1].columns + word.description.columns >= width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return Array(lines.prefix(4))
  }

  private func draw(_ rows: [Row], in area: Rect, on grid: inout Grid) {
    guard !rows.isEmpty else {
      grid.write("nothing matches", x: area.x + 1, y: area.y, style: Style(.muted))
      return
    }
    let labelWidth = min(area.width * 2 / 3, items.map(\.label.columns).max() ?? 0)
    let chosen =
      rows.firstIndex { row in if case .item(let index) = row { index == cursor } else { false } } ?? 0
    let first = max(0, min(chosen - area.height / 2, rows.count - area.height))
    for (offset, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
      let line = Rect(x: area.x, y: area.y + offset, width: area.width, height: 1)
      switch row {
      case .heading(let text):
        grid.write(
          text, in: line.inset(left: 1), style: Style(.title, bold: true), ellipsis: charset.ellipsis)
      case .item(let index):
        draw(items[index], isChosen: index == cursor, labelWidth: labelWidth, in: line, on: &grid)
      }
    }
  }

  private func draw(_ item: Menu.Item, isChosen: Bool, labelWidth: Int, in line: Rect, on grid: inout Grid) {
    let background: Role? = isChosen ? .selection : nil
    if isChosen {
      grid.fill(line, Cell(" ", Style(.text, on: .selection)))
      grid[line.x, line.y] = Cell(charset.cursor, Style(.accent, on: .selection, bold: true))
    }
    let isImpossible = if case .impossible = item.choice { !isGrouped } else { false }
    let label = Rect(
      x: line.x + 2, y: line.y, width: item.detail.isEmpty ? line.width - 3 : labelWidth, height: 1)
    grid.write(
      charset.spelled(item.label), in: label,
      style: Style(isImpossible && !isChosen ? .muted : .text, on: background, bold: isChosen),
      ellipsis: charset.ellipsis)
    guard !item.detail.isEmpty else { return }
    grid.write(
      charset.spelled(item.detail), in: line.inset(left: labelWidth + 4, right: 1),
      style: Style(isChosen ? .text : .muted, on: background), ellipsis: charset.ellipsis)
  }
}

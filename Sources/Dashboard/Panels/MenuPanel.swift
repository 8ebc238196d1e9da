import TerminalGrid

/// A menu in the middle of the screen, with the words typed so far on top.
struct MenuPanel {
  let menu: Menu
  let charset: Charset

  func draw(in body: Rect, on grid: inout Grid) {
    let items = menu.shown
    let widest =
      menu.items.map { $0.label.columns + ($0.detail.isEmpty ? 0 : $0.detail.columns + 2) }.max() ?? 0
    // Nearly as wide as the screen is as good as the whole: no slivers of what lies behind.
    let wanted = min(body.width, max(44, min(widest + 5, 88)))
    let width = wanted > body.width - 12 ? body.width : wanted
    let height = min(body.height, max(3, items.count) + 3)
    let area = Rect(
      x: body.x + (body.width - width) / 2, y: body.y + min(3, (body.height - height) / 2), width: width,
      height: height)
    grid.clipped(to: area) { grid in
      grid.fill(area)
      grid.box(area, style: Style(.borderFocused), charset: charset)
      grid.write(" \(menu.title) ", x: area.x + 2, y: area.y, style: Style(.title, bold: true))
      drawQuery(in: area, on: &grid)
      drawItems(items, in: area.inset(left: 1, top: 2, right: 1, bottom: 1), on: &grid)
      let hint = " Enter choose\(charset.separator)Esc leave\(charset.separator)type to narrow "
      if hint.columns < width - 4 { grid.write(hint, x: area.x + 2, y: area.maxY - 1, style: Style(.muted)) }
      if items.count > area.height - 3 {
        let place = " \(min(menu.cursor + 1, items.count)) of \(items.count) "
        grid.write(place, x: area.maxX - place.columns - 2, y: area.y, style: Style(.muted))
      }
    }
  }

  private func drawQuery(in area: Rect, on grid: inout Grid) {
    let line = area.inset(left: 2, top: 1, right: 2)
    let written = grid.write(
      menu.takesCommands ? ": " : "/ ", x: line.x, y: line.y, style: Style(.key, bold: true))
    let typed = grid.write(menu.query, x: line.x + written, y: line.y, maxWidth: line.width - written - 1)
    grid[line.x + written + typed, line.y] = Cell(" ", Style(.text, reverse: true))
  }

  private func drawItems(_ items: [Menu.Item], in area: Rect, on grid: inout Grid) {
    guard !items.isEmpty else {
      grid.write("nothing matches", x: area.x + 1, y: area.y, style: Style(.muted))
      return
    }
    let labelWidth = min(area.width * 2 / 3, items.map(\.label.columns).max() ?? 0)
    let first = max(0, min(menu.cursor - area.height / 2, items.count - area.height))
    for (row, item) in items.dropFirst(first).prefix(area.height).enumerated() {
      let isChosen = first + row == menu.cursor
      let background: Role? = isChosen ? .selection : nil
      let line = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      if isChosen { grid.fill(line, Cell(" ", Style(.text, on: .selection))) }
      if isChosen { grid[line.x, line.y] = Cell(charset.cursor, Style(.accent, on: .selection, bold: true)) }
      let labelArea = Rect(
        x: line.x + 2, y: line.y, width: item.detail.isEmpty ? line.width - 3 : labelWidth, height: 1)
      grid.write(
        item.label, in: labelArea, style: Style(.text, on: background, bold: isChosen),
        ellipsis: charset.ellipsis)
      if !item.detail.isEmpty {
        grid.write(
          item.detail, in: line.inset(left: labelWidth + 4, right: 1),
          style: Style(isChosen ? .text : .muted, on: background),
          ellipsis: charset.ellipsis)
      }
    }
  }
}

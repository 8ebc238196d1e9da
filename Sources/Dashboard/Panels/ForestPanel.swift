import Report
import TerminalGrid

/// A forest table with its headings: variables with a tick, below them their levels with numbers and drawn ratios.
struct ForestPanel {
  let forest: PlacedForest
  /// Variables that are ticked; `nil` where there is nothing to tick.
  let ticked: Set<String>?
  /// The line under the cursor.
  let cursor: Int?
  /// The first line in sight.
  let scroll: Int
  /// Whether the numbers are of an older question.
  let isStale: Bool
  /// What can be done about the groups under a heading.
  var hints: [String] = []
  let charset: Charset

  func draw(head: Rect, list: Rect, on grid: inout Grid) {
    drawHeadings(in: head, listHeight: list.height, on: &grid)
    for (row, line) in visible(list.height).enumerated() {
      let area = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
      let isCurrent = line == cursor
      if isCurrent { grid.fill(area, Cell(" ", Style(.text, on: .selection))) }
      draw(line, in: area, isCurrent ? .selection : nil, on: &grid)
    }
  }

  /// The lines in sight; the first is the variable of the levels below it, wherever it is.
  private func visible(_ height: Int) -> [Int] {
    var lines = Array((scroll..<forest.lines.count).prefix(height))
    if let first = lines.first, case .row(let group, _) = forest.lines[first], height > 1 {
      lines[0] = forest.lines.firstIndex(of: .group(group)) ?? first
    }
    return lines
  }

  /// Where a column begins; with the drawing before the ratios.
  private func x(ofColumn place: Int, from x: Int) -> Int {
    forest.columns.prefix(place + 1).enumerated().reduce(x) { x, next in
      let (index, column) = next
      let drawn = column.index == forest.table.ratioColumn ? forestSpace : 0
      return x + drawn + (index < place ? column.width + PlacedForest.gap : 0)
    }
  }

  private var forestSpace: Int { forest.forestWidth == 0 ? 0 : forest.forestWidth + PlacedForest.gap }

  private func axis(from x: Int) -> ForestAxis? {
    guard forest.forestWidth > 0,
      let place = forest.columns.firstIndex(where: { $0.index == forest.table.ratioColumn })
    else { return nil }
    return ForestAxis(
      x: self.x(ofColumn: place, from: x) - forestSpace, width: forest.forestWidth,
      limits: ForestTable.limits, charset: charset)
  }

  private func drawHeadings(in area: Rect, listHeight: Int, on grid: inout Grid) {
    let style = Style(.muted)
    for (place, column) in forest.columns.enumerated() {
      let cell = cell(place, in: area)
      let text = charset.spelled(column.heading)
      guard column.index != nil else {
        let last = min(forest.lines.count, scroll + listHeight)
        let place = "  \(scroll + 1)\(charset.rangeDash)\(last) of \(forest.lines.count)"
        let isPlaced = forest.lines.count > listHeight && text.columns + place.columns <= cell.width
        grid.write(isPlaced ? text + place : text, in: cell, style: style, ellipsis: charset.ellipsis)
        continue
      }
      grid.write(text, in: cell, column.isNumber ? .right : .left, style: style, ellipsis: charset.ellipsis)
    }
    axis(from: area.x)?.drawTicks(
      ForestTable.ticks.map { (ratio: $0.0, label: $0.1) }, y: area.y, style: style, on: &grid)
  }

  private func cell(_ place: Int, in area: Rect) -> Rect {
    let start = x(ofColumn: place, from: area.x)
    return Rect(
      x: start, y: area.y, width: min(forest.columns[place].width, area.maxX - start), height: 1)
  }

  // MARK: Lines

  private func style(_ role: Role, _ background: Role?, bold: Bool = false) -> Style {
    Style(isStale && background == nil ? .muted : role, on: background, bold: bold && !isStale)
  }

  private func draw(_ line: Int, in area: Rect, _ background: Role?, on grid: inout Grid) {
    switch forest.lines[line] {
    case .heading(let sentence):
      let text = charset.spelled(sentence.text(fitting: area.width - 4) { charset.spelled($0).columns })
      grid.horizontalLine(
        x: area.x, y: area.y, length: area.width, style: Style(.border), charset: charset)
      grid.write(" \(text) ", x: area.x + 1, y: area.y, style: style(.title, background, bold: true))
      let left = area.inset(left: text.columns + 5, right: 2)
      guard let hint = hints.first(where: { $0.columns + 2 <= left.width }) else { return }
      grid.write(" \(hint) ", in: left, .right, style: style(.accent, background))
    case .group(let group): draw(forest.table.groups[group], line, in: area, background, on: &grid)
    case .row(let group, let row):
      draw(forest.table.groups[group].rows[row], line, in: area, background, on: &grid)
    }
  }

  private func draw(
    _ group: ForestTable.Group, _ line: Int, in area: Rect, _ background: Role?, on grid: inout Grid
  ) {
    var x = area.x
    if let ticked {
      let isTicked = ticked.contains(group.variable)
      let role: Role = background != nil ? .text : isTicked ? .key : .muted
      let box = Style(role, on: background, bold: isTicked)
      x += grid.write(isTicked ? "[x] " : "[ ] ", x: x, y: area.y, style: box)
    }
    let numbers = drawCells(
      of: line, in: area, style(group.isMuted && background == nil ? .muted : .text, background), on: &grid)
    // The name has all the room up to the first number of its line.
    let room = Rect(x: x, y: area.y, width: numbers - PlacedForest.gap - x, height: 1)
    let label = charset.spelled(group.label).truncated(to: room.width, ellipsis: charset.ellipsis)
    let used = grid.write(label, x: x, y: area.y, style: style(.text, background, bold: true))
    let left = room.inset(left: used + 2)
    guard left.width > 6, !group.aside.isEmpty else { return }
    let aside = group.aside.text(fitting: left.width) { charset.spelled($0).columns }
    grid.write(
      charset.spelled(aside), in: left, style: style(background == nil ? .muted : .text, background),
      ellipsis: charset.ellipsis)
  }

  private func draw(
    _ row: ForestTable.Row, _ line: Int, in area: Rect, _ background: Role?, on grid: inout Grid
  ) {
    let name = cell(0, in: area).inset(left: PlacedForest.margin)
    grid.write(
      charset.spelled(row.name), in: name, style: style(.text, background), ellipsis: charset.ellipsis)
    _ = drawCells(of: line, in: area, style(.text, background), on: &grid)
    guard let axis = axis(from: area.x) else { return }
    axis.drawGuide(y: area.y, style: style(.grid, background), on: &grid)
    guard let ratio = row.ratio else { return }
    axis.draw(
      ratio.value, ratio.lower, ratio.upper, y: area.y, style: style(.accent, background), on: &grid)
  }

  /// Draws the numbers of a line, and returns where the first of them begins.
  private func drawCells(of line: Int, in area: Rect, _ style: Style, on grid: inout Grid) -> Int {
    var first = area.maxX + PlacedForest.gap
    for (place, column) in forest.columns.enumerated() where column.index != nil {
      let text = charset.spelled(column.cells[line])
      guard !text.isEmpty else { continue }
      let cell = cell(place, in: area)
      first = min(first, cell.x)
      grid.write(text, in: cell, column.isNumber ? .right : .left, style: style, ellipsis: charset.ellipsis)
    }
    return first
  }
}

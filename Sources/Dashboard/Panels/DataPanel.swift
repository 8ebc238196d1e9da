import Report
import TerminalGrid

/// The Data view: what was understood of the file, and the way from its rows to those analysed.
struct DataPanel {
  let state: DashboardState
  let scene: DataScene

  private var charset: Charset { state.charset }

  /// A section's name and the columns it takes: drawing and clicking go by the same.
  struct Tab {
    var section: DataReport.Section
    var text: String
    var columns: Range<Int>
  }

  static func tabs(_ scene: DataScene) -> [Tab] {
    var start = scene.tabs.x
    let counts: [DataReport.Section: Int] = [
      .endpoints: scene.endpoints.list.tails.count, .columns: scene.report.reading.columns.count,
      .findings: scene.findings.list.tails.count,
    ]
    return DataReport.Section.allCases.map { section in
      let count = counts[section].map { " \(Quantity.count($0).short)" } ?? ""
      let text = section.title + count
      defer { start += text.columns + 3 }
      return Tab(section: section, text: text, columns: start..<(start + text.columns))
    }
  }

  func draw(on grid: inout Grid) {
    for tab in Self.tabs(scene) {
      let isShown = tab.section == state.data.section
      grid.write(
        tab.text, x: tab.columns.lowerBound, y: scene.tabs.y,
        style: isShown ? Style(.accent, bold: true, underline: true) : Style(.muted))
    }
    if let lines = state.dataLines {
      let top = state.data.isReading ? state.data.scroll : state.data.cursor
      var area = scene.whole.inset(top: 1)
      if state.data.section == .flow, area.width >= 100 {
        let (rest, bars) = area.splitRight(min(60, area.width / 3))
        drawBars(top: top, in: bars, on: &grid)
        area = rest.inset(right: 2)
      }
      draw(lines, from: top, in: area, on: &grid)
      return
    }
    guard let placed = scene.list(state.data.section, state.data.order) else { return }
    guard !placed.list.tails.isEmpty else {
      grid.write(placed.list.emptiness, in: scene.list.inset(top: 1), style: Style(.muted))
      return
    }
    draw(placed, on: &grid)
    var area = scene.detail
    if scene.isBeside {
      grid.verticalLine(
        x: area.x - 1, y: area.y, length: area.height, style: Style(.border), charset: charset)
      area = area.inset(left: 1)
    } else {
      let (rule, rest) = area.splitTop(1)
      grid.horizontalLine(x: rule.x, y: rule.y, length: rule.width, style: Style(.border), charset: charset)
      area = rest
    }
    draw(
      DataLine.lines(state.dataDetails, width: area.width, charset: charset), from: 0, in: area, on: &grid)
  }

  private func draw(_ lines: [DataLine], from top: Int, in area: Rect, on grid: inout Grid) {
    let isCut = lines.count - top > area.height
    let shown = isCut ? area.height - 1 : area.height
    for (row, line) in lines.dropFirst(top).prefix(shown).enumerated() {
      let place = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      line.draw(in: place, charset: charset, on: &grid)
    }
    guard isCut, area.height > 0 else { return }
    let left = lines.count - top - shown
    let how = state.dataLines != nil ? "down shows them" : "Enter shows all"
    let last = Rect(x: area.x, y: area.maxY - 1, width: area.width, height: 1)
    let canOpen = state.dataLines != nil || state.data.section == .findings
    grid.write(
      "\(charset.ellipsis) \(left) more line\(left == 1 ? "" : "s")\(canOpen ? ": \(how)" : "")", in: last,
      style: Style(.muted), ellipsis: charset.ellipsis)
  }

  /// Beside the flow, where there is room: how many are left of all rows.
  private func drawBars(top: Int, in area: Rect, on grid: inout Grid) {
    guard let most = scene.report.flow.first?.count, most > 0 else { return }
    for (index, step) in scene.report.flow.enumerated() {
      let row = index * 2 - top
      guard row >= 0, row < area.height else { continue }
      let bar = charset.bar(share: Double(step.count) / Double(most), columns: area.width)
      grid.write(bar, x: area.x, y: area.y + row, style: Style(.histogramSelected), maxWidth: area.width)
    }
  }

  private func draw(_ placed: DataScene.PlacedList, on grid: inout Grid) {
    let (head, rows) = scene.list.splitTop(1)
    let layout = placed.layout
    var x = head.x
    for column in layout.columns {
      let area = Rect(x: x, y: head.y, width: column.width, height: 1)
      grid.write(
        charset.spelled(column.heading), in: area, column.isNumber ? .right : .left,
        style: Style(.muted, bold: true))
      x += column.width + 2
    }
    let cursor = state.data.cursor
    let count = placed.list.tails.count
    let place = count > rows.height ? " \(min(cursor + 1, count)) of \(count)" : ""
    grid.write(
      placed.list.tailHeading, in: head.inset(left: placed.tailX, right: place.columns),
      style: Style(.muted, bold: true), ellipsis: charset.ellipsis)
    grid.write(place, in: head, .right, style: Style(.muted))
    let first = state.firstDataRow(height: rows.height)
    for row in first..<min(count, first + rows.height) {
      let line = Rect(x: rows.x, y: rows.y + row - first, width: rows.width, height: 1)
      draw(row, of: placed, isChosen: row == cursor, in: line, on: &grid)
    }
  }

  private func draw(
    _ row: Int, of placed: DataScene.PlacedList, isChosen: Bool, in line: Rect, on grid: inout Grid
  ) {
    let background: Role? = isChosen ? .selection : nil
    if isChosen { grid.fill(line, Cell(" ", Style(.text, on: .selection))) }
    var x = line.x
    for column in placed.layout.columns {
      let area = Rect(x: x, y: line.y, width: column.width, height: 1)
      x += column.width + 2
      let isBar = state.data.section == .columns && column.index == DataReport.barColumn
      guard !isBar else {
        drawBar(row, in: area, background, on: &grid)
        continue
      }
      let style = column.index == nil ? nameStyle(row, background, isChosen) : Style(.text, on: background)
      grid.write(
        charset.spelled(column.cells[row]), in: area, column.isNumber ? .right : .left, style: style,
        ellipsis: charset.ellipsis)
    }
    grid.write(
      charset.spelled(placed.list.tails[row]), in: line.inset(left: placed.tailX),
      style: Style(isChosen ? .text : .muted, on: background), ellipsis: charset.ellipsis)
  }

  private func nameStyle(_ row: Int, _ background: Role?, _ isChosen: Bool) -> Style {
    guard state.data.section == .findings, scene.report.reading.findings.indices.contains(row) else {
      return Style(.text, on: background, bold: isChosen)
    }
    let severity = DataReport.severity(scene.report.reading.findings[row])
    let role: Role = severity == .danger ? .error : severity == .caution ? .warning : .muted
    return Style(isChosen && role == .muted ? .text : role, on: background, bold: severity == .danger)
  }

  private func drawBar(_ row: Int, in area: Rect, _ background: Role?, on grid: inout Grid) {
    guard let column = scene.column(row: row, state.data.order) else { return }
    let share = scene.report.missingShare(column)
    grid.write(
      charset.bar(share: share, columns: area.width), x: area.x, y: area.y,
      style: Style(share >= 0.2 ? .warning : .histogramSelected, on: background), maxWidth: area.width)
  }
}

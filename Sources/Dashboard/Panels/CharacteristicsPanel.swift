import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// The Characteristics view: each variable with its levels in everybody and in each arm, and how far the arms differ.
struct CharacteristicsPanel {
  let state: DashboardState
  let scene: CharacteristicsScene

  private var charset: Charset { state.charset }
  private var isStale: Bool { !state.isCurrent }

  func draw(on grid: inout Grid) {
    guard let table = scene.table else {
      grid.write(
        scene.whyNone ?? "", in: scene.list, style: Style(.text, bold: true), ellipsis: charset.ellipsis)
      return
    }
    drawHeadings(of: table, on: &grid)
    for (row, line) in visible(table).enumerated() {
      let area = Rect(x: scene.list.x, y: scene.list.y + row, width: scene.list.width, height: 1)
      let isCurrent = line == state.characteristicLine
      if isCurrent { grid.fill(area, Cell(" ", Style(.text, on: .selection))) }
      draw(table.lines[line], of: table, in: area, isCurrent ? .selection : nil, on: &grid)
    }
    RemarksPanel(remarks: scene.notes, charset: charset).draw(in: scene.noteArea, on: &grid)
  }

  /// The lines in sight; the first is the variable of the levels below it, wherever it is.
  private func visible(_ table: PlacedCharacteristics) -> [Int] {
    let height = scene.list.height
    var lines = Array(
      (state.characteristics.scroll..<max(state.characteristics.scroll, table.lines.count)).prefix(height))
    if let first = lines.first, table.lines[first].level != nil, height > 1 {
      lines[0] = table.lines[..<first].lastIndex { $0.level == nil } ?? first
    }
    return lines
  }

  // MARK: Columns

  private func cells(_ table: PlacedCharacteristics, in area: Rect) -> [Rect] {
    var x = area.x + table.nameWidth
    return table.columns.map { column in
      x += PlacedCharacteristics.gap
      defer { x += column.width }
      return Rect(x: x, y: area.y, width: min(column.width, area.maxX - x), height: 1)
    }
  }

  private func drawHeadings(of table: PlacedCharacteristics, on grid: inout Grid) {
    let style = Style(.muted)
    for row in 0..<scene.head.height {
      let area = Rect(x: scene.head.x, y: scene.head.y + row, width: scene.head.width, height: 1)
      for (column, cell) in zip(table.columns, cells(table, in: area)) {
        if column.content == .picture, row == 1 {
          axis(cell).drawTicks(y: cell.y, style: style, on: &grid)
          continue
        }
        grid.write(
          charset.spelled(column.heading[min(row, 1)]), in: cell, column.isNumber ? .right : .left,
          style: style, ellipsis: charset.ellipsis)
      }
    }
    let names = Rect(x: scene.head.x, y: scene.head.y, width: table.nameWidth, height: 1)
    let scroll = state.characteristics.scroll
    let last = min(table.lines.count, scroll + scene.list.height)
    let isScrolled = table.lines.count > scene.list.height
    let place = isScrolled ? "\(scroll + 1)\(charset.rangeDash)\(last) of \(table.lines.count)" : ""
    grid.write(place, in: names, style: style, ellipsis: charset.ellipsis)
    let below = Rect(x: names.x, y: names.y + 1, width: names.width, height: 1)
    let what = measures(table).first { $0.columns <= below.width } ?? "variable"
    grid.write(what, in: below, style: style, ellipsis: charset.ellipsis)
  }

  /// What the cells are, in as many words as there is room for.
  private func measures(_ table: PlacedCharacteristics) -> [String] {
    let count = table.isBare || !table.listing.style.showsPercents ? "n" : "n (%)"
    let spread =
      table.isBare || table.form == .medians ? "" : table.listing.style.showsRange ? " (range)" : " (IQR)"
    return ["variable, \(count) or median\(spread)", "\(count) or median\(spread)"]
  }

  // MARK: Lines

  private func style(_ role: Role, _ background: Role?, bold: Bool = false) -> Style {
    Style(isStale && background == nil ? .muted : role, on: background, bold: bold && !isStale)
  }

  private func draw(
    _ line: CharacteristicsListing.Line, of table: PlacedCharacteristics, in area: Rect, _ background: Role?,
    on grid: inout Grid
  ) {
    var first = area.maxX + PlacedCharacteristics.gap
    for (column, cell) in zip(table.columns, cells(table, in: area)) {
      if column.content == .picture {
        draw(line, on: axis(cell), y: area.y, background, on: &grid)
        if line.level == nil { first = min(first, cell.x) }
        continue
      }
      let text = charset.spelled(text(of: line, column.content, table))
      guard !text.isEmpty else { continue }
      first = min(first, cell.x)
      grid.write(
        text, in: cell, column.isNumber ? .right : .left, style: style(.text, background),
        ellipsis: charset.ellipsis)
    }
    drawName(
      of: line, in: Rect(x: area.x, y: area.y, width: first - PlacedCharacteristics.gap - area.x, height: 1),
      isBare: !line.says(table.form), background, on: &grid)
  }

  private func text(
    of line: CharacteristicsListing.Line, _ content: PlacedCharacteristics.Content,
    _ table: PlacedCharacteristics
  ) -> String {
    switch content {
    case .stratum(let stratum): return table.text(of: line, stratum)
    case .unknown: return line.unknown
    case .difference: return line.difference
    case .pValue: return line.pValue
    case .test: return line.test
    case .picture: return ""
    }
  }

  /// The name has all the room up to the first number of its line.
  private func drawName(
    of line: CharacteristicsListing.Line, in area: Rect, isBare: Bool, _ background: Role?,
    on grid: inout Grid
  ) {
    if let level = line.level {
      grid.write(
        charset.spelled(level), in: area.inset(left: PlacedCharacteristics.margin),
        style: style(.text, background), ellipsis: charset.ellipsis)
      return
    }
    let isTicked = state.question.covariates.contains { $0.variable == line.variable }
    let role: Role = background != nil ? .text : isTicked ? .key : .muted
    grid.write(
      isTicked ? "[x]" : "[ ]", x: area.x, y: area.y, style: Style(role, on: background, bold: isTicked))
    let room = area.inset(left: PlacedCharacteristics.tick)
    let name = line.names.first { charset.spelled($0).columns <= room.width } ?? line.names.last ?? ""
    let used = grid.write(
      charset.spelled(name).truncated(to: room.width, ellipsis: charset.ellipsis), x: room.x, y: room.y,
      style: style(.text, background, bold: true))
    let asides = [line.aside, line.measure.map { isBare ? $0.bare : $0.full } ?? ""].filter { !$0.isEmpty }
    let aside = ", " + asides.joined(separator: ", ")
    guard !asides.isEmpty else { return }
    let left = room.inset(left: used)
    let shown = aside.columns <= left.width ? aside : asides.count > 1 ? ", " + asides[0] : ""
    guard shown.columns <= left.width else { return }
    grid.write(shown, in: left, style: style(background == nil ? .muted : .text, background))
  }

  // MARK: Differences

  private func axis(_ cell: Rect) -> DifferenceAxis {
    DifferenceAxis(x: cell.x, width: cell.width, charset: charset)
  }

  private func draw(
    _ line: CharacteristicsListing.Line, on axis: DifferenceAxis, y: Int, _ background: Role?,
    on grid: inout Grid
  ) {
    axis.drawGuide(at: CharacteristicsReport.notable, y: y, style: style(.grid, background), on: &grid)
    guard let difference = line.drawn else { return }
    axis.draw(difference, y: y, style: style(.accent, background, bold: true), on: &grid)
  }
}

import CohortEngine
import TerminalGrid

/// The filters: variables with their levels, counts, histograms and bounds.
///
/// Counts leave the variable's own filter out, so that what is not ticked can still be seen.
struct FiltersPanel {
  let state: DashboardState

  private var charset: Charset { state.options.charset }
  private var isFocused: Bool { state.focus == .filters && state.overlay == nil }

  func draw(in area: Rect, on grid: inout Grid) {
    grid.verticalLine(
      x: area.x, y: area.y, length: area.height,
      style: Style(isFocused ? .borderFocused : .border), charset: charset)
    let inner = area.inset(left: 2, right: 1)
    let (head, list) = inner.splitTop(1)
    drawHeading(in: head, on: &grid)
    let rows = state.filterRows
    let first = min(state.filterScroll, max(0, rows.count - list.height))
    drawScrollbar(in: list, first: first, count: rows.count, on: &grid)
    for (line, row) in rows.dropFirst(first).prefix(list.height).enumerated() {
      let place = Rect(x: list.x, y: list.y + line, width: list.width, height: 1)
      let isCurrent = isFocused && first + line == state.filterCursor
      if isCurrent { grid.fill(place, Cell(" ", Style(.text, on: .selection))) }
      draw(row, in: place, background: isCurrent ? .selection : nil, on: &grid)
    }
  }

  private func drawHeading(in area: Rect, on grid: inout Grid) {
    grid.write("Filters", x: area.x, y: area.y, style: Style(.title, bold: true))
    guard let answer = state.snapshot?.answer else { return }
    let selected = "\(NumberText.count(answer.selectedCount))/\(NumberText.count(answer.patientCount))"
    grid.write(selected, in: area, .right, style: Style(.muted))
  }

  /// Where in the list the lines shown are, at the right edge.
  private func drawScrollbar(in area: Rect, first: Int, count: Int, on grid: inout Grid) {
    guard count > area.height, area.height > 2 else { return }
    let length = max(1, area.height * area.height / count)
    let start = (area.height - length) * first / max(1, count - area.height)
    for row in 0..<area.height {
      let isThumb = row >= start && row < start + length
      grid[area.maxX, area.y + row] = Cell(
        isThumb ? (charset == .unicode ? "┃" : "#") : charset.vertical,
        Style(isThumb ? .accent : .grid, dim: !isThumb))
    }
  }

  private func draw(_ row: FilterRow, in area: Rect, background: Role?, on grid: inout Grid) {
    switch row {
    case .variable(let variable): drawVariable(variable, in: area, background, on: &grid)
    case .level(let variable, let level):
      guard case .levels(let column) = state.cohort.variables[variable].values,
        let choice = state.levelChoice(variable)
      else { return }
      let facet = state.snapshot?.answer.facets[variable]
      drawTick(
        column.levels[level], ticked: choice.levels.contains(level), count: facet?.counts[level],
        of: facet?.counts.max(), in: area, background, on: &grid)
    case .missing(let variable):
      let facet = state.snapshot?.answer.facets[variable]
      let ticked = state.levelChoice(variable)?.missing ?? state.rangeChoice(variable)?.missing ?? true
      drawTick(
        "missing", ticked: ticked, count: facet?.missing, of: facet?.counts.max(), in: area, background,
        on: &grid)
    case .histogram(let variable): drawHistogram(variable, in: area, background, on: &grid)
    case .bounds(let variable): drawBounds(variable, in: area, background, on: &grid)
    case .condition(let index):
      let text = state.question.filters.steps[index].condition.description(of: state.cohort.variables)
      grid.write(text, in: area, style: Style(.accent, on: background), ellipsis: charset.ellipsis)
    }
  }

  private func drawVariable(_ index: Int, in area: Rect, _ background: Role?, on grid: inout Grid) {
    let variable = state.cohort.variables[index]
    let isOpen = state.openVariables.contains(index)
    let summary = FilterText.summary(of: index, in: state)
    let summaryWidth = min(summary.columns, area.width / 2)
    let isText = !variable.isFilterable
    let mark = isText ? charset.dot : isOpen ? charset.expanded : charset.collapsed
    grid[area.x, area.y] = Cell(mark, Style(background == nil ? .muted : .text, on: background))
    let label = area.inset(left: 2, right: summaryWidth == 0 ? 0 : summaryWidth + 1)
    let isActive = state.question.filters[index] != nil
    grid.write(
      variable.label, in: label,
      style: Style(isActive ? .accent : .text, on: background, bold: isActive || isOpen),
      ellipsis: charset.ellipsis)
    grid.write(
      summary, in: area.inset(left: area.width - summaryWidth), .right, style: Style(.accent, on: background),
      ellipsis: charset.ellipsis)
  }

  private func drawTick(
    _ label: String, ticked: Bool, count: Int?, of most: Int?, in area: Rect, _ background: Role?,
    on grid: inout Grid
  ) {
    let box = grid.write(ticked ? "[x]" : "[ ]", x: area.x + 1, y: area.y, style: Style(.key, on: background))
    // Label, count, bar: the bar takes what is left, if that is worth it.
    let countWidth = max(3, NumberText.count(state.cohort.rowCount).count)
    let barWidth = area.width >= 30 ? area.width / 4 : area.width >= 22 ? 4 : 0
    let labelArea = area.inset(left: box + 2, right: countWidth + 1 + (barWidth > 0 ? barWidth + 1 : 0))
    let quiet: Role = ticked || background != nil ? .text : .muted
    grid.write(
      label, in: labelArea, style: Style(quiet, on: background), ellipsis: charset.ellipsis)
    guard let count else { return }
    let countArea = Rect(x: labelArea.maxX + 1, y: area.y, width: countWidth, height: 1)
    grid.write(
      NumberText.count(count), in: countArea, .right, style: Style(quiet, on: background))
    guard barWidth > 0, let most, most > 0 else { return }
    let bar = charset.bar(share: Double(count) / Double(most), columns: barWidth)
    grid.write(
      bar, x: countArea.maxX + 1, y: area.y,
      style: Style(ticked ? .histogramSelected : .histogram, on: background),
      maxWidth: barWidth)
  }

  private func drawHistogram(_ variable: Int, in area: Rect, _ background: Role?, on grid: inout Grid) {
    guard let facet = state.snapshot?.answer.facets[variable], let bins = facet.bins else { return }
    let most = max(1, facet.counts.max() ?? 1)
    let columns = FilterText.columnsPerBin(bins, width: area.width)
    let range = state.rangeChoice(variable)?.range
    let eighths = charset.verticalEighths
    for (bin, count) in facet.counts.enumerated() {
      let level = count == 0 ? 0 : max(1, Int((Double(count) / Double(most) * 8).rounded()))
      let inside = range.map { FilterText.overlaps($0, bin: bin, of: bins) } ?? true
      let style = Style(inside ? .histogramSelected : .histogram, on: background)
      for column in 0..<columns {
        grid[area.x + 2 + bin * columns + column, area.y] = Cell(eighths[level], style)
      }
    }
  }

  private func drawBounds(_ variable: Int, in area: Rect, _ background: Role?, on grid: inout Grid) {
    guard let facet = state.snapshot?.answer.facets[variable], let bins = facet.bins else { return }
    let columns = FilterText.columnsPerBin(bins, width: area.width)
    let range = state.rangeChoice(variable)?.range ?? NumericRange()
    let inside = (0..<bins.count).filter { FilterText.overlaps(range, bin: $0, of: bins) }
    let start = area.x + 2
    guard let first = inside.first, let last = inside.last else { return }
    let (left, right) = (start + first * columns, start + last * columns + columns - 1)
    let isActive = !range.isUnbounded
    let style = Style(isActive ? .accent : .grid, on: background)
    for x in left...max(left, right) { grid[x, area.y] = Cell(charset.horizontal, style) }
    grid[left, area.y] = Cell(charset.teeLeft, style)
    if right > left { grid[right, area.y] = Cell(charset.teeRight, style) }
    let ends = FilterText.ends(of: bins, variable: state.cohort.variables[variable], charset: charset)
    let x = start + bins.count * columns + 1
    if ends.columns <= area.maxX - x {
      grid.write(ends, x: x, y: area.y, style: Style(.muted, on: background))
    }
  }
}

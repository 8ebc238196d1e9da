import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// The filters: variables with their levels, counts, histograms and bounds.
///
/// Counts leave the variable's own filter out, so that what is not ticked can still be seen.
struct FiltersPanel {
  let state: DashboardState

  private var charset: Charset { state.charset }
  private var isFocused: Bool { state.focus == .filters && (state.overlay == nil || state.pane.isNarrowed) }
  /// The counts; of an older question while the present one is being answered.
  private func facet(_ variable: String) -> Facet? { state.scene?.facets[variable] }
  /// Whether counts are of other filters than those shown: they are muted then.
  private var isStale: Bool { state.scene?.ask.question.filters != state.question.filters }

  func draw(in area: Rect, on grid: inout Grid) {
    grid.verticalLine(
      x: area.x, y: area.y, length: area.height,
      style: Style(isFocused ? .borderFocused : .border), charset: charset)
    let inner = area.inset(left: 2, right: 1)
    let (head, list) = inner.splitTop(1)
    drawHeading(in: head, on: &grid)
    let rows = state.filterRows
    let first = min(state.pane.scroll, max(0, rows.count - list.height))
    drawScrollbar(in: list, first: first, count: rows.count, on: &grid)
    let shown = rows.dropFirst(first).prefix(list.height)
    // A variable may have thousands of levels, and each of its rows would look at all of them.
    let choices = Dictionary(Set(shown.compactMap(\.variable)).map { ($0, state.levelChoice($0)) }) { $1 }
    for (line, row) in shown.enumerated() {
      let place = Rect(x: list.x, y: list.y + line, width: list.width, height: 1)
      let isCurrent = isFocused && first + line == state.pane.cursor
      if isCurrent { grid.fill(place, Cell(" ", Style(.text, on: .selection))) }
      let choice = row.variable.flatMap { choices[$0] ?? nil }
      draw(row, choice, in: place, background: isCurrent ? .selection : nil, on: &grid)
    }
  }

  private func drawHeading(in area: Rect, on grid: inout Grid) {
    grid.write(
      state.pane.isNarrowed ? "Found" : "Filters", x: area.x, y: area.y, style: Style(.title, bold: true))
    guard let counts = state.scene?.report.curves.counts else { return }
    // Active filters below the fold are counted where they cannot be seen.
    let active = state.question.filters.steps.count
    let filters = active == 0 ? "" : "\(active) set\(charset.separator)"
    let selected = "\(filters)\(NumberText.count(counts.selected))/\(NumberText.count(counts.patients))"
    grid.write(selected, in: area, .right, style: Style(active == 0 ? .muted : .accent))
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

  private func draw(
    _ row: FilterRow, _ choice: LevelChoice?, in area: Rect, background: Role?, on grid: inout Grid
  ) {
    switch row {
    case .variable(let name): drawVariable(name, in: area, background, on: &grid)
    case .level(let name, let level):
      guard let variable = state.schema.variable(name), let choice else { return }
      let facet = facet(name)
      let place = variable.levels.firstIndex(of: level)
      let count = place.flatMap { index in
        facet.flatMap { $0.counts.indices.contains(index) ? $0.counts[index] : nil }
      }
      drawTick(
        level, ticked: choice.ticked.contains(level), count: count, of: facet?.counts.max(), in: area,
        background,
        on: &grid)
    case .missing(let name):
      let facet = facet(name)
      let ticked = choice?.missing ?? state.rangeChoice(name)?.missing ?? true
      drawTick(
        "unknown", ticked: ticked, count: facet?.missing, of: facet?.counts.max(), in: area, background,
        on: &grid)
    case .histogram(let name): drawHistogram(name, in: area, background, on: &grid)
    case .bounds(let name): drawBounds(name, in: area, background, on: &grid)
    case .condition(let condition):
      let text = charset.spelled(FilterText(state.words).text(condition))
      grid.write(text, in: area, style: Style(.accent, on: background), ellipsis: charset.ellipsis)
    }
  }

  private func drawVariable(_ name: String, in area: Rect, _ background: Role?, on grid: inout Grid) {
    guard let variable = state.schema.variable(name) else { return }
    let isOpen = state.display.openVariables.contains(name)
    let summary = charset.spelled(FilterText(state.words).summary(of: variable, in: state.question.filters))
    let summaryWidth = min(summary.columns, area.width / 2)
    let mark = !variable.isCountable ? charset.dot : isOpen ? charset.expanded : charset.collapsed
    grid[area.x, area.y] = Cell(mark, Style(background == nil ? .muted : .text, on: background))
    let label = area.inset(left: 2, right: summaryWidth == 0 ? 0 : summaryWidth + 1)
    let isActive = state.question.filters[name] != nil
    grid.write(
      charset.spelled(variable.label), in: label,
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
    let countWidth = max(3, NumberText.count(state.schema.patientCount).count)
    let barWidth = area.width >= 30 ? area.width / 4 : area.width >= 22 ? 4 : 0
    let labelArea = area.inset(left: box + 2, right: countWidth + 1 + (barWidth > 0 ? barWidth + 1 : 0))
    let quiet: Role = ticked || background != nil ? .text : .muted
    grid.write(
      charset.spelled(label), in: labelArea, style: Style(quiet, on: background), ellipsis: charset.ellipsis)
    guard let count else { return }
    let countArea = Rect(x: labelArea.maxX + 1, y: area.y, width: countWidth, height: 1)
    grid.write(
      NumberText.count(count), in: countArea, .right,
      style: Style(isStale && background == nil ? .muted : quiet, on: background))
    guard barWidth > 0, let most, most > 0 else { return }
    let bar = charset.bar(share: Double(count) / Double(most), columns: barWidth)
    grid.write(
      bar, x: countArea.maxX + 1, y: area.y,
      style: Style(ticked ? .histogramSelected : .histogram, on: background),
      maxWidth: barWidth)
  }

  private func drawHistogram(_ name: String, in area: Rect, _ background: Role?, on grid: inout Grid) {
    guard let facet = facet(name), let bins = state.schema.variable(name)?.distribution?.bins else { return }
    let most = max(1, facet.counts.max() ?? 1)
    let columns = bins.columns(width: area.width)
    let range = state.rangeChoice(name)?.range
    let eighths = charset.verticalEighths
    for (bin, count) in facet.counts.enumerated() {
      let level = count == 0 ? 0 : max(1, Int((Double(count) / Double(most) * 8).rounded()))
      let inside = range.map { bins.overlap($0, bin: bin) } ?? true
      let style = Style(inside ? .histogramSelected : .histogram, on: background)
      for column in 0..<columns {
        grid[area.x + 2 + bin * columns + column, area.y] = Cell(eighths[level], style)
      }
    }
  }

  private func drawBounds(_ name: String, in area: Rect, _ background: Role?, on grid: inout Grid) {
    guard let variable = state.schema.variable(name), let distribution = variable.distribution else { return }
    let bins = distribution.bins
    let columns = bins.columns(width: area.width)
    let range = state.rangeChoice(name)?.range ?? NumericRange()
    let inside = (0..<bins.count).filter { bins.overlap(range, bin: $0) }
    let start = area.x + 2
    guard let first = inside.first, let last = inside.last else { return }
    let (left, right) = (start + first * columns, start + last * columns + columns - 1)
    let style = Style(range.isUnbounded ? .grid : .accent, on: background)
    for x in left...max(left, right) { grid[x, area.y] = Cell(charset.horizontal, style) }
    grid[left, area.y] = Cell(charset.teeLeft, style)
    if right > left { grid[right, area.y] = Cell(charset.teeRight, style) }
    let ends =
      variable.text(distribution.extremes.lowerBound) + charset.rangeDash
      + variable.text(distribution.extremes.upperBound)
    let x = start + bins.count * columns + 1
    if ends.columns <= area.maxX - x {
      grid.write(ends, x: x, y: area.y, style: Style(.muted, on: background))
    }
  }
}

extension HistogramBins {
  /// How wide a bin is drawn.
  fileprivate func columns(width: Int) -> Int { max(1, min(3, (width - 2) * 2 / 3 / max(1, count))) }

  /// Whether a range holds any of a bin.
  fileprivate func overlap(_ range: NumericRange, bin: Int) -> Bool {
    let (low, high) = (edges[bin], edges[bin + 1])
    if bin == count - 1, range.contains(high) { return true }
    return range.contains(low) || (range.lower > low && range.lower < high)
      || (range.lower == low && range.upper > low)
  }
}

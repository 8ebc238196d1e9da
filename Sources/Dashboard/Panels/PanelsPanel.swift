import Report
import Session
import TerminalGrid

/// Small figures with the same axes: each with its title, numbers at risk, estimates and test.
struct PanelsPanel {
  let state: DashboardState
  let scene: PanelsScene
  let atRiskHeading: String

  private var charset: Charset { state.charset }

  func draw(on grid: inout Grid) {
    let offset = min(state.panelOffset, scene.lastOffset)
    let shown = scene.panels.dropFirst(offset).prefix(scene.capacity)
    grid.write(
      charset.spelled(scene.yTitle), x: scene.area.x, y: scene.area.y, style: Style(.muted))
    var hasUnnamed = false
    for (slot, panel) in shown.enumerated() {
      let (column, row) = (slot % scene.columns, slot / scene.columns)
      let width = (scene.area.width - scene.margin - PanelsScene.gap * (scene.columns - 1)) / scene.columns
      let place = Rect(
        x: scene.area.x + scene.margin + column * (width + PanelsScene.gap),
        y: scene.area.y + 1 + row * scene.height, width: width, height: scene.height)
      if !draw(panel, in: place, isFirst: column == 0, on: &grid) { hasUnnamed = true }
    }
    drawNotes(offset: offset, shown: shown.count, hasUnnamed: hasUnnamed, on: &grid)
  }

  /// Whether every curve has its name in the plot.
  private func draw(
    _ panel: PanelsScene.Panel, in place: Rect, isFirst: Bool, on grid: inout Grid
  ) -> Bool {
    write(
      panel.title.text(fitting: place.width) { charset.spelled($0).columns },
      in: Rect(x: place.x, y: place.y, width: place.width, height: 1), Style(.title, bold: true), on: &grid)
    var frame = scene.frame
    frame.area.x = place.x
    frame.area.y = place.y + 1
    drawAxes(frame, isFirst: isFirst, on: &grid)
    let labels = Rect(x: place.x, y: frame.area.y, width: place.width, height: frame.area.height)
    var isNamed = true
    if panel.areas.isEmpty {
      let plot = StepPlot(frame: frame, showsCensorings: state.display.showsCensorings)
      let curves = zip(panel.curves, panel.series).map { curve, series in
        var curve = curve
        guard panel.curves.count > 1 else { return curve }
        let mark = state.theme.mark(series: series)
        (curve.dash, curve.mark) = (mark.dash, mark.glyph(charset))
        return curve
      }
      plot.draw(curves, on: &grid)
      if curves.count > 1 { isNamed = plot.drawNames(curves, in: labels, on: &grid).isEmpty }
    } else {
      let plot = AreaPlot(frame: frame)
      plot.draw(panel.areas, on: &grid)
      isNamed = plot.drawNames(panel.areas, in: labels, on: &grid).isEmpty
    }
    drawNumbers(panel, frame, in: place, isFirst: isFirst, on: &grid)
    return isNamed
  }

  private func drawAxes(_ frame: PlotFrame, isFirst: Bool, on grid: inout Grid) {
    let plot = frame.area
    grid.verticalLine(x: plot.x - 1, y: plot.y, length: plot.height, style: Style(.axis), charset: charset)
    for share in Ticks.shares(floor: frame.floor, ceiling: frame.ceiling, rows: plot.height) {
      let height = frame.height(of: share)
      grid[plot.x - 2, height.row] = Cell(charset.line(at: height.level), Style(.axis))
      guard isFirst else { continue }
      grid.write(
        Figure.label(share: share), in: Rect(x: plot.x - 7, y: height.row, width: 5, height: 1), .right,
        style: Style(.muted))
    }
    grid.horizontalLine(x: plot.x, y: plot.maxY, length: plot.width, style: Style(.axis), charset: charset)
    grid[plot.x - 1, plot.maxY] = Cell(charset.bottomLeft, Style(.axis))
    for tick in scene.ticks {
      let column = frame.column(of: tick)
      grid[column, plot.maxY] = Cell(charset.teeDown, Style(.axis))
      let label = Figure.label(time: tick)
      grid.write(label, x: column - label.count / 2, y: plot.maxY + 1, style: Style(.muted))
    }
  }

  /// Numbers at risk, estimates and test below a panel; the names of their rows before the first.
  private func drawNumbers(
    _ panel: PanelsScene.Panel, _ frame: PlotFrame, in place: Rect, isFirst: Bool, on grid: inout Grid
  ) {
    let left = Rect(x: scene.area.x, y: 0, width: scene.margin - 2, height: 1)
    var y = frame.area.maxY + 1
    if isFirst {
      write(atRiskHeading, in: Rect(x: left.x, y: y, width: left.width, height: 1), Style(.muted), on: &grid)
    }
    y += 1
    for block in panel.atRisk.blocks {
      let style = block.series.map { Style(.series($0)) } ?? Style(.text)
      if let series = block.series {
        grid[isFirst ? left.x : place.x - 4, y] = Cell(state.theme.mark(series: series).glyph(charset), style)
      }
      if isFirst {
        // What is alike in all panels, of an arm; of a stacked panel, everybody in it.
        let name = block.series == nil ? "at risk" : block.name.short
        write(name, in: Rect(x: left.x + 2, y: y, width: left.width - 2, height: 1), style, on: &grid)
      }
      for (tick, count) in zip(scene.ticks, block.rows.first?.counts ?? []) {
        let text = String(count)
        grid.write(text, x: frame.column(of: tick) - text.count / 2, y: y, style: style)
      }
      y += 1
    }
    if scene.hasEstimates { drawEstimates(panel, in: place, left: left, y: &y, isFirst: isFirst, on: &grid) }
    guard let test = panel.test else { return }
    let text = test.sentence.text(fitting: place.width) { charset.spelled($0).columns }
    let isBold = test.emphasis == .bold
    write(
      text, in: Rect(x: place.x, y: y, width: place.width, height: 1),
      Style(isBold ? .text : .muted, bold: isBold), on: &grid)
  }

  private func drawEstimates(
    _ panel: PanelsScene.Panel, in place: Rect, left: Rect, y: inout Int, isFirst: Bool, on grid: inout Grid
  ) {
    write(
      scene.estimateHeading, in: Rect(x: place.x, y: y, width: place.width, height: 1), Style(.muted),
      on: &grid)
    y += 1
    for (index, (text, series)) in zip(panel.estimates, panel.estimateSeries).enumerated() {
      let style = Style(.series(series))
      let isArea = !panel.areas.isEmpty
      let mark: Character =
        isArea
        ? panel.areas.indices.contains(index) ? panel.areas[index].texture ?? " " : " "
        : state.theme.mark(series: series).glyph(charset)
      grid[isFirst ? left.x : place.x - 4, y] = Cell(mark, style)
      if isFirst, scene.estimateNames.indices.contains(index) {
        write(
          scene.estimateNames[index], in: Rect(x: left.x + 2, y: y, width: left.width - 2, height: 1), style,
          on: &grid)
      }
      write(text, in: Rect(x: place.x, y: y, width: place.width, height: 1), Style(.text), on: &grid)
      y += 1
    }
  }

  /// What is not on the screen, then what a reader must know.
  private func drawNotes(offset: Int, shown: Int, hasUnnamed: Bool, on grid: inout Grid) {
    var line = scene.noteArea.splitTop(1).top
    var parts: [String] = []
    if scene.lastOffset > 0 {
      parts.append(
        "panels \(offset + 1)\(charset.rangeDash)\(offset + shown) of \(scene.panels.count): Tab to the plot, arrows show the others"
      )
    }
    if !scene.hasEstimates, !scene.estimateHeading.isEmpty {
      parts.append("estimates where higher, or in the table of estimates")
    }
    if hasUnnamed { parts.append("names beside the numbers at risk") }
    write(parts.joined(separator: charset.separator), in: line, Style(.warning), on: &grid)
    if parts.isEmpty { line.y -= 1 }
    for note in scene.notes.prefix(scene.noteArea.height - (parts.isEmpty ? 0 : 1)) {
      line.y += 1
      write(
        note.sentence.text(fitting: line.width) { charset.spelled($0).columns }, in: line,
        NotesPanel.style(note.kind), on: &grid)
    }
  }

  private func write(_ text: String, in area: Rect, _ style: Style, on grid: inout Grid) {
    grid.write(charset.spelled(text), in: area, style: style, ellipsis: charset.ellipsis)
  }
}

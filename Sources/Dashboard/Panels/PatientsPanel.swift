import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// The Patients view: a line a patient, with values and a swim lane on the time axis of the curves.
struct PatientsPanel {
  let state: DashboardState
  let scene: PatientsScene

  private var charset: Charset { state.charset }
  private var report: PatientsReport { scene.report }

  func draw(on grid: inout Grid) {
    if let card = scene.card { return CardPanel(state: state, card: card, area: cardArea).draw(on: &grid) }
    drawHead(on: &grid)
    let first = state.patients.scroll
    for (line, row) in scene.rows.dropFirst(first).prefix(scene.list.height).enumerated() {
      let area = Rect(x: scene.list.x, y: scene.list.y + line, width: scene.list.width, height: 1)
      draw(row, in: area, isCurrent: first + line == state.patients.line, on: &grid)
    }
    if scene.rows.isEmpty { drawNobody(on: &grid) }
    drawDetails(on: &grid)
    LaneLegend(scene: scene, theme: state.theme, charset: charset).draw(on: &grid)
    RemarksPanel(remarks: scene.notes, charset: charset).draw(in: scene.noteArea, on: &grid)
  }

  private var cardArea: Rect {
    Rect(
      x: scene.head.x, y: scene.head.y, width: scene.head.width,
      height: scene.noteArea.maxY - scene.head.y)
  }

  private func drawHead(on grid: inout Grid) {
    let y = scene.head.y
    for column in scene.columns {
      let area = Rect(x: column.x, y: y, width: column.width, height: 1)
      grid.write(
        column.heading, in: area, column.isNumber ? .right : .left, style: Style(.muted),
        ellipsis: charset.ellipsis)
    }
    let frame = scene.frame
    grid[frame.area.x - 2, y] = Cell(charset.vertical, Style(.axis))
    for tick in scene.ticks {
      let label = Figure.label(time: tick)
      grid.write(
        label, x: max(frame.area.x, frame.column(of: tick) - label.count / 2), y: y, style: Style(.muted))
    }
    grid.write(
      report.text.time.name, in: Rect(x: frame.area.x, y: y, width: frame.area.width, height: 1), .right,
      style: Style(.muted), ellipsis: charset.ellipsis)
  }

  private func drawNobody(on grid: inout Grid) {
    let text =
      report.result.patientCount == 0
      ? "No patient is selected: u takes the last change back, C drops all filters"
      : "Nobody of \(Quantity.count(report.result.patientCount).short) is such a patient; Esc lists all"
    grid.write(text, in: scene.list, style: Style(.warning, bold: true), ellipsis: charset.ellipsis)
  }

  // MARK: One patient

  private func draw(_ row: Int, in area: Rect, isCurrent: Bool, on grid: inout Grid) {
    let background: Role? = isCurrent ? .selection : nil
    if isCurrent {
      grid.fill(area, Cell(" ", Style(.text, on: background)))
      grid[area.x, area.y] = Cell(charset.cursor, Style(.accent, on: background, bold: true))
    }
    if state.display.markedPatients.contains(report.result.name(row)) {
      grid[area.x + 1, area.y] = Cell(charset.patientMark, Style(.accent, on: background, bold: true))
    }
    for column in scene.columns {
      let (text, isKnown) = value(row, column)
      grid.write(
        text, in: Rect(x: column.x, y: area.y, width: column.width, height: 1),
        column.isNumber ? .right : .left,
        style: Style(isKnown ? .text : .muted, on: background, bold: column.variable == nil && isCurrent),
        ellipsis: charset.ellipsis)
    }
    LaneDrawing(scene: scene, theme: state.theme, charset: charset, background: background)
      .draw(row, y: area.y, on: &grid)
  }

  private func value(_ row: Int, _ column: PatientsScene.Column) -> (text: String, isKnown: Bool) {
    guard let index = column.variable else {
      return report.name(row).map { (charset.spelled($0), true) } ?? ("?", false)
    }
    let text = report.result.column(index).text(of: report.result.variables[index], row)
    return text.isEmpty ? ("?", false) : (charset.spelled(text), true)
  }

  // MARK: The patient under the cursor

  private func drawDetails(on grid: inout Grid) {
    let area = scene.details
    guard scene.rows.indices.contains(state.patients.line), !area.isEmpty else { return }
    let row = scene.rows[state.patients.line]
    var lines = area
    if area.height > 1 {
      let (rule, rest) = area.splitTop(1)
      let place =
        "\(Quantity.count(state.patients.line + 1).short) of \(Quantity.count(scene.rows.count).short)"
      grid.horizontalLine(x: rule.x, y: rule.y, length: rule.width, style: Style(.border), charset: charset)
      let name = report.name(row).map { report.identifier == nil ? "row \($0)" : $0 } ?? "no identifier"
      grid.write(
        " \(charset.spelled(name)) ", in: rule.inset(left: 2, right: place.columns + 6),
        style: Style(.title, bold: true), ellipsis: charset.ellipsis)
      grid.write(" \(place) ", in: rule.inset(right: 2), .right, style: Style(.muted))
      lines = rest
    }
    let sentence = Sentence(report.readings(row))
    write(sentence, in: lines.splitTop(1).top, style: Style(.text), on: &grid)
    guard lines.height > 1 else { return }
    write(curveSentence(row), in: lines.splitTop(1).rest, style: Style(.muted), on: &grid)
  }

  /// Where in the curves the patient is.
  private func curveSentence(_ row: Int) -> Sentence {
    guard let course = report.result.course(row) else { return Sentence(report.whyNoLane(row)) }
    guard course.cause != nil, let curves = state.scene?.report,
      let step = curves.step(at: course.end), abs(step.time - course.end) <= max(course.end, 1) * 1e-9
    else {
      let without = report.result.question.arms != nil && report.result.arm(row) == nil
      return Sentence(without ? "in no arm: its value is unknown" : "no step of the curves is this patient's")
    }
    return Sentence("in the curves: \(step.sentence)")
  }

  private func write(_ sentence: Sentence, in area: Rect, style: Style, on grid: inout Grid) {
    let text = sentence.text(fitting: area.width) { charset.spelled($0).columns }
    grid.write(charset.spelled(text), in: area, style: style, ellipsis: charset.ellipsis)
  }
}

/// A patient's card over the whole view.
struct CardPanel {
  let state: DashboardState
  let card: PlacedCard
  let area: Rect

  func draw(on grid: inout Grid) {
    let charset = state.charset
    let (head, list) = area.splitTop(1)
    let first = min(state.patients.cardScroll, max(0, card.lines.count - list.height))
    grid.write(
      card.title, in: head.inset(right: 20), style: Style(.accent, bold: true), ellipsis: charset.ellipsis)
    if card.lines.count > list.height {
      let place = "\(first + 1)\(charset.rangeDash)\(min(card.lines.count, first + list.height))"
      grid.write("\(place) of \(card.lines.count)", in: head, .right, style: Style(.muted))
    }
    for (row, line) in card.lines.dropFirst(first).prefix(list.height).enumerated() {
      let place = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
      switch line {
      case .blank: break
      case .heading(let text):
        grid.write(text, in: place, style: Style(.title, bold: true), ellipsis: charset.ellipsis)
      case .warning(let text): grid.write(text, in: place, style: Style(.warning), ellipsis: charset.ellipsis)
      case .pairs(let pairs):
        for (column, pair) in pairs.enumerated() {
          // A line that has one alone may use all of it.
          let width = pairs.count == 1 && column == 0 ? list.width : card.pairWidth
          let cell = Rect(x: list.x + column * (card.pairWidth + 2), y: place.y, width: width, height: 1)
          let label = pair.value.isEmpty ? cell.width : card.labelWidth - 2
          grid.write(
            pair.label, in: Rect(x: cell.x, y: cell.y, width: label, height: 1), style: Style(.muted),
            ellipsis: charset.ellipsis)
          grid.write(
            pair.value, in: cell.inset(left: card.labelWidth), style: Style(pair.isUnknown ? .muted : .text),
            ellipsis: charset.ellipsis)
        }
      }
    }
  }
}

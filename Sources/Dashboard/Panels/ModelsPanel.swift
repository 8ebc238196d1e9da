import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// The Models view: terms with their ratios, the variables that could enter, and how well the models fit.
struct ModelsPanel {
  let state: DashboardState
  let scene: ModelsScene

  private var charset: Charset { state.charset }

  func draw(on grid: inout Grid) {
    if let forest = scene.forest, !forest.lines.isEmpty {
      ForestPanel(
        forest: forest, ticked: nil, cursor: nil, scroll: scroll(forest), isStale: !state.isCurrent,
        charset: charset
      ).draw(head: scene.head, list: scene.list, on: &grid)
    } else {
      for (line, text) in invitation.enumerated() {
        let area = Rect(x: scene.list.x, y: scene.list.y + line, width: scene.list.width, height: 1)
        grid.write(
          text, in: area, style: Style(line == 0 ? .text : .muted, bold: line == 0),
          ellipsis: charset.ellipsis)
      }
    }
    drawReading(on: &grid)
    drawVariables(on: &grid)
    drawFits(on: &grid)
    RemarksPanel(remarks: scene.notes, charset: charset).draw(in: scene.noteArea, on: &grid)
  }

  /// The ratio of the variable under the cursor in words, over as many lines as there are.
  private func drawReading(on grid: inout Grid) {
    let area = scene.readingArea
    guard !area.isEmpty, let report = scene.report,
      let said = report.reading(of: state.currentCovariate?.name, in: state.display.model)
    else { return }
    let text = charset.spelled(said)
    let lines = text.wrapped(columns: area.width, lines: area.height - 1) ?? [text]
    for (line, text) in lines.suffix(area.height - 1).enumerated() {
      let row = Rect(x: area.x, y: area.y + 1 + line, width: area.width, height: 1)
      grid.write(
        text, in: row, style: Style(state.isCurrent ? .text : .muted), ellipsis: charset.ellipsis)
    }
  }

  /// What to do where there is no model.
  private var invitation: [String] {
    if let why = scene.whyNone { return [why] }
    return [
      "No covariate yet", "Space takes the variable under the cursor into the model",
      ":covariates types them: age per 10, phase ref CR2",
    ]
  }

  /// The first line in sight: from the term under the cursor on where not all terms fit.
  private func scroll(_ forest: PlacedForest) -> Int {
    let wanted = forest.lines.indices.first { line in
      forest.place(ofLine: line)?.variable == state.currentCovariate?.name
    }
    return max(0, min(wanted ?? 0, forest.lines.count - scene.list.height))
  }

  private func drawVariables(on grid: inout Grid) {
    var area = scene.variables
    if scene.isBeside {
      grid.verticalLine(
        x: area.x, y: area.y, length: area.height + scene.fits.height, style: Style(.border), charset: charset
      )
      area = area.inset(left: 2)
    }
    let (head, list) = area.splitTop(1)
    grid.write("Variables", in: head, style: Style(.title, bold: true), ellipsis: charset.ellipsis)
    let variables = state.candidates
    let cursor = state.candidateIndex ?? 0
    if variables.count > list.height {
      grid.write("\(cursor + 1) of \(variables.count)", in: head, .right, style: Style(.muted))
    }
    let ticked = Set(state.question.covariates.map(\.variable))
    let strata = Set(state.question.covariates.filter { $0.coding == .strata }.map(\.variable))
    let first = state.firstCandidate(height: list.height)
    for (line, variable) in variables.dropFirst(first).prefix(list.height).enumerated() {
      let row = Rect(x: list.x, y: list.y + line, width: list.width, height: 1)
      let background: Role? = first + line == cursor ? .selection : nil
      if let background { grid.fill(row, Cell(" ", Style(.text, on: background))) }
      let isIn = ticked.contains(variable.name)
      let role: Role = background != nil || isIn ? .text : .muted
      let isStratum = strata.contains(variable.name)
      grid.write(
        isStratum ? "[S] " : isIn ? "[x] " : "[ ] ", x: row.x, y: row.y,
        style: Style(role, on: background, bold: isIn))
      grid.write(
        charset.spelled(variable.label), in: row.inset(left: 4),
        style: Style(role, on: background, bold: isIn), ellipsis: charset.ellipsis)
    }
  }

  private func drawFits(on grid: inout Grid) {
    guard !scene.fits.isEmpty else { return }
    guard scene.isBeside else {
      let parts = scene.fitLines.flatMap(\.sentence.parts)
      let gravest = scene.fitLines.map(\.severity).max() ?? .note
      let text = Sentence(parts).text(fitting: scene.fits.width) { charset.spelled($0).columns }
      return grid.write(
        charset.spelled(text), in: scene.fits, style: Style(gravest), ellipsis: charset.ellipsis)
    }
    let (rule, lines) = scene.fits.inset(left: 2).splitTop(1)
    grid.horizontalLine(x: rule.x, y: rule.y, length: rule.width, style: Style(.border), charset: charset)
    for (line, remark) in scene.fitLines.prefix(lines.height).enumerated() {
      let area = Rect(x: lines.x, y: lines.y + line, width: lines.width, height: 1)
      let style = state.isCurrent && remark.severity == .note ? Style(.text) : Style(remark.severity)
      grid.write(charset.spelled(remark.text), in: area, style: style, ellipsis: charset.ellipsis)
    }
  }
}

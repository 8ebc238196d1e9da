import Report
import TerminalGrid

/// What warns, the test, who is left out, and the conventions behind the numbers, the gravest first.
struct NotesPanel {
  let state: DashboardState
  let scene: Scene
  let omissions: PlotPanel.Omissions

  func draw(in area: Rect, on grid: inout Grid) {
    let charset = state.charset
    for (line, note) in notes.prefix(area.height).enumerated() {
      let text = note.sentence.text(fitting: area.width) { charset.spelled($0).columns }
      grid.write(
        charset.spelled(text), in: Rect(x: area.x, y: area.y + line, width: area.width, height: 1),
        style: style(note.kind), ellipsis: charset.ellipsis)
    }
  }

  private func style(_ kind: CurvesNote.Kind) -> Style {
    switch kind {
    case .danger: Style(.error, bold: true)
    case .test(let isBold): Style(isBold ? .text : .muted, bold: isBold)
    case .caution: Style(.warning)
    case .conventions: Style(.muted)
    }
  }

  /// The notes of the report, and what the plot had no room for.
  private var notes: [CurvesNote] {
    var notes = scene.notes
    var left: [Sentence.Part] = []
    if omissions.hasThinnedCensorings { left.append(Sentence.Part("censor marks thinned", .meaning)) }
    if !omissions.unnamed.isEmpty { left.append(Sentence.Part("names: see the table", .detail)) }
    guard !left.isEmpty else { return notes }
    if let last = notes.lastIndex(where: { $0.kind == .conventions }) {
      notes[last].sentence = Sentence(left + notes[last].sentence.parts)
    } else {
      notes.append(CurvesNote(kind: .conventions, sentence: Sentence(left)))
    }
    return notes
  }
}

import Report
import TerminalGrid

/// What warns, the test, who is left out, and the conventions behind the numbers, the gravest first.
struct NotesPanel {
  let state: DashboardState
  let scene: Scene
  /// What the plot had no room for.
  let omissions: [PlotOmission]

  func draw(in area: Rect, on grid: inout Grid) {
    let charset = state.charset
    let notes = scene.notes.saying(omissions, isBrief: scene.layout.hasBriefNotes)
    for (line, note) in notes.prefix(area.height).enumerated() {
      let text = note.sentence.text(fitting: area.width) { charset.spelled($0).columns }
      grid.write(
        struck(charset.spelled(text), note.sentence.struck.map(charset.spelled)),
        in: Rect(x: area.x, y: area.y + line, width: area.width, height: 1),
        style: Self.style(note.kind), ellipsis: charset.ellipsis)
    }
  }

  /// The text with a line through what must not be used, where there are such characters.
  private func struck(_ text: String, _ piece: String?) -> String {
    guard let piece, state.charset == .unicode else { return text }
    return text.replacing(piece, with: piece.map { "\($0)\u{336}" }.joined(), maxReplacements: 1)
  }

  static func style(_ kind: CurvesNote.Kind) -> Style {
    switch kind {
    case .danger: Style(.error, bold: true)
    case .test(let isBold): Style(isBold ? .text : .muted, bold: isBold)
    case .caution: Style(.warning)
    case .naive: Style(.muted)
    case .conventions: Style(.muted)
    }
  }
}

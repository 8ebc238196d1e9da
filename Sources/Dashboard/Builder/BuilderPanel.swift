import CohortModel
import Report
import TerminalGrid

/// The endpoint builder: what is chosen line by line, and beside it what comes of it.
struct BuilderPanel {
  let state: DashboardState
  let draft: EndpointDraft
  let scene: BuilderScene

  private var charset: Charset { state.charset }

  func draw(in body: Rect, on grid: inout Grid) {
    grid.fill(body)
    drawForm(on: &grid)
    if scene.isBeside {
      grid.verticalLine(
        x: scene.counts.x - 2, y: body.y, length: body.height, style: Style(.border), charset: charset)
    } else {
      let y = scene.counts.y
      grid.horizontalLine(x: body.x, y: y, length: body.width, style: Style(.border), charset: charset)
    }
    drawOutcome(on: &grid)
  }

  /// The keys, in the place of the footer's.
  static func hint(_ charset: Charset) -> String {
    let parts = [
      "Up Down choose", "Left Right change", "type names", "Enter adds it", "C-s writes it too", "Esc leaves",
    ]
    return " " + parts.joined(separator: charset.separator)
  }

  private func drawForm(on grid: inout Grid) {
    let lines = draft.lines(scene.candidates)
    let (title, rest) = scene.form.splitTop(1)
    grid.write("New endpoint", in: title, style: Style(.title, bold: true))
    let (list, status) = rest.splitBottom(2)
    let cursor = lines.firstIndex(of: draft.line) ?? 0
    let first = max(0, min(cursor - list.height / 2, lines.count - list.height))
    if lines.count > list.height {
      grid.write("\(cursor + 1) of \(lines.count)", in: title, .right, style: Style(.muted))
    }
    for (row, line) in lines.dropFirst(first).prefix(list.height).enumerated() {
      let area = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
      draw(line, isChosen: line == draft.line, in: area, on: &grid)
    }
    let (text, role) = state.builderWord
    for (row, part) in charset.spelled(text).wrapped(to: status.width).prefix(2).enumerated() {
      let area = Rect(x: status.x, y: status.y + row, width: status.width, height: 1)
      grid.write(part, in: area, style: Style(role), ellipsis: charset.ellipsis)
    }
  }

  private func draw(_ line: EndpointDraft.Line, isChosen: Bool, in area: Rect, on grid: inout Grid) {
    let background: Role? = isChosen ? .selection : nil
    if isChosen { grid.fill(area, Cell(" ", Style(.text, on: .selection))) }
    let (word, value, detail) = words(line)
    let wordWidth = min(38, max(14, area.width * 45 / 100))
    grid.write(
      charset.spelled(word), in: Rect(x: area.x, y: area.y, width: wordWidth, height: 1),
      style: Style(isChosen ? .text : .muted, on: background, bold: isChosen), ellipsis: charset.ellipsis)
    let rest = area.inset(left: wordWidth + 1)
    if let editor = editor(line) {
      let role = line == .name || line == .label ? "" : value + ": "
      if isChosen {
        LinePanel(title: role, line: editor, background: background, charset: charset).draw(
          in: rest, on: &grid)
        if editor.text.isEmpty {
          let after = rest.inset(left: role.columns + 1)
          grid.write(charset.spelled(detail), in: after, style: Style(.muted, on: background))
        }
      } else {
        let shown = editor.text.isEmpty ? detail : editor.text
        let style = Style(editor.text.isEmpty ? .muted : .text, on: background)
        grid.write(charset.spelled(role + shown), in: rest, style: style, ellipsis: charset.ellipsis)
      }
      return
    }
    let shown = isChosen ? "\(charset.beyondLeft) \(value) \(charset.beyondRight)" : "  \(value)"
    let used = grid.write(
      charset.spelled(shown), x: rest.x, y: rest.y, style: Style(.text, on: background, bold: isChosen),
      maxWidth: rest.width)
    grid.write(
      charset.spelled(detail), in: rest.inset(left: used + 2),
      style: Style(isChosen ? .text : .muted, on: background), ellipsis: charset.ellipsis)
  }

  private func editor(_ line: EndpointDraft.Line) -> LineEditor? {
    switch line {
    case .name: draft.name
    case .label: draft.label
    case .value(let value):
      draft.values[value] == .event || draft.values[value] == .competing
        ? draft.names[value] ?? LineEditor() : nil
    default: nil
    }
  }

  /// What the line is called, what is chosen there, and a word on it.
  private func words(_ line: EndpointDraft.Line) -> (word: String, value: String, detail: String) {
    let candidates = scene.candidates
    func detail(_ name: String?) -> String { candidates.times.first { $0.name == name }?.detail ?? "" }
    switch line {
    case .kind:
      return (
        "made of", draft.isOfEvents ? "events, of which the first counts" : "a time and a status", ""
      )
    case .preset: return ("as in", draft.preset?.title ?? "no definition; choose below", "")
    case .time: return ("time", draft.time ?? "choose", detail(draft.time))
    case .from: return ("counting from", draft.from ?? "choose a date", detail(draft.from))
    case .status: return ("status", draft.status ?? "choose", "")
    case .followUp:
      let none = candidates.hasFollowUp ? "as in the study" : "choose"
      return ("follow-up ends", draft.followUp ?? none, detail(draft.followUp))
    case .name: return ("name", "", state.unusedName)
    case .label: return ("label", "", draft.preset?.label ?? "")
    case .value(let value):
      let count = candidates.statuses.first { $0.name == draft.status }?.values.first { $0.text == value }?
        .count
      let role = draft.values[value] ?? .none
      let said = role == .none ? "left out" : Self.word(role)
      let name = role == .event || role == .competing ? draft.eventName(value) : ""
      return ("  \(Quantity.count(count ?? 0).short)  \(value)", said, name)
    case .event(let name):
      let event = candidates.events.first { $0.name == name }
      let unknown = event.map { $0.unknown > 0 ? "\(Quantity.count($0.unknown).short) unknown" : "" } ?? ""
      let role = draft.events[name] ?? .none
      return (
        "  \(Quantity.count(event?.count ?? 0).short)  \(event?.label ?? name)",
        role == .none ? "not looked at" : Self.word(role), unknown
      )
    }
  }

  private static func word(_ role: EndpointDraft.Role) -> String {
    switch role {
    case .event: "event"
    case .competing: "competing"
    case .censored: "censored"
    case .none: ""
    }
  }

  private func drawOutcome(on grid: inout Grid) {
    let area = scene.isBeside ? scene.counts : scene.counts.inset(top: 1)
    switch scene.outcome {
    case .none: break
    case .impossible(let why):
      for (row, part) in charset.spelled(why).wrapped(to: area.width).prefix(8).enumerated() {
        let line = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
        grid.write(part, in: line, style: Style(.error, bold: true), ellipsis: charset.ellipsis)
      }
    case .curves(let counts, let notes, let small):
      grid.write(
        charset.spelled(counts), in: area, style: Style(.text, bold: true), ellipsis: charset.ellipsis)
      for (row, note) in notes.prefix(area.height - 1).enumerated() {
        let line = Rect(x: area.x, y: area.y + 1 + row, width: area.width, height: 1)
        grid.write(charset.spelled(note), in: line, style: Style(.warning), ellipsis: charset.ellipsis)
      }
      draw(small, on: &grid)
    }
  }

  /// The curves are drawn as on a screen of their own, and put in their place.
  private func draw(_ small: Scene, on grid: inout Grid) {
    var own = Grid(small.ask.size)
    var state = state
    state.builder = nil
    state.showWithoutCrosshair()
    CurvesPanel(state: state, scene: small).draw(on: &own)
    for y in 0..<scene.curves.height {
      for x in 0..<scene.curves.width where own[x, y + 3].glyph != Cell.continuation {
        grid[scene.curves.x + x, scene.curves.y + y] = own[x, y + 3]
      }
    }
  }
}

extension DashboardState {
  /// What is wrong with the draft, what it lacks, or what a definition asks for that the study does not have.
  var builderWord: (text: String, role: Role) {
    if let error = builder?.error { return (error, .error) }
    guard let builder, let candidates = scene?.builder?.candidates else { return ("", .muted) }
    let missing = builder.preset?.proposal(among: candidates.events).missing.map(\.rawValue) ?? []
    let lack =
      missing.isEmpty
      ? ""
      : "not among the events: \(missing.joined(separator: ", ")); choose what stands for it, or : adds it"
    switch drafted {
    case .failure(let unfinished):
      return ([unfinished.why, lack].filter { !$0.isEmpty }.joined(separator: "; "), .accent)
    case .success(let definition):
      return lack.isEmpty ? ("endpoint-add \(definition.text)", .muted) : (lack, .warning)
    case nil: return ("", .muted)
    }
  }
}

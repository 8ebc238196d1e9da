import Analysis
import Report
import TerminalGrid

/// A patient's swim lane: the time without the event, how it ends, and dimmed what is known beyond.
struct LaneDrawing {
  let scene: PatientsScene
  let theme: Theme
  let charset: Charset
  let background: Role?

  func draw(_ row: Int, y: Int, on grid: inout Grid) {
    let frame = scene.frame
    grid[frame.area.x - 2, y] = Cell(charset.vertical, Style(.axis, on: background))
    let arm = scene.report.result.arm(row)
    if let arm {
      let mark = theme.mark(series: arm + 1).glyph(charset)
      grid[frame.area.x - 3, y] = Cell(mark, Style(.series(arm + 1), on: background, bold: true))
    }
    guard let lane = scene.report.lane(row, events: scene.events) else {
      grid.write(
        scene.report.whyNoLane(row), in: Rect(x: frame.area.x, y: y, width: frame.area.width, height: 1),
        style: Style(.muted, on: background), ellipsis: charset.ellipsis)
      return
    }
    let isInNoArm = !scene.arms.isEmpty && arm == nil
    let style = isInNoArm ? Style(.muted, on: background) : Style(.series((arm ?? 0) + 1), on: background)
    let faint = Style(.muted, on: background, dim: true)
    line(from: lane.start, to: lane.end, charset.lane, style, y, on: &grid)
    if let after = lane.after {
      line(from: lane.end, to: after.time, charset.horizontal, faint, y, on: &grid)
      let death: Character = charset == .unicode ? LaneEvent.death.letter : LaneEvent.death.asciiLetter
      end(at: after.time, after.isDeath ? death : charset.lastContact, faint, y, on: &grid)
    } else if lane.event == nil {
      end(at: lane.end, charset.lastContact, style, y, on: &grid)
    }
    guard let event = lane.event, lane.end <= frame.horizon else {
      // An event that the plot does not show is no event in it.
      if lane.end > frame.horizon { end(at: lane.end, charset.lastContact, style, y, on: &grid) }
      return
    }
    let role: Role = event.isCompeting ? .warning : .accent
    end(
      at: lane.end, charset == .unicode ? event.letter : event.asciiLetter,
      Style(role, on: background, bold: true), y, on: &grid)
  }

  private func line(
    from start: Double, to end: Double, _ glyph: Character, _ style: Style, _ y: Int, on grid: inout Grid
  ) {
    let frame = scene.frame
    guard start <= frame.horizon, end >= start else { return }
    let last = min(frame.column(of: end), frame.area.maxX - 1)
    for column in frame.column(of: max(0, start))...max(last, frame.column(of: max(0, start))) {
      grid[column, y] = Cell(glyph, style)
    }
  }

  /// What stands at the end of a stretch of time; an arrow at the edge where the stretch goes on beyond the plot.
  private func end(at time: Double, _ glyph: Character, _ style: Style, _ y: Int, on grid: inout Grid) {
    let frame = scene.frame
    if time > frame.horizon * (1 + 1e-12) {
      grid[frame.area.maxX - 1, y] = Cell(charset.laneGoesOn, style)
    } else {
      grid[frame.column(of: time), y] = Cell(glyph, style)
    }
  }
}

/// What the signs of the lanes mean, and whose colours they have.
struct LaneLegend {
  let scene: PatientsScene
  let theme: Theme
  let charset: Charset

  func draw(on grid: inout Grid) {
    let (first, second) = scene.legend.splitTop(1)
    let death: Character = charset == .unicode ? LaneEvent.death.letter : LaneEvent.death.asciiLetter
    var signs = ["\(charset.lane) without the event"]
    signs += scene.events.map { event in
      let letter = charset == .unicode ? event.letter : event.asciiLetter
      return "\(letter) \(event.name)\(event.isCompeting ? " (competing)" : "")"
    }
    if scene.report.result.overall != nil {
      signs.append("\(charset.horizontal) after it")
      if !scene.events.contains(where: { $0.letter == LaneEvent.death.letter }) {
        signs.append("\(death) death")
      }
    }
    signs += ["\(charset.lastContact) last contact", "\(charset.laneGoesOn) goes on"]
    let shown = scene.columns.count - 1
    let text = signs.map { charset.spelled($0) }.joined(separator: "  ")
    let columns = "\(shown) of \(scene.variableCount) variables"
    let room = first.width - columns.columns - 2
    grid.write(text, in: first, style: Style(.muted), ellipsis: charset.ellipsis)
    if text.columns <= room { grid.write(columns, in: first, .right, style: Style(.muted)) }
    var x = second.x
    for (arm, name) in scene.arms.enumerated() where x < second.maxX {
      let style = Style(.series(arm + 1))
      let text = "\(theme.mark(series: arm + 1).glyph(charset)) \(charset.spelled(name.short))"
      grid.write(
        text, in: Rect(x: x, y: second.y, width: second.maxX - x, height: second.height), style: style,
        ellipsis: charset.ellipsis)
      x += text.columns + 3
    }
  }
}

extension Charset {
  /// A piece of a lane.
  var lane: Character { self == .unicode ? "━" : "=" }
  var lastContact: Character { self == .unicode ? ">" : "|" }
  var laneGoesOn: Character { self == .unicode ? "▶" : ">" }
  /// Before a patient that somebody marked, and where the curves lose one.
  var patientMark: Character { self == .unicode ? "◉" : "@" }
}

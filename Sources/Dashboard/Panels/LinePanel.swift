import TerminalGrid

/// A line that is being typed, with a word before it and its cursor; a long one is scrolled.
struct LinePanel {
  var title: String
  var line: LineEditor
  var background: Role?
  let charset: Charset

  func draw(in area: Rect, on grid: inout Grid) {
    let start = grid.write(
      title, x: area.x, y: area.y, style: Style(.key, on: background, bold: true), maxWidth: area.width / 2)
    let room = area.width - start
    let window = line.window(columns: room)
    grid.write(window.text, x: area.x + start, y: area.y, style: Style(.text, on: background), maxWidth: room)
    let x = area.x + start + window.cursor
    if x < area.maxX { grid[x, area.y].style = Style(.text, on: background, reverse: true) }
  }
}

/// A line to type into, in the place of the footer; why it was not taken stands above it.
struct PromptPanel {
  let prompt: Prompt
  let charset: Charset

  func draw(in footer: Rect, on grid: inout Grid) {
    grid.fill(footer, Cell(" ", Style(.text, on: .bar)))
    LinePanel(title: " \(prompt.title): ", line: prompt.line, background: .bar, charset: charset)
      .draw(in: footer, on: &grid)
    guard let error = prompt.error else { return }
    let above = Rect(x: footer.x, y: footer.y - 1, width: footer.width, height: 1)
    grid.fill(above, Cell(" ", Style(.text, on: .bar)))
    grid.write(" " + error, in: above, style: Style(.error, on: .bar, bold: true), ellipsis: charset.ellipsis)
  }
}

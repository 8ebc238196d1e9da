import TerminalGrid

/// A line to type into, in the place of the footer.
struct PromptPanel {
  let prompt: Prompt

  func draw(in area: Rect, on grid: inout Grid) {
    grid.fill(area, Cell(" ", Style(.text, on: .bar)))
    let title = grid.write(
      " \(prompt.title): ", x: area.x, y: area.y, style: Style(.key, on: .bar, bold: true))
    let typed = grid.write(
      prompt.text, x: area.x + title, y: area.y, style: Style(.text, on: .bar),
      maxWidth: area.width - title - 1)
    grid[area.x + title + typed, area.y] = Cell(" ", Style(.text, on: .bar, reverse: true))
  }
}

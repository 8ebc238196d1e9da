/// A screenful of cells.
///
/// Drawing outside it is allowed and draws nothing, so no panel needs to check its bounds.
package struct Grid: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where drawing has an effect: the whole grid, or less inside ``clipped(to:_:)``.
  package private(set) var clip: Rect

  package init(_ size: Size, fill: Cell = .blank) {
    self.size = size
    cells = Array(repeating: fill, count: size.columns * size.rows)
    clip = Rect(size)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell in a column and a row; a blank outside of the grid.
  ///
  /// Setting a wide glyph takes the cell to the right as well, or leaves a blank where that is out of reach;
  /// setting either half of a wide glyph to something else blanks the other half. A cell never holds a glyph that is
  /// not printable.
  package subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x: x, y: y) ? cells[y * size.columns + x] : .blank }
    set {
      guard newValue.glyph != Cell.continuation, clip.contains(x: x, y: y) else { return }
      let index = y * size.columns + x
      let cell = Cell(TextWidth.printable(newValue.glyph), newValue.style)
      guard TextWidth.columns(of: cell.glyph) == 2 else { return place(cell, at: index) }
      guard x + 1 < clip.maxX else { return place(Cell(" ", cell.style), at: index) }
      place(cell, at: index)
      place(Cell(Cell.continuation, newValue.style), at: index + 1)
    }
  }

  /// Sets all cells of an area, as one after the other would be.
  package mutating func fill(_ area: Rect, _ cell: Cell = .blank) {
    let area = area.intersection(clip)
    guard !area.isEmpty, cell.glyph != Cell.continuation else { return }
    let cell = Cell(TextWidth.printable(cell.glyph), cell.style)
    let isNarrow = TextWidth.columns(of: cell.glyph) == 1
    for y in area.y..<area.maxY {
      guard isNarrow else {
        for x in area.x..<area.maxX { self[x, y] = cell }
        continue
      }
      // Only at the ends can there be half of a wide glyph whose other half stays.
      let (first, last) = (y * size.columns + area.x, y * size.columns + area.maxX - 1)
      place(cell, at: first)
      place(cell, at: last)
      guard last - first > 1 else { continue }
      for index in (first + 1)..<last { cells[index] = cell }
    }
  }

  /// Lets the body draw inside an area only, whatever coordinates it uses.
  package mutating func clipped<Result, Failure: Error>(
    to area: Rect, _ draw: (inout Grid) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = clip
    clip = outer.intersection(area)
    defer { clip = outer }
    return try draw(&self)
  }

  /// Replaces one cell and the orphaned half of a wide glyph that it may have been part of.
  private mutating func place(_ cell: Cell, at index: Int) {
    let (column, old) = (index % size.columns, cells[index].glyph)
    if old == Cell.continuation, cell.glyph != Cell.continuation, column > 0 {
      cells[index - 1].glyph = " "
    }
    if column + 1 < size.columns, old != Cell.continuation, cells[index + 1].glyph == Cell.continuation {
      cells[index + 1].glyph = " "
    }
    cells[index] = cell
  }
}

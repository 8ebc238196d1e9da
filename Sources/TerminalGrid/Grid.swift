/// A screenful of cells. Drawing outside it is allowed and draws nothing, so no panel needs to check its bounds.
package struct Grid: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]

  package init(_ size: Size, fill: Cell = .blank) {
    self.size = size
    cells = Array(repeating: fill, count: size.columns * size.rows)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x: x, y: y) ? cells[y * size.columns + x] : .blank }
    set {
      guard bounds.contains(x: x, y: y) else { return }
      cells[y * size.columns + x] = newValue
    }
  }
}

extension StepPlot {
  /// Writes each curve's name at its end, inside `area` (the plot and its margin), and returns the indices of the
  /// curves whose name found no place.
  ///
  /// A name stands behind the end of its curve, on its row; where that is taken, above or below it with a leader
  /// to the end, or at last after the name of a curve that ends in the same cell. It never touches another curve or
  /// name, nor lies on another curve's band. A curve of nobody has no name and is not returned.
  package func drawNames(_ curves: [PlotCurve], in area: Rect, on grid: inout Grid) -> [Int] {
    let paths = curves.map { CurvePath($0, in: frame) }
    let pieces = pieces(of: paths)
    let banded = zip(curves, paths).map { bandRows($0, $1) }
    var taken: Set<NamePlace.Position> = []
    var unplaced: [Int] = []
    /// Where the names end that stand right behind the cell in which their curves end.
    var behind: [NamePlace.Position: (x: Int, style: Style)] = [:]
    /// Whether a cell is on the band of another curve.
    func isOnBand(_ cell: NamePlace.Position, of index: Int) -> Bool {
      banded.indices.contains { $0 != index && banded[$0][cell.x]?.contains(cell.y) == true }
    }
    for (index, curve) in curves.enumerated() where !curve.label.isEmpty {
      guard let end = paths[index].columns.last?.leaves else { continue }
      let column = frame.area.x + paths[index].columns.count - 1
      let places = NamePlace.candidates(
        width: curve.label.columns, column: column, height: end, in: area)
      let free = places.first { place in
        taken.isDisjoint(with: place.cells + place.beside)
          && place.cells.allSatisfy { isFree($0, for: index, pieces, grid) }
          && !place.text.contains { isOnBand($0, of: index) }
          && place.beside.allSatisfy { others(than: index, $0.x, $0.y, pieces).isEmpty }
      }
      let cell = NamePlace.Position(x: column, y: end.row)
      guard let free else {
        let width = curve.label.columns
        let (x, y) = ((behind[cell]?.x ?? area.maxX) + 2, end.row)
        let cells = ((x - 1)...(x + width)).map { NamePlace.Position(x: $0, y: y) }
        if let first = behind[cell], x + width <= area.maxX, taken.isDisjoint(with: cells),
          cells.allSatisfy({ isFree($0, for: index, pieces, grid) && !isOnBand($0, of: index) })
        {
          grid.write(",", x: first.x, y: y, style: first.style)
          grid.write(curve.label, x: x, y: y, style: curve.style)
          taken.formUnion(cells)
          behind[cell] = (x + width, curve.style)
        } else {
          unplaced.append(index)
        }
        continue
      }
      for piece in free.leader { grid[piece.x, piece.y] = Cell(piece.glyph(charset), curve.style) }
      grid.write(curve.label, x: free.x, y: free.y, style: curve.style)
      taken.formUnion(free.cells)
      if free.leader.isEmpty { behind[cell] = (free.x + curve.label.columns, curve.style) }
    }
    return unplaced
  }

  /// The rows that the band of a curve reaches over, by column; none where it has no band.
  private func bandRows(_ curve: PlotCurve, _ path: CurvePath) -> [Int: ClosedRange<Int>] {
    guard curve.band != nil else { return [:] }
    var rows: [Int: ClosedRange<Int>] = [:]
    for (offset, column) in path.columns.enumerated() {
      guard let lower = column.step.lower, let upper = column.step.upper, lower <= upper else { continue }
      rows[frame.area.x + offset] = frame.row(of: upper)...frame.row(of: lower)
    }
    return rows
  }

  /// Whether a cell has neither a curve in it nor another one along its upper or lower edge.
  private func isFree(
    _ cell: NamePlace.Position, for curve: Int, _ pieces: Pieces, _ grid: Grid
  ) -> Bool {
    let above = others(than: curve, cell.x, cell.y - 1, pieces)
    let below = others(than: curve, cell.x, cell.y + 1, pieces)
    return piecesIn(cell.x, cell.y, pieces).isEmpty && isBackground(grid[cell.x, cell.y].glyph)
      && !above.contains { $0.level == .lower || $0.strokes.contains(.down) }
      && !below.contains { $0.level == .upper || $0.strokes.contains(.up) }
  }

  private func others(than curve: Int, _ x: Int, _ y: Int, _ pieces: Pieces) -> [Piece] {
    piecesIn(x, y, pieces).filter { $0.curve != curve }
  }

  private func piecesIn(_ x: Int, _ y: Int, _ pieces: Pieces) -> [Piece] {
    frame.area.contains(x: x, y: y) ? pieces[index(x, y)] : []
  }

  /// Whether a glyph is nothing, or a guide that a name may cover.
  private func isBackground(_ glyph: Character) -> Bool {
    glyph == " " || glyph == charset.guide
      || PlotHeight.Level.allCases.contains {
        glyph == charset.dot(at: $0) || glyph == charset.dots(at: $0)
      }
  }
}

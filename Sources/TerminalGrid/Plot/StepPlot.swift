/// Draws step curves into a frame, with confidence bands, censor marks and names at their ends.
///
/// Level pieces lie at the height nearest to the estimate, three to a row. Where curves lie on top of each other or
/// share a row they take turns, and where they cross the crossing is drawn, so that neither hides the other.
package struct StepPlot {
  package var frame: PlotFrame
  package var showsCensorings: Bool

  package init(frame: PlotFrame, showsCensorings: Bool = true) {
    (self.frame, self.showsCensorings) = (frame, showsCensorings)
  }

  /// What a drawing had to leave out, for the caller to say so.
  package struct Omissions: Hashable, Sendable {
    /// Patients were censored at times at which there was no room for a mark.
    package var hasThinnedCensorings = false
  }

  /// One curve's piece in one cell.
  struct Piece: Hashable {
    var curve: Int
    var strokes: Strokes
    var level: PlotHeight.Level
    var isBlank: Bool

    var isLevel: Bool { strokes == .horizontal }
  }

  /// The cells of the area, row by row, with the pieces in each.
  typealias Pieces = [[Piece]]

  var charset: Charset { frame.charset }

  @discardableResult
  package func draw(_ curves: [PlotCurve], on grid: inout Grid) -> Omissions {
    var omissions = Omissions()
    guard !frame.area.isEmpty else { return omissions }
    let paths = curves.map { CurvePath($0, in: frame) }
    let pieces = pieces(of: paths)
    grid.clipped(to: frame.area) { grid in
      drawBands(curves, paths, on: &grid)
      drawLines(curves, pieces, on: &grid)
      let marks = drawMarks(curves, paths, pieces, on: &grid)
      if showsCensorings {
        omissions.hasThinnedCensorings = drawCensorings(curves, paths, pieces, besides: marks, on: &grid)
      }
    }
    return omissions
  }

  /// The index in ``Pieces`` of a cell inside the area.
  func index(_ column: Int, _ row: Int) -> Int {
    (row - frame.area.y) * frame.area.width + column - frame.area.x
  }

  // MARK: Lines

  func pieces(of paths: [CurvePath]) -> Pieces {
    var pieces = Pieces(repeating: [], count: frame.area.width * frame.area.height)
    for (curve, path) in paths.enumerated() {
      for (offset, column) in path.columns.enumerated() {
        for row in column.top.row...column.foot.row {
          let (strokes, level) = column.piece(in: row)
          let piece = Piece(
            curve: curve, strokes: strokes, level: level, isBlank: column.isBlank)
          pieces[index(frame.area.x + offset, row)].append(piece)
        }
      }
    }
    return pieces
  }

  private func drawLines(_ curves: [PlotCurve], _ pieces: Pieces, on grid: inout Grid) {
    for (cell, all) in pieces.enumerated() {
      let here = all.filter { !$0.isBlank }
      guard !here.isEmpty else { continue }
      let (column, row) = (frame.area.x + cell % frame.area.width, frame.area.y + cell / frame.area.width)
      let (glyph, top) = glyph(of: here, column: column)
      var style = curves[top.curve].style
      style.background = grid[column, row].style.background
      grid[column, row] = Cell(glyph, style)
    }
  }

  /// The glyph for all pieces in a cell, and the piece whose colour it has.
  private func glyph(of here: [Piece], column: Int) -> (Character, Piece) {
    // An upright piece is short: it stays on top of the level ones it crosses.
    let upright = here.filter { !$0.isLevel }
    if let top = upright.last {
      let isAlike = upright.allSatisfy { $0.strokes == upright[0].strokes }
      let shown = isAlike ? upright[column % upright.count] : top
      let strokes = here.filter { $0.level == .middle }.reduce(into: Strokes()) { $0.formUnion($1.strokes) }
      return (strokes.glyph(charset), shown)
    }
    // Side by side in one row, turns of two columns let the eye follow each line.
    let isAlike = here.allSatisfy { $0.level == here[0].level }
    let shown = here[(isAlike ? column : column / 2) % here.count]
    return (charset.line(at: shown.level), shown)
  }
}

extension CurvePath.Column {
  /// What the curve draws in one of the rows it passes: the directions of its strokes, or a level piece.
  fileprivate func piece(in row: Int) -> (Strokes, PlotHeight.Level) {
    guard !isLevel else { return (.horizontal, leaves.level) }
    if top.row == foot.row, top.level == .middle || foot.level == .middle {
      // Within half a row there is no room for an upright piece.
      return (.horizontal, leaves.level)
    }
    // A line along the foot of a row turns down below it, one along the top turns up above it.
    if row == top.row, top.level == .lower { return (.horizontal, .lower) }
    if row == foot.row, foot.level == .upper { return (.horizontal, .upper) }
    var strokes: Strokes = .vertical
    if row == top.row, top.level == .middle { strokes = .down }
    if row == foot.row, foot.level == .middle { strokes = .up }
    if enters == PlotHeight(row: row, .middle) { strokes.insert(.left) }
    if leaves == PlotHeight(row: row, .middle) { strokes.insert(.right) }
    return (strokes, .middle)
  }
}

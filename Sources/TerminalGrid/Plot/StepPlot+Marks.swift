extension StepPlot {
  /// A column of one curve.
  struct Place: Hashable {
    var curve: Int
    var column: Int
  }

  // MARK: Marks that name a curve

  /// Columns from a mark of a curve to its next where nothing is in the way, and at most: so any stretch of a curve of
  /// so many columns says whose it is, however its line is broken.
  private static let markSpacing = 12
  package static let mostBetweenMarks = 15

  /// Puts each curve's mark all along it and returns them.
  ///
  /// The marks of a curve are as far apart as those of the others, between which they stand, and there is at least one
  /// however early the curve ends. A mark stands in the middle of its row, so it prefers a place where the line does too.
  func drawMarks(
    _ curves: [PlotCurve], _ paths: [CurvePath], _ pieces: Pieces, on grid: inout Grid
  ) -> Set<Place> {
    let marked = curves.indices.filter { curves[$0].mark != nil && !paths[$0].columns.isEmpty }
    var places: Set<Place> = []
    for (turn, curve) in marked.enumerated() {
      let (path, most) = (paths[curve], Self.mostBetweenMarks)
      let last = frame.area.x + path.columns.count - 1
      let censored = showsCensorings ? Set(curves[curve].censorings.map { frame.column(of: $0) }) : []
      // The column before the plot counts as a mark, so that the first is not far either.
      var before = frame.area.x - 1
      var wanted = frame.area.x + Self.markSpacing * (2 * turn + 1) / (2 * marked.count)
      repeat {
        let taken = Set(places.map(\.column))
        let columns = (before + 1)...max(before + 1, min(before + most, last))
        let ranked = columns.compactMap { column in
          obstacle(curve, column, path, pieces, taken: taken).map {
            let level = path.columns[column - frame.area.x].leaves.level
            let isFar = abs(column - wanted) > (Self.markSpacing / (2 * marked.count))
            return (
              column,
              [
                $0, isFar ? 1 : 0, censored.contains(column) ? 1 : 0, level == .middle ? 0 : 1,
                abs(column - wanted),
              ]
            )
          }
        }
        let best = ranked.min { $0.1.lexicographicallyPrecedes($1.1) }?.0
        if let column = best {
          places.insert(Place(curve: curve, column: column))
          let mark = curves[curve].mark ?? " "
          let height = path.columns[column - frame.area.x].leaves
          put(mark, hanging: mark, at: height, column, curves[curve].style, pieces, on: &grid)
        }
        before = best ?? columns.upperBound
        wanted = before + Self.markSpacing
      } while last - before >= most
    }
    return places
  }

  /// What speaks against a mark in a column of a curve, 0 if nothing; `nil` where it would hide another curve's turn or
  /// mark: the best is level and alone in its cell, then on a line that it shares with others, which take turns in it.
  private func obstacle(
    _ curve: Int, _ column: Int, _ path: CurvePath, _ pieces: Pieces, taken: Set<Int>
  ) -> Int? {
    let offset = column - frame.area.x
    guard path.columns.indices.contains(offset) else { return nil }
    let here = pieces[index(column, path.columns[offset].leaves.row)]
    let kind =
      if here.count == 1 { path.columns[offset].isLevel ? 0 : 3 } else if isLevel(column, path, pieces) {
        1
      } else if here.allSatisfy(\.isLevel) { 2 } else { nil as Int? }
    return kind.flatMap { taken.contains(column) ? ($0 == 0 ? 4 : nil) : $0 }
  }

  /// Whether a curve runs level through a column with no other curve in that cell.
  private func isFree(_ curve: Int, _ column: Int, _ path: CurvePath, _ pieces: Pieces) -> Bool {
    let offset = column - frame.area.x
    guard path.columns.indices.contains(offset), path.columns[offset].isLevel else { return false }
    return pieces[index(column, path.columns[offset].leaves.row)].count == 1
  }

  /// Puts a mark on the level piece of a curve, so that the line is seen to go on.
  ///
  /// In the middle of a row it stands in the line's stead, at the foot of a row underlined, at the top of a row in
  /// the row above, or where that is taken hanging from the line. In ASCII, whose marks are nearer to the top of their
  /// own row, it stays there.
  private func put(
    _ mark: Character, hanging: Character, at height: PlotHeight, _ column: Int, _ style: Style,
    _ pieces: Pieces,
    on grid: inout Grid
  ) {
    var (mark, row, style) = (mark, height.row, style)
    if height.level == .upper, charset == .unicode {
      if row > frame.area.y, pieces[index(column, row - 1)].isEmpty { row -= 1 } else { mark = hanging }
    }
    style.background = grid[column, row].style.background
    style.underline = style.underline || height.level == .lower
    grid[column, row] = Cell(mark, style)
  }

  /// Whether all curves in a curve's cell run level at its height.
  private func isLevel(_ column: Int, _ path: CurvePath, _ pieces: Pieces) -> Bool {
    guard path.columns.indices.contains(column - frame.area.x) else { return false }
    let height = path.columns[column - frame.area.x].leaves
    return pieces[index(column, height.row)].allSatisfy { $0.isLevel && $0.level == height.level }
  }

  // MARK: Censorings

  /// A mark on the curve in each column in which somebody was censored, in a crowd in every third; returns whether
  /// some were left out.
  ///
  /// Where the curve falls in that very column the mark stands one column later, on the level piece after it.
  func drawCensorings(
    _ curves: [PlotCurve], _ paths: [CurvePath], _ pieces: Pieces, besides marks: Set<Place>,
    on grid: inout Grid
  ) -> Bool {
    var isThinned = false
    for (index, (curve, path)) in zip(curves, paths).enumerated() {
      let columns = Set(curve.censorings.map { frame.column(of: $0) }).filter {
        path.columns.indices.contains($0 - frame.area.x)
      }
      let isCrowded = columns.count * 3 > max(1, path.columns.count)
      for column in columns.sorted() {
        if isCrowded, (column - frame.area.x) % 3 != 1 {
          isThinned = true
          continue
        }
        let places = columns.contains(column + 1) ? [column] : [column, column + 1]
        guard
          let place = places.first(where: {
            isFree(index, $0, path, pieces) && !marks.contains(Place(curve: index, column: $0))
          })
        else {
          isThinned = true
          continue
        }
        let height = path.columns[place - frame.area.x].leaves
        put(
          charset.censorMark(at: height.level), hanging: charset.hangingCensorMark, at: height, place,
          curve.style, pieces, on: &grid)
      }
    }
    return isThinned
  }
}

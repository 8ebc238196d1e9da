extension StepPlot {
  /// A column of one curve.
  struct Place: Hashable {
    var curve: Int
    var column: Int
  }

  // MARK: Marks that name a curve

  /// Puts each curve's mark at a few places along it and returns them.
  ///
  /// Every curve has the same few, at columns between those of the others, and at least one however early it ends.
  /// A mark stands in the middle of its row, so it prefers a place where the line does too.
  func drawMarks(
    _ curves: [PlotCurve], _ paths: [CurvePath], _ pieces: Pieces, on grid: inout Grid
  ) -> Set<Place> {
    let marked = curves.indices.filter { curves[$0].mark != nil && !paths[$0].columns.isEmpty }
    var places: Set<Place> = []
    let width = frame.area.width
    let count = max(1, min(width < 60 ? 2 : 3, width / max(1, 4 * marked.count)))
    let spacing = width / count
    for (turn, curve) in marked.enumerated() {
      let length = paths[curve].columns.count
      let reach = max(1, spacing / (2 * marked.count) - 1)
      let first = spacing * (2 * turn + 1) / (2 * marked.count)
      let wanted = (0..<count).map { first + $0 * spacing }.filter { $0 < length }
      for offset in wanted.isEmpty ? [length / 2] : wanted {
        let near = (frame.area.x + offset - reach)...(frame.area.x + offset + reach)
        let taken = Set(places.map(\.column))
        guard
          let column = place(for: curves[curve], curve, around: near, paths[curve], pieces, besides: taken)
        else { continue }
        places.insert(Place(curve: curve, column: column))
        let height = paths[curve].columns[column - frame.area.x].leaves
        let mark = curves[curve].mark ?? " "
        put(mark, hanging: mark, at: height, column, curves[curve].style, pieces, on: &grid)
      }
    }
    return places
  }

  /// The best column for a mark near its wanted one: the line alone or at least on no other, in mid-row, nobody
  /// censored there, and near.
  private func place(
    for curve: PlotCurve, _ index: Int, around near: ClosedRange<Int>, _ path: CurvePath, _ pieces: Pieces,
    besides taken: Set<Int>
  ) -> Int? {
    let censored = showsCensorings ? Set(curve.censorings.map { frame.column(of: $0) }) : []
    let middle = (near.lowerBound + near.upperBound) / 2
    let free = near.filter { !taken.contains($0) && isFree(index, $0, path, pieces) }
    // Curves that lie on top of each other take their marks on the one line that is seen.
    let shared = near.filter { column in
      !taken.contains(column) && (column - 1...column + 1).allSatisfy { isLevel($0, path, pieces) }
    }
    return (free.isEmpty ? shared : free).min { rank($0) < rank($1) }

    func rank(_ column: Int) -> (Int, Int, Int) {
      let level = path.columns[column - frame.area.x].leaves.level
      return (censored.contains(column) ? 1 : 0, level == .middle ? 0 : 1, abs(column - middle))
    }
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

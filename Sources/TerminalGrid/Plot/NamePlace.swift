/// A place for the name of a curve: where its text begins, and the leader that ties it to the curve's end.
struct NamePlace {
  struct LeaderPiece {
    enum Shape { case across, upright, fromLeftDown, fromLeftUp, fromAbove, fromBelow }
    var x: Int
    var y: Int
    var shape: Shape

    /// Rounded corners, which no curve has.
    func glyph(_ charset: Charset) -> Character {
      switch shape {
      case .across: charset == .unicode ? "╴" : "-"
      case .upright: charset.vertical
      case .fromLeftDown: charset == .unicode ? "╮" : "\\"
      case .fromLeftUp: charset == .unicode ? "╯" : "/"
      case .fromAbove: charset == .unicode ? "╰" : "\\"
      case .fromBelow: charset == .unicode ? "╭" : "/"
      }
    }
  }

  struct Position: Hashable {
    var x: Int
    var y: Int
  }

  var x: Int
  var y: Int
  var leader: [LeaderPiece] = []
  /// The cells that must be free for it: its text with one on either side, and its leader.
  var cells: [Position]
  /// The cells of the text with one on either side, in which no band of another curve may be.
  var text: [Position] { cells.filter { cell in !leader.contains { $0.x == cell.x && $0.y == cell.y } } }
  /// The cells on either side of its leader, in which no other curve may be.
  var beside: [Position] {
    leader.flatMap { [Position(x: $0.x - 1, y: $0.y), Position(x: $0.x + 1, y: $0.y)] }
  }

  /// The rows that a leader may reach over.
  private static let reach = 8

  /// All places inside `area` for a name of `width` columns at a curve that ends in `column`, best first.
  static func candidates(width: Int, column: Int, height: PlotHeight, in area: Rect) -> [NamePlace] {
    var places = [behind(width, column, height.row)]
    for distance in 1...reach {
      for row in [height.row - distance, height.row + distance] {
        places += [behind(width, column, row, from: height), over(width, column, row, from: height)]
      }
    }
    return places.filter { place in
      let text = place.x..<(place.x + width)
      return text.lowerBound > area.x && text.upperBound <= area.maxX
        && (area.y..<area.maxY).contains(place.y)
        && place.leader.allSatisfy { area.contains(x: $0.x, y: $0.y) }
    }
  }

  private static func behind(_ width: Int, _ column: Int, _ row: Int) -> NamePlace {
    place(x: column + 2, y: row, width)
  }

  /// Behind the end, but on another row: the leader goes on from the end, then up or down.
  private static func behind(
    _ width: Int, _ column: Int, _ row: Int, from end: PlotHeight
  ) -> NamePlace {
    let isBelow = row > end.row
    var place = place(x: column + 3, y: row, width)
    place.leader = between(row, end.row).map { LeaderPiece(x: column + 1, y: $0, shape: .upright) }
    // A line along the edge of its row is already where the leader turns.
    if end.level != (isBelow ? .lower : .upper) {
      place.leader.append(
        LeaderPiece(x: column + 1, y: end.row, shape: isBelow ? .fromLeftDown : .fromLeftUp))
    }
    place.leader += [
      LeaderPiece(x: column + 1, y: row, shape: isBelow ? .fromAbove : .fromBelow),
      LeaderPiece(x: column + 2, y: row, shape: .across),
    ]
    place.cells += place.leader.map { Position(x: $0.x, y: $0.y) }
    return place
  }

  /// Above or below the last columns of the curve, with the leader upright over its very end.
  private static func over(_ width: Int, _ column: Int, _ row: Int, from end: PlotHeight) -> NamePlace {
    var place = place(x: column - width - 1, y: row, width)
    place.leader = between(row, end.row).map { LeaderPiece(x: column, y: $0, shape: .upright) }
    place.leader.append(
      LeaderPiece(x: column, y: row, shape: row < end.row ? .fromLeftDown : .fromLeftUp))
    place.cells += place.leader.map { Position(x: $0.x, y: $0.y) }
    return place
  }

  private static func place(x: Int, y: Int, _ width: Int) -> NamePlace {
    NamePlace(x: x, y: y, cells: ((x - 1)...(x + width)).map { Position(x: $0, y: y) })
  }

  /// The rows between two others, without them.
  private static func between(_ row: Int, _ other: Int) -> Range<Int> {
    (min(row, other) + 1)..<max(row, other)
  }
}

import TerminalGrid
import Testing

struct GridTests {
  @Test
  func `draws nothing outside of itself`() {
    var grid = Grid(Size(columns: 3, rows: 2))
    for (x, y) in [(-1, 0), (3, 0), (0, -1), (0, 2), (.max, 0), (.min, .min)] { grid[x, y] = Cell("x") }
    grid.fill(Rect(x: -5, y: 5, width: 3, height: 3), Cell("x"))
    #expect(grid == Grid(Size(columns: 3, rows: 2)))
    #expect(grid[-1, 0] == .blank)
  }

  @Test(
    arguments: [
      ("120x36", Size(columns: 120, rows: 36)), ("1x1", Size(columns: 1, rows: 1)),
      ("1000X1000", Size(columns: 1000, rows: 1000)), ("1001x10", nil), ("0x10", nil), ("10x-1", nil),
      ("10", nil),
      ("9999999999x9999999999", nil), ("99999999999999999999x1", nil), ("1x1x1", nil), ("", nil),
    ] as [(String, Size?)])
  func `has a size that any screen could have`(text: String, size: Size?) {
    #expect(Size(text) == size)
    #expect(Size(columns: .max, rows: .min) == Size(columns: 1000, rows: 0))
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 2, rows: 0)])
  func `survives any size`(size: Size) {
    var grid = Grid(size)
    grid.write("東京 and more", x: -1, y: 0)
    grid.box(grid.bounds, title: "title")
    #expect(grid.rowTexts.count == size.rows)
  }

  @Test
  func `keeps what is drawn inside the clip and puts the clip back`() {
    var grid = Grid(Size(columns: 6, rows: 3))
    let inner = Rect(x: 2, y: 1, width: 2, height: 1)
    grid.clipped(to: inner) { grid in
      grid.fill(grid.bounds, Cell("x"))
      grid.clipped(to: grid.bounds) { $0[0, 0] = Cell("!") }
    }
    #expect(grid.text == "\n  xx\n")
    #expect(grid.clip == grid.bounds)
  }

  @Test
  func `puts the clip back after an error`() {
    struct Failure: Error {}
    var grid = Grid(Size(columns: 2, rows: 2))
    #expect(throws: Failure.self) {
      try grid.clipped(to: Rect(x: 0, y: 0, width: 1, height: 1)) { _ in throw Failure() }
    }
    #expect(grid.clip == grid.bounds)
  }

  @Test(arguments: ["x", " ", "東", "\u{1B}", "\u{0}"] as [Character])
  func `fills an area as one cell after the other would, wide glyphs at its edges and within it`(
    glyph: Character
  ) {
    for (x, width) in (-1...8).flatMap({ x in (0...8).map { (x, $0) } }) {
      var (filled, set) = (Grid(Size(columns: 7, rows: 2)), Grid(Size(columns: 7, rows: 2)))
      for start in 0...1 {
        filled.write("東京都", x: start, y: start, style: Style(.accent))
        set.write("東京都", x: start, y: start, style: Style(.accent))
      }
      let area = Rect(x: x, y: 0, width: width, height: 2)
      filled.fill(area, Cell(glyph, Style(.error)))
      for y in 0..<2 { for column in x..<(x + width) { set[column, y] = Cell(glyph, Style(.error)) } }
      #expect(filled == set, "\(area)")
    }
  }
}

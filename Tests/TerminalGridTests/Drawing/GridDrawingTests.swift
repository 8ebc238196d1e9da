import TerminalGrid
import Testing

struct GridDrawingTests {
  @Test
  func `returns the columns written and stops at the width`() {
    var grid = Grid(Size(columns: 8, rows: 1))
    #expect(grid.write("survival", x: 1, y: 0, maxWidth: 4) == 4)
    #expect(grid.text == " surv")
    #expect(grid.write("ab", x: 7, y: 0) == 2)
    #expect(grid.text == " surv  a")
  }

  @Test
  func `never cuts a wide glyph in half`() {
    var grid = Grid(Size(columns: 4, rows: 2))
    #expect(grid.write("a東京", x: 0, y: 0, maxWidth: 4) == 3)
    #expect(grid.text == "a東\n")
    #expect(grid[1, 0].glyph == "東")
    #expect(grid[2, 0].glyph == Cell.continuation)
    grid.write("東京", x: 1, y: 1)
    #expect(grid.rowTexts[1] == " 東")
    grid.write("東京", x: -1, y: 1)
    #expect(grid.rowTexts[1] == " 京")
  }

  @Test
  func `blanks the other half when one half of a wide glyph is overwritten`() {
    var grid = Grid(Size(columns: 4, rows: 2))
    grid.write("東京", x: 0, y: 0)
    grid.write("x", x: 1, y: 0)
    #expect(grid.rowTexts[0] == " x京")
    grid.write("東", x: 1, y: 0)
    #expect(grid.rowTexts[0] == " 東")
    grid.write("東京", x: 0, y: 1)
    grid.write("y", x: 2, y: 1)
    #expect(grid.rowTexts[1] == "東y")
    #expect(grid.cells.filter { $0.glyph == Cell.continuation }.count == 2)
  }

  @Test
  func `keeps combining marks with their letter and shows what commands`() {
    var grid = Grid(Size(columns: 14, rows: 2))
    #expect(grid.write("e\u{301}\u{1B}[m", x: 0, y: 0) == 4)
    grid.write("A\u{202E}B", in: Rect(x: 0, y: 1, width: 12, height: 1), .right)
    #expect(grid.text == "e\u{301}␛[m\n  A⟨U+202E⟩B")
  }

  @Test
  func `aligns and truncates in an area`() {
    var grid = Grid(Size(columns: 9, rows: 3))
    for (y, alignment) in [TextAlignment.left, .centre, .right].enumerated() {
      grid.write("n=64", in: Rect(x: 1, y: y, width: 7, height: 1), alignment)
    }
    #expect(grid.text == " n=64\n  n=64\n    n=64")
    grid.write("cumulative", in: Rect(x: 1, y: 0, width: 7, height: 1))
    #expect(grid.rowTexts[0] == " cumula…")
  }
}

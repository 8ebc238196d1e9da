import TerminalGrid
import TestSupport
import Testing

struct GridLinesTests {
  @Test(arguments: Charset.allCases)
  func `are drawn as kept`(charset: Charset) {
    expectSnapshot(of: Self.specimen(charset), named: "frames-\(charset)")
  }

  @Test
  func `give back what is inside and nothing where there is no room`() {
    var grid = Grid(Size(columns: 10, rows: 4))
    #expect(grid.box(Rect(x: 1, y: 0, width: 8, height: 4)) == Rect(x: 2, y: 1, width: 6, height: 2))
    #expect(grid.box(Rect(x: 0, y: 0, width: 1, height: 4)).isEmpty)
  }

  /// Every kind of drawing on one small screen.
  private static func specimen(_ charset: Charset) -> Grid {
    var grid = Grid(Size(columns: 40, rows: 8))
    let inside = grid.box(
      Rect(x: 0, y: 0, width: 26, height: 8), title: "Disease-free survival by phase", charset: charset)
    grid.clipped(to: inside) { grid in
      grid.write("a line that is too long for its frame", x: inside.x, y: inside.y)
      for number in 1...4 {
        let bar = charset.bar(share: Double(number) / 9, columns: 20)
        grid.write(bar, x: inside.x, y: inside.y + number, style: Style(.series(number)))
      }
    }
    grid.verticalLine(x: 28, y: 0, length: 8, charset: charset)
    grid.horizontalLine(x: 29, y: 3, length: 20, style: Style(.axis), charset: charset)
    grid.write("東京 CR2", x: 30, y: 1, style: Style(.key, on: .bar, bold: true))
    for x in 1...24 { grid[x, 2].style.background = .selection }
    return grid
  }
}

import TerminalGrid
import Testing

struct GridANSITests {
  private let theme = Theme(
    name: "test",
    roles: [
      .accent: RoleStyle(foreground: ThemeColor(RGB(0x5F, 0xAF, 0xFF), .standard(.brightBlue)), bold: true)
    ])

  private var grid: Grid {
    var grid = Grid(Size(columns: 12, rows: 2))
    grid.write("a ", x: 0, y: 0)
    grid.write("key", x: 2, y: 0, style: Style(.accent))
    grid.write("東", x: 6, y: 0)
    return grid
  }

  @Test(arguments: [
    (ColorDepth.eight, "34"), (.sixteen, "94"), (.indexed256, "38;5;75"), (.direct, "38;2;95;175;255"),
  ])
  func `names the colours that the depth has`(depth: ColorDepth, code: String) {
    #expect(grid.ansi(theme: theme, depth: depth) == "a \u{1B}[0;1;\(code)mkey\u{1B}[0m 東\n")
  }

  @Test
  func `has no escape sequence without colours`() {
    #expect(grid.ansi(theme: theme, depth: .none) == "a key 東\n")
  }

  @Test
  func `keeps blanks that can be seen and resets at the end of a row`() {
    var grid = Grid(Size(columns: 3, rows: 1))
    grid[2, 0] = Cell(" ", Style(reverse: true))
    #expect(grid.ansi(theme: theme, depth: .sixteen) == "  \u{1B}[0;7m \u{1B}[0m")
  }
}

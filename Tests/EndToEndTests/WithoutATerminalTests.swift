import TerminalGrid
import TestSupport
import Testing

/// Where there is no screen to take over.
@Suite(.serialized)
struct WithoutATerminalTests {
  @Test
  func `prints one frame into a pipe`() throws {
    let result = try Program.run([])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("Disease-free survival"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test
  func `prints one frame on a dumb terminal`() throws {
    let terminal = try PseudoTerminal(Size(columns: 80, rows: 24), environment: ["TERM": "dumb"])
    let bytes = terminal.output()
    #expect(!bytes.contains(0x1B))
    #expect(String(decoding: bytes, as: UTF8.self).contains("Disease-free survival"))
    #expect(terminal.exitStatus() == 0)
  }

  @Test
  func `says in one line that it does not know the terminal`() throws {
    let terminal = try PseudoTerminal(Size(columns: 80, rows: 24), environment: ["TERM": "nonesuch"])
    let lines = String(decoding: terminal.output(), as: UTF8.self).afterReadingLine.split(
      whereSeparator: \.isNewline)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("nonesuch") == true)
    #expect(lines.first?.contains("TERM=xterm-256color") == true)
    #expect(terminal.exitStatus() == 1)
  }

  /// The width of a frame is that of its first line, whose last word is at the right edge.
  @Test(arguments: [(nil, 80), ("132", 132), ("20", 60), ("99999999999999999999", 80), ("5000", 1000)])
  func `prints a frame as wide as COLUMNS says`(stated: String?, width: Int) throws {
    let result = try Program.run([], environment: stated.map { ["COLUMNS": $0] } ?? [:])
    let rendered = try Program.run(["render", "--size", "\(width)x36"])
    #expect(result.status == 0)
    #expect(result.output == rendered.output)
    #expect(result.output.split(separator: "\n").map(\.count).max() ?? 0 > width - 5)
  }

  @Test
  func `prints a frame as wide as a terminal that only prints`() throws {
    let size = Size(columns: 93, rows: 24)
    let terminal = try PseudoTerminal(size, environment: ["TERM": "dumb", "COLUMNS": "70"])
    let text = String(decoding: terminal.output(), as: UTF8.self).afterReadingLine
    #expect(
      text.replacing("\r\n", with: "\n") == (try Program.run(["render", "--size", "93x36"]).output))
    #expect(terminal.exitStatus() == 0)
  }

  @Test(arguments: [
    ("putty-nonesuch", "xterm-256color"), ("xterm-nonesuch", "xterm-256color"),
    ("tmux-nonesuch", "tmux-256color"), ("screen.nonesuch", "screen-256color"), ("linux-nonesuch", "linux"),
    ("vt999", "vt220"),
  ])
  func `takes an unknown terminal with a familiar name for the familiar one, and says so`(
    name: String, familiar: String
  ) throws {
    let environment = ["TERM": name, "TERMINFO": "/no/such/folder"]
    let terminal = try PseudoTerminal(Size(columns: 100, rows: 30), environment: environment)
    let shown = String(decoding: terminal.output(), as: UTF8.self)
    #expect(shown.contains("this terminal (TERM) is unknown here"))
    #expect(shown.contains("taken for \(familiar)"))
    terminal.type("q")
    #expect(terminal.exitStatus() == 0)
  }

  @Test
  func `says in one line that a file is not there`() throws {
    let result = try Program.run(["/no/such/file.csv"])
    #expect(result.status == 1)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("/no/such/file.csv"))
  }
}

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

  @Test
  func `says in one line that a file is not there`() throws {
    let result = try Program.run(["/no/such/file.csv"])
    #expect(result.status == 1)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("/no/such/file.csv"))
  }
}

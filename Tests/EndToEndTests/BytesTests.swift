import Foundation
import TerminalGrid
import TestSupport
import Testing

/// What goes over the line, byte by byte.
@Suite(.serialized)
struct BytesTests {
  private let down = "\u{1B}OB"
  /// Begins a frame that is to appear at once.
  private static let begin = "\u{1B}[?2026h"

  @Test
  func `stay within what a slow connection carries at once`() throws {
    let terminal = try PseudoTerminal(Size(columns: 120, rows: 40))
    // On a busy machine, a frame without numbers may come before the one with them.
    let first = String(decoding: terminal.output(), as: UTF8.self).components(separatedBy: Self.begin)
    #expect(first.allSatisfy { $0.utf8.count <= 7_000 })
    #expect(first.contains { $0.utf8.count > 2_000 })

    terminal.type(down)
    #expect((1...300).contains(terminal.output().count))
    terminal.type(" ")
    #expect((300...5_000).contains(terminal.output().count))
    terminal.type("x")
    #expect(terminal.output().count > 0)
    terminal.type("\u{1B}OC")
    #expect((1...300).contains(terminal.output().count))
    for view in ["6", "1", "?"] {
      terminal.type(view)
      #expect((500...7_000).contains(terminal.output().count))
    }
    terminal.type("\u{1B}")
    _ = terminal.output()
    terminal.type("qq")
    #expect(terminal.exitStatus() == 0)
  }

  @Test
  func `are none while nothing happens`() throws {
    let terminal = try PseudoTerminal(Size(columns: 120, rows: 40))
    _ = terminal.output()
    #expect(terminal.chatter(within: 1_500).isEmpty)
    terminal.type("q")
    #expect(terminal.exitStatus() == 0)
  }

  @Test
  func `come between the marks of a synchronized frame, unless that is switched off`() throws {
    let frame = try firstFrame()
    #expect(frame.hasPrefix(Self.begin) && frame.hasSuffix("\u{1B}[?2026l"))
    for environment in [["ATRISK_SYNC": "0"], ["TERM": "linux"], ["TERM": "vt100"]] {
      #expect(try !firstFrame(environment).contains("2026"))
    }
  }

  @Test
  func `are ASCII only where the locale is`() throws {
    let terminal = try PseudoTerminal(Size(columns: 120, rows: 40), environment: ["LANG": "C"])
    var bytes = terminal.output()
    for key in [down, " ", "s", "\r", "?"] {
      terminal.type(key)
      bytes += terminal.output()
    }
    #expect(bytes.allSatisfy { $0 < 0x80 })
    #expect(String(decoding: bytes, as: UTF8.self).contains("Disease-free survival"))
    terminal.type("\u{3}")
    #expect(terminal.exitStatus() == 130)
  }

  @Test
  func `are UTF-8 where a UTF-8 locale is asked for, even one that is not installed`() throws {
    #expect(try firstFrame(["LANG": "xx_YY.UTF-8"]).contains("│"))
  }

  @Test(arguments: [("xterm-256color", "38;5;[0-9]+"), ("xterm", "3[1-7]"), ("linux", "3[1-7]")])
  func `name the colours that the terminal has`(terminal: String, color: String) throws {
    // The rows of the filters are coloured where the curves are told apart by dashes and marks alone.
    let pattern = try Regex("\u{1B}\\[([0-9;]*;)?\(color)m")
    #expect(try firstFrame(["TERM": terminal], Size(columns: 120, rows: 36)).contains(pattern))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
  func `name no colours where there are or should be none`(environment: [String: String]) throws {
    let frame = try firstFrame(environment)
    #expect(!frame.contains(/\u{1B}\[[0-9;]*(3[0-7]|9[0-7]|4[0-7]|38;5;[0-9]+)[;m]/))
    #expect(frame.contains(/\u{1B}\[[0-9;]*1m/))
  }

  @Test
  func `end when the terminal is gone`() throws {
    let terminal = try PseudoTerminal(Size(columns: 80, rows: 24))
    _ = terminal.output()
    terminal.hangUp()
    #expect(terminal.exitStatus() == 129)
  }

  @Test
  func `take clicks, and keys in either of the ways that terminals send them`() throws {
    let terminal = try PseudoTerminal(Size(columns: 80, rows: 24))
    _ = terminal.output()
    for (keys, shown) in [
      ("\u{1B}[18~", "F7"), ("\u{1B}6", "Endpoints 11"), ("\u{1B}", "alive without relapse"),
      ("é", "é"),
      ("\u{7}", "Ctrl-G"),
    ] {
      terminal.type(keys)
      #expect(String(decoding: terminal.output(), as: UTF8.self).contains(shown))
    }
    let cursorMoves = ["\u{1B}OB", "\u{1B}[B", "\u{1B}[6~", "\u{1B}[1~"].map { key in
      terminal.type(key)
      return String(decoding: terminal.output(), as: UTF8.self)
    }
    #expect(!cursorMoves.contains { $0.contains("does nothing here") })

    // The tab of the data, in columns counted from 1, pressed and let go.
    terminal.type("\u{1B}[<0;75;2M\u{1B}[<0;75;2m")
    #expect(String(decoding: terminal.output(), as: UTF8.self).contains("Endpoints 11"))
    terminal.type("\u{3}")
    #expect(terminal.exitStatus() == 130)
  }

  /// The first frame, as text, of a visit that ends at once.
  private func firstFrame(
    _ environment: [String: String] = [:], _ size: Size = Size(columns: 80, rows: 24)
  ) throws -> String {
    let terminal = try PseudoTerminal(size, environment: environment)
    let frame = terminal.output()
    terminal.type("q")
    #expect(terminal.exitStatus() == 0)
    return String(decoding: frame, as: UTF8.self).afterReadingLine
  }
}

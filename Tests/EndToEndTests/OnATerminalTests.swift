import TestSupport
import Testing

/// A visit to the dashboard on a real terminal.
@Suite(.serialized)
struct OnATerminalTests {
  private static let title = "Disease-free survival"

  @Test
  func `opens, filters, stratifies and leaves everything as it was`() throws {
    let screen = try TmuxScreen("120x40", [Program.path])
    #expect(try screen.wait(for: "at risk").contains(Self.title))
    try screen.wait(for: "78 patients")
    #expect(try screen.state().alternateScreen)

    try screen.press("Down", "Space")
    #expect(try screen.wait(for: "31 of 78 patients").contains("[ ] M"))
    try screen.press("u")
    try screen.wait(for: "78 patients")
    try screen.press("s", "Sex", "Enter")
    #expect(try screen.wait(for: "log-rank").contains("F"))

    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
    #expect(try !screen.capture().contains(Self.title))
  }

  @Test(arguments: ["80x24", "120x40"])
  func `shows what render prints`(size: String) throws {
    let printed = try Program.run(["render", "--size", size])
    #expect(printed.status == 0)
    let screen = try TmuxScreen(size, [Program.path])
    let rows = printed.output.trimmed
    try screen.wait(until: "it shows\n\(rows)") { $0.trimmed == rows }
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  /// The terminal gets only what changes from screen to screen, and must still show what is drawn from nothing.
  @Test
  func `shows after every key what render prints for the same keys`() throws {
    let screen = try TmuxScreen("100x30", [Program.path])
    try screen.wait(for: "78 patients")
    var keys: [String] = []
    for step in [
      ["Down", "Down"], ["Space"], ["s"], ["Sex"], ["Enter"], ["c"], ["x"], ["Escape"], ["6"], ["1"], ["?"],
    ] {
      for key in step { try screen.press(key) }
      keys += step
      let rows = try Program.run(["render", "--size", "100x30", "--keys", keys.joined(separator: " ")]).output
        .trimmed
      try screen.wait(until: "it shows, after \(keys),\n\(rows)") { $0.trimmed == rows }
    }
    try screen.press("C-c")
    #expect(try screen.ending() == .clean(status: 130))
  }

  @Test
  func `follows every change of size and can be left where it does not fit`() throws {
    let screen = try TmuxScreen("80x24", [Program.path])
    try screen.wait(for: Self.title)
    for size in ["200x60", "60x18", "100x30"] {
      try screen.resize(size)
      let rows = try Program.run(["render", "--size", size]).output.trimmed
      try screen.wait(until: "it shows, at \(size),\n\(rows)") { $0.trimmed == rows }
    }
    try screen.resize("40x10")
    #expect(try screen.wait(for: "60×18").contains("40×10"))
    try screen.resize("80x24")
    try screen.wait(for: Self.title)
    for round in 0..<25 { try screen.resize("\(60 + round * 7 % 90)x\(18 + round * 5 % 30)") }
    let rows = try Program.run(["render", "--size", "\(60 + 24 * 7 % 90)x\(18 + 24 * 5 % 30)"]).output.trimmed
    try screen.wait(until: "it shows, after a storm of sizes,\n\(rows)") { $0.trimmed == rows }
    try screen.resize("30x5")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  @Test
  func `gives the mouse back to the terminal when asked`() throws {
    let screen = try TmuxScreen("80x24", [Program.path])
    try screen.wait(for: Self.title)
    #expect(try screen.state().mouseCaptured)
    try screen.press("m")
    try screen.wait(until: "the mouse is free") { _ in (try? screen.state().mouseCaptured) == false }
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))

    let without = try TmuxScreen("80x24", [Program.path, "--no-mouse"])
    try without.wait(for: Self.title)
    #expect(try !without.state().mouseCaptured)
    try without.press("q")
    #expect(try without.ending() == .clean(status: 0))
  }

  @Test
  func `repaints the screen on request`() throws {
    let screen = try TmuxScreen("80x24", [Program.path])
    let before = try screen.wait(for: "78 patients")
    try screen.writeOver("rubbish from somebody else")
    try screen.wait(for: "rubbish")
    try screen.press("C-l")
    try screen.wait(until: "it is as before") { $0 == before }
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }
}

extension String {
  /// Without blanks at the ends of its lines and empty lines at its end.
  fileprivate var trimmed: String {
    var rows = split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.joined(separator: "\n")
  }
}

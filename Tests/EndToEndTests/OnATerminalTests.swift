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
      let rows = try Self.rows(size)
      try screen.wait(until: "it shows, at \(size),\n\(rows)") { $0.trimmed == rows }
    }
    try screen.resize("40x10")
    #expect(try screen.wait(for: "60×18").contains("40×10"))
    try screen.resize("80x24")
    try screen.wait(for: Self.title)
    for round in 0..<25 { try screen.resize("\(60 + round * 7 % 90)x\(18 + round * 5 % 30)") }
    let rows = try Self.rows("\(60 + 24 * 7 % 90)x\(18 + 24 * 5 % 30)")
    try screen.wait(until: "it shows, after a storm of sizes,\n\(rows)") { $0.trimmed == rows }
    try screen.resize("30x5")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  /// At 80 columns the filters lie in a drawer that Tab opens; at 120 they stand beside the plot and have the keys.
  @Test(arguments: [("80x24", ["Tab"]), ("120x36", [])])
  func `filters by keys as the same filter from the command line does`(size: String, opening: [String]) throws
  {
    let screen = try TmuxScreen(size, [Program.path])
    try screen.wait(for: "78 patients")
    for key in opening { try screen.press(key) }
    try screen.press("Down", "Space")
    #expect(try screen.wait(for: "31 of 78 patients").contains("[ ] M"))
    try screen.press("Space", "Down", "Space")
    #expect(try screen.wait(for: "47 of 78 patients").contains("[ ] F"))
    if !opening.isEmpty {
      try screen.press("Tab")
      try screen.wait(until: "the drawer is closed") { !$0.contains("[ ] F") }
    }
    let asked = try Program.run(["render", "--size", size, "--where", "sex = M"]).output
    let estimate = try #require(asked.firstMatch(of: /[0-9.]+% \([0-9.]+–[0-9.]+\)/)).output
    #expect(asked.contains("47 of 78 patients"))
    try screen.wait(until: "it shows \(estimate)") { $0.contains(estimate) }
    try screen.press("u", "u", "u")
    try screen.wait(for: "78 of 78 analysed")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  @Test
  func `keeps a menu open through every change of size`() throws {
    let screen = try TmuxScreen("80x24", [Program.path])
    try screen.wait(for: "78 patients")
    try screen.press("s")
    try screen.wait(for: "Divide by")
    for size in ["120x36", "60x18", "200x50", "100x30"] {
      try screen.resize(size)
      let rows = try Self.rows(size, keys: "s")
      try screen.wait(until: "it shows, at \(size),\n\(rows)") { $0.trimmed == rows }
    }
    try screen.resize("40x10")
    try screen.wait(for: "60×18")
    try screen.resize("120x36")
    try screen.press("Inotuzumab", "Enter")
    try screen.wait(for: "log-rank")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  @Test
  func `completes a command as it is typed, says what is wrong, and carries it out`() throws {
    let screen = try TmuxScreen("100x30", [Program.path])
    try screen.wait(for: "78 patients")
    try screen.press(":", "by", "Space", "inot")
    #expect(try screen.wait(for: ": by inot").contains("inotuzumab"))
    try screen.press("Tab")
    try screen.wait(for: ": by inotuzumab")
    try screen.press("Enter")
    #expect(try screen.wait(for: "log-rank").contains("P values seen 1"))
    try screen.press(":", "where", "Space", "age_years", "Space", ">", "Space", "old", "Enter")
    try screen.wait(for: "“old”")
    try screen.press("C-u", "at", "Space", "12", "Enter")
    try screen.wait(for: "at 12 months")
    try screen.press(":", "C-p")
    try screen.wait(for: ": at 12")
    try screen.press("Escape", "q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  @Test
  func `works where the terminal is one that terminfo does not know`() throws {
    let screen = try TmuxScreen("100x30", ["env", "TERM=tmux-nonesuch", Program.path])
    #expect(try screen.wait(for: "is unknown here").contains(Self.title))
    try screen.press("Down", "Space")
    try screen.wait(for: "31 of 78 patients")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }

  /// What is shown at a size, the plot having the keys as it does from the start where the filters have no room.
  private static func rows(_ size: String, keys: String = "") throws -> String {
    let isWide = size.prefix { $0 != "x" }.count > 2
    return try Program.run(["render", "--size", size, "--keys", (isWide ? "Tab " : "") + keys]).output.trimmed
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
    let rows = try Self.rows("80x24")
    try screen.wait(until: "it shows\n\(rows)") { $0.trimmed == rows }
    try screen.writeOver("rubbish from somebody else")
    try screen.wait(for: "rubbish")
    try screen.press("C-l")
    try screen.wait(until: "it is as before") { $0.trimmed == rows }
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

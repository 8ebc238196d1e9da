import Foundation
import TerminalGrid
import TestSupport
import Testing

/// What files and arguments hold is shown, and never obeyed.
@Suite(.serialized)
struct PrintedTextTests {
  /// Sets the window's title, clears the screen (in two ways), and turns the direction of writing (in two).
  private static let evil = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}2J\u{202E}\u{2066}"
  private static let shown = "␛]0;owned␇␛[2J⟨U+009B⟩2J⟨U+202E⟩⟨U+2066⟩"
  /// The numbers of the characters that may be in no output.
  private static let forbidden: [ClosedRange<UInt32>] = [
    0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
  ]

  private let folder: URL
  private let table: String
  private let study: String
  private let job: String

  init() throws {
    folder = try Program.temporaryFolder()
    let name = "t\(Self.evil.replacing("/", with: "")).csv"
    table = folder.appendingPathComponent(name).path
    study = folder.appendingPathComponent("study.toml").path
    job = folder.appendingPathComponent("job.json").path
    let evil = Self.evil
    let rows = (1...24).map { row in
      "P\(row)\(evil),\(row).5,\(row % 2),\(row % 3 == 0 ? "a" : "b\(evil)"),\(row * 7 % 50)"
    }
    try ("id,os_months,os_status,arm\(evil),age\n" + rows.joined(separator: "\n") + "\n")
      .write(toFile: table, atomically: true, encoding: .utf8)
    let escaped = Self.json(evil)
    try """
    [study]
    title = "T\(escaped)"
    data = \(Self.quoted(name))
    notes = "N\(escaped)"
    origin = "O\(escaped)"
    [variables."arm\(escaped)"]
    label = "L\(escaped)"
    unit = "U\(escaped)"
    [variables.age]
    label = "A\(escaped)"
    [endpoints."OS\(escaped)"]
    label = "E\(escaped)"
    time = "os_months"
    status = "os_status"
    codes = { 0 = "censored", 1 = "D\(escaped)" }
    [[views]]
    name = "V\(escaped)"
    by = "arm\(escaped)"
    """.write(toFile: study, atomically: true, encoding: .utf8)
    try """
    {"format": "atrisk-job/1", "name": "J\(escaped)", "data": {"file": \(Self.quoted(name))},
     "endpoints": {"os": {"time": "os_months", "status": "os_status", "event": [1]}},
     "analyses": [{"id": "K\(escaped)", "type": "kaplan_meier", "endpoint": "os", "group": "arm\(escaped)"},
                  {"id": "M", "type": "rank_sum", "variable": "arm\(escaped)", "group": "arm\(escaped)"}]}
    """.write(toFile: job, atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
    let result = try Program.run(arguments, environment: environment)
    for text in [result.output, result.errors] {
      #expect(Self.commands(in: text).isEmpty, "of \(arguments)")
    }
    #expect(result.status < 3, "\(arguments) ended with \(result.status)")
    return result.output + result.errors
  }

  @Test
  func `is shown in reports, screens and answers`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in [table, study] {
      #expect(try run(["inspect", path]).contains(Self.shown))
      for keys in [
        "", "6", "6 NPage", "s", "e", "s Down Enter", "T", ": view Space 1 Enter", ".", "x", "? ",
        "/ b Enter",
      ] {
        _ = try run(["render", path, "--size", "160x50", "--keys", keys])
      }
    }
    #expect(
      try run(["render", study, "--size", "200x40", "--keys", "s Down Enter"]).contains("E" + Self.shown))
    #expect(
      try run(["render", study, "--charset", "ascii"]).contains("T?]0;owned??[2J<U+009B>2J<U+202E><U+2066>"))
    let answers = try run(["batch", job])
    #expect(answers.contains(#"b\u001b]0;owned\u0007\u001b[2J\u009b2J\u202e\u2066"#))
    let json = try JSONSerialization.jsonObject(with: Data(answers.utf8)) as? [String: Any]
    #expect(json?["job"] as? String == "J" + Self.evil)
  }

  @Test
  func `is shown in every complaint, on one line`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evil = Self.evil
    let broken = folder.appendingPathComponent("broken.csv").path
    try "a\(evil),b\n1,2,3\n".write(toFile: broken, atomically: true, encoding: .utf8)
    let stray = folder.appendingPathComponent("stray.csv").path
    try "a,b\n1,x\(evil)\"y\n".write(toFile: stray, atomically: true, encoding: .utf8)
    let file = folder.appendingPathComponent("file.toml").path
    try "[study]\ndata = \"x\"\ntitle = \"\(evil)\"\n".write(toFile: file, atomically: true, encoding: .utf8)
    let other = folder.appendingPathComponent("other.json").path
    try "{\"format\": \"x\(Self.json(evil))\"}".write(toFile: other, atomically: true, encoding: .utf8)
    let wrong = folder.appendingPathComponent("wrong.json").path
    try "{\(evil)}".write(toFile: wrong, atomically: true, encoding: .utf8)
    for arguments in [["inspect", broken], ["inspect", file], ["render", table, "--by", "id"]] {
      #expect(try run(arguments).split(separator: "\n").count == 1, "\(arguments)")
    }
    for arguments in [
      ["inspect", "/no/\(evil)\n\(evil)"], ["inspect", stray],
      ["batch", "/no/\(evil)"], ["batch", other], ["batch", wrong], ["batch", job, "-o", "/no/\(evil)"],
      ["render", table, "--where", "\(evil) = 1"], ["render", table, "--where", "os_status = '\(evil)'"],
      ["render", table, "--where", "age > '\(evil)\n'"], ["render", table, "--by", "x\(evil)\ny"],
      ["render", table, "--endpoint", evil],
    ] {
      let text = try run(arguments)
      #expect(text.split(separator: "\n").count == 1, "\(arguments): \(text)")
      #expect(text.contains("␛") || text.contains("\\u001b"), "\(arguments): \(text)")
    }
    for arguments in [
      ["render", table, "--size", evil], ["render", table, "--color", evil], ["render", "--\(evil)"],
      ["render", table, "--landmark", evil], ["render", table, evil], ["render", table, "--charset", evil],
      ["render", table, "--theme", "/no/\(evil).toml"], ["render", table, "--theme", evil],
      ["render", table, "--keys", ": \(evil) Enter"], ["render", table, "--keys", "/ \(evil) Enter"],
    ] {
      _ = try run(arguments)
    }
    _ = try run(["render", table], ["ATRISK_THEME": evil])
  }

  @Test
  func `is shown on the screen`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let screen = try TmuxScreen("160x50", [Program.path, study])
    for (keys, text) in [
      ([], "T" + Self.shown), (["s"], "Divide by"), (["Down", "Enter"], "b␛]0;"), (["6"], "Findings"),
    ] {
      for key in keys { try screen.press(key) }
      #expect(Self.commands(in: try screen.wait(for: text)).isEmpty)
    }
    try screen.press("q", "q")
    #expect(try screen.ending() == .clean(status: 0))

    let terminal = try PseudoTerminal(Size(columns: 160, rows: 50), [study])
    var bytes = terminal.output()
    for keys in ["s", "\r", "6"] {
      terminal.type(keys)
      bytes += terminal.output()
    }
    terminal.type("qq")
    #expect(terminal.exitStatus() == 0)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(Self.shown))
    for part in ["\u{1B}]0;", "\u{9B}", "\u{202E}", "\u{2066}"] { #expect(!text.contains(part)) }
  }

  private static func commands(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in forbidden.contains { $0.contains(scalar.value) } }
  }

  /// A text as it stands between the quotes of JSON and TOML, every character by its number.
  private static func json(_ text: String) -> String {
    text.utf16.map {
      "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16)
    }
    .joined()
  }

  private static func quoted(_ text: String) -> String { "\"\(json(text))\"" }
}

import Foundation

/// The real program on the screen of a real terminal: a tmux server of its own, with one window.
///
/// Nothing here waits for a time: it looks at the screen again and again until it shows what is expected, and
/// gives up after so many looks that the program would have had more than ten seconds.
package final class TmuxScreen {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  /// What the terminal was left like.
  package struct Ending: Equatable {
    package var status: Int32
    /// Whether the terminal's modes are what they were before.
    package var modesRestored: Bool
    package var alternateScreen: Bool
    package var cursorVisible: Bool
    package var mouseCaptured: Bool

    package static func clean(status: Int32) -> Ending {
      Ending(
        status: status, modesRestored: true, alternateScreen: false, cursorVisible: true, mouseCaptured: false
      )
    }
  }

  private static let looks = 3_000

  private let socket = "atrisk-test-\(UUID().uuidString.prefix(8))"
  private let folder: URL

  /// Starts a command in a window of `size` ("120x40"); without one, a shell with job control.
  package init(_ size: String, _ command: [String]?, environment changes: [String: String] = [:]) throws {
    folder = try Program.temporaryFolder()
    let sides = size.split(separator: "x").map(String.init)
    let variables = Program.environment(home: folder, ["TERM": "screen-256color"].merging(changes) { $1 })
    let assignments = variables.map { "\($0)=\($1)" }
    let script = folder.appendingPathComponent("run.sh")
    try """
    cd '\(folder.path)'
    stty -g > before
    sh -c 'echo $$ > pid; exec "$@"' sh "$@"
    echo $? > status
    stty -g > after
    tmux -L \(socket) wait-for -S ended
    exec sleep 300
    """.write(to: script, atomically: true, encoding: .utf8)
    let run =
      command.map { ["sh", script.path] + $0 } ?? ["PS1=ready ", "bash", "--norc", "--noprofile", "-i"]
    _ = try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", sides[0], "-y", sides[1], "env", "-i"] + assignments
        + run)
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  /// Presses keys by tmux's names; any other word is typed.
  package func press(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

  package func resize(_ size: String) throws {
    let sides = size.split(separator: "x").map(String.init)
    _ = try tmux(["resize-window", "-x", sides[0], "-y", sides[1]])
  }

  /// The rows on the screen, joined by newlines.
  package func capture() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The screen once it shows a text.
  @discardableResult
  package func wait(for text: String) throws -> String {
    try wait(until: "it shows \"\(text)\"") { $0.contains(text) }
  }

  /// The screen once it fulfils a condition.
  @discardableResult
  package func wait(until what: String, _ condition: (String) -> Bool) throws -> String {
    var screen = ""
    for _ in 0..<Self.looks {
      screen = try capture()
      if condition(screen) { return screen }
    }
    throw Failure(description: "waited in vain until \(what); the screen is\n\(screen)")
  }

  /// Sends a signal, such as `TERM`, to the program.
  package func signal(_ name: String) throws {
    let pid = try text("pid")
    try run("kill", ["-\(name)", pid]).check("kill -\(name) \(pid)")
  }

  /// Sends a signal to what runs in the foreground of the window's shell.
  package func signalForeground(_ name: String) throws {
    let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(
      in: .whitespacesAndNewlines)
    try run("pkill", ["-\(name)", "-P", shell]).check("pkill -\(name) -P \(shell)")
  }

  /// Writes a text on the screen as another program on the same terminal would.
  package func writeOver(_ text: String) throws {
    let terminal = try tmux(["display-message", "-p", "#{pane_tty}"]).trimmingCharacters(
      in: .whitespacesAndNewlines)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: terminal))
    try file.write(contentsOf: Data("\u{1B}[5;5H\(text)".utf8))
    try file.close()
  }

  /// Waits for the end of the program and says how it left the terminal.
  package func ending() throws -> Ending {
    try run("timeout", ["60", "tmux", "-L", socket, "wait-for", "ended"])
      .check("the program did not end; the screen is\n\((try? capture()) ?? "gone")")
    let flags = try state()
    return Ending(
      status: Int32(try text("status")) ?? -1, modesRestored: try text("before") == text("after"),
      alternateScreen: flags.alternateScreen, cursorVisible: flags.cursorVisible,
      mouseCaptured: flags.mouseCaptured)
  }

  /// What the terminal is set to now.
  package func state() throws -> (alternateScreen: Bool, cursorVisible: Bool, mouseCaptured: Bool) {
    let flags = try tmux(["display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"])
      .split(whereSeparator: \.isWhitespace).map { $0 == "1" }
    guard flags.count == 3 else { throw Failure(description: "tmux says nothing of its flags") }
    return (flags[0], flags[1], flags[2])
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func tmux(_ arguments: [String]) throws -> String {
    let result = try run("tmux", ["-u", "-L", socket] + arguments)
    try result.check("tmux \(arguments.joined(separator: " "))")
    return result.output
  }

  private struct Result {
    var output: String
    var status: Int32

    func check(_ what: String) throws {
      if status != 0 { throw Failure(description: "\(what) ended with \(status): \(output)") }
    }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Result {
    let output = folder.appendingPathComponent("output")
    let environment = Program.environment(home: folder)
    let status = try Child([program] + arguments, environment: environment, on: .file(output.path)).wait()
    return Result(output: try String(contentsOf: output, encoding: .utf8), status: status)
  }
}

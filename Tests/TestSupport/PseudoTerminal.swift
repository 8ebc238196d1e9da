import Foundation
package import TerminalGrid

/// The real program on a bare pseudo-terminal, on which every byte it sends can be counted.
package final class PseudoTerminal {
  package struct Failure: Error { package var call: String }

  /// What the C headers define in ways that Swift does not see.
  private enum Linux {
    static let unlockTerminal: UInt = 0x4004_5431
    static let terminalNumber: UInt = 0x8004_5430
  }

  private let folder: URL
  private var master: Int32
  private var child: Child?

  /// Starts the program; its terminal says nothing back unless it is told to ``type(_:)``.
  package init(_ size: Size, _ arguments: [String] = [], environment changes: [String: String] = [:]) throws {
    folder = try Program.temporaryFolder()
    let path: String
    (master, path) = try Self.open()
    var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master, UInt(TIOCSWINSZ), &window) == 0 else { throw Failure(call: "TIOCSWINSZ") }
    child = try Child(
      [Program.path] + arguments, environment: Program.environment(home: folder, changes),
      on: .terminal(path))
  }

  /// A terminal without a program: the end that a terminal emulator has, and the path of the other.
  package static func open() throws -> (master: Int32, path: String) {
    let master = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, lock): (UInt32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, Linux.unlockTerminal, &lock) == 0,
      ioctl(master, Linux.terminalNumber, &number) == 0
    else { throw Failure(call: "/dev/ptmx") }
    return (master, "/dev/pts/\(number)")
  }

  deinit {
    hangUp()
    _ = child?.waitOrKill()
    try? FileManager.default.removeItem(at: folder)
  }

  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Takes the terminal away, as a lost connection does.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Everything the program sends until it has nothing more to say for a while, at least one byte.
  ///
  /// The pause is that of the reader, not a limit for the program.
  package func output(pause milliseconds: Int32 = 400) -> [UInt8] {
    var received: [UInt8] = []
    while isReadable(within: received.isEmpty ? 30_000 : milliseconds), let more = readSome() {
      received += more
    }
    return received
  }

  /// What the program sends although nothing happens.
  package func chatter(within milliseconds: Int32) -> [UInt8] {
    isReadable(within: milliseconds) ? readSome() ?? [] : []
  }

  /// Reads on until the program ends: its exit status, or 128 and the signal that killed it.
  ///
  /// A program that does not end is killed after a time so long that nobody would wait for it.
  package func exitStatus() -> Int32 {
    while master >= 0, isReadable(within: 20_000), readSome() != nil {}
    defer { child = nil }
    return child?.waitOrKill() ?? -1
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, milliseconds) > 0
  }

  /// `nil` once the program has closed its end.
  private func readSome() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}

extension String {
  /// What a terminal was sent after the line that tells how far the reading has come, which a busy machine shows and
  /// a quick one does not.
  package var afterReadingLine: String {
    let erasing = "\r\u{1B}[K"
    guard hasPrefix("\r"), let end = range(of: erasing) else { return self }
    return String(self[end.upperBound...])
  }
}

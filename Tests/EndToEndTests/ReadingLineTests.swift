import Foundation
import TerminalGrid
import TestSupport
import Testing

/// What is seen while a file is read that comes slowly.
struct ReadingLineTests {
  private static let clearing = Array("\r\u{1B}[K".utf8)

  /// A pipe in the file system, into which a test writes as much as is taken.
  private final class Feed {
    let folder: URL
    let path: String
    private let descriptor: Int32

    init() throws {
      folder = try Program.temporaryFolder()
      path = folder.appendingPathComponent("table.csv").path
      try #require(mkfifo(path, 0o600) == 0)
      // Opened both ways, so that neither opening nor writing waits for a reader.
      descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
      try #require(descriptor >= 0)
      write("arm,months,status,remark\n")
    }

    deinit {
      close(descriptor)
      try? FileManager.default.removeItem(at: folder)
    }

    func write(_ text: String) {
      let bytes = Array(text.utf8)
      var written = 0
      while written < bytes.count {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&state, 1, 10_000) > 0 else { return }
        let count = bytes[written...].withUnsafeBytes {
          Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
        guard count > 0 else { return }
        written += count
      }
    }
  }

  /// The terminal with the program on it once the line is there, and what it has shown until then.
  private func shown(_ feed: Feed) -> (PseudoTerminal, [UInt8])? {
    guard let terminal = try? PseudoTerminal(Size(columns: 80, rows: 24), ["inspect", feed.path]) else {
      return nil
    }
    var output: [UInt8] = []
    let rows = String(repeating: "P,12,1,x\nQ,24,0,y\n", count: 100)
    // The line comes long before so many rows; a pause between them keeps the table small until then.
    for _ in 0..<60_000 {
      feed.write(rows)
      output += terminal.chatter(within: 1)
      if String(decoding: output, as: UTF8.self).contains("MB/s") { return (terminal, output) }
    }
    return nil
  }

  @Test
  func `tells how much has come, and is gone before the report`() throws {
    var feed: Feed? = try Feed()
    let (terminal, before) = try #require(feed.flatMap(shown))
    #expect(String(decoding: before, as: UTF8.self).hasPrefix("\rloading: "))
    // The pipe ends when the last writer closes it.
    feed = nil
    var after: [UInt8] = []
    while !String(decoding: after, as: UTF8.self).contains("Findings") {
      let more = terminal.output()
      try #require(!more.isEmpty)
      after += more
    }
    let text = String(decoding: before + after, as: UTF8.self)
    let parts = text.components(separatedBy: "\r\u{1B}[Ktable.csv")
    #expect(parts.count == 2)
    #expect(parts.last?.contains("\u{1B}") == false)
    #expect(terminal.exitStatus() == 0)
  }

  @Test
  func `leaves a clean line to an interrupt`() throws {
    let feed = try Feed()
    let (terminal, _) = try #require(shown(feed))
    terminal.type("\u{3}")
    let output = terminal.output()
    #expect(output.suffix(Self.clearing.count) == Self.clearing[...])
    #expect(terminal.exitStatus() == 130)
  }

  @Test
  func `is not there where nobody looks`() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("table.csv").path
    let rows = String(repeating: "P,12,1\nQ,24,0\n", count: 300_000)
    try ("arm,months,status\n" + rows).write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Program.run(["inspect", path])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test
  func `reads a table from the standard input, but no device`() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("table.csv")
    try "arm,months,status\nP,12,1\nQ,24,0\n".write(to: path, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["inspect", "-"]
    process.standardInput = try FileHandle(forReadingFrom: path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.hasPrefix("standard input\n") && text.contains("patients    2"))

    let run = try Program.run(["inspect", "-"])
    #expect(run.status == 1)
    #expect(run.errors == "standard input: this is a device; expected a file or a pipe\n")
  }
}

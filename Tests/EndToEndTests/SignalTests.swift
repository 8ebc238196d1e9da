import TestSupport
import Testing

/// Whatever ends or stops the program, the terminal is as it was.
@Suite(.serialized)
struct SignalTests {
  private func opened(_ command: [String]? = [Program.path]) throws -> TmuxScreen {
    let screen = try TmuxScreen("80x24", command)
    if command != nil { try screen.wait(for: "78 patients") }
    return screen
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("INT", 130)] as [(String, Int32)])
  func `ends with 128 and the number of the signal`(name: String, status: Int32) throws {
    let screen = try opened()
    try screen.signal(name)
    #expect(try screen.ending() == .clean(status: status))
  }

  @Test
  func `takes Ctrl-C for an interrupt`() throws {
    let screen = try opened()
    try screen.press("C-c")
    #expect(try screen.ending() == .clean(status: 130))
  }

  @Test(
    arguments: [
      ("SEGV", 139), ("ABRT", 134), ("BUS", 135), ("ILL", 132), ("FPE", 136), ("TRAP", 133), ("QUIT", 131),
    ] as [(String, Int32)])
  func `restores the terminal before it crashes`(name: String, status: Int32) throws {
    let screen = try opened()
    try screen.signal(name)
    #expect(try screen.ending() == .clean(status: status))
  }

  @Test
  func `stops for Ctrl-Z and goes on where it was, at the size of then`() throws {
    let screen = try opened(nil)
    try screen.wait(for: "ready")
    try screen.press(Program.path, "Enter")
    try screen.wait(for: "78 patients")
    try screen.press("Tab", "Down", "Space")
    try screen.wait(for: "31 of 78")

    try screen.press("C-z")
    try screen.wait(for: "Stopped")
    let stopped = try screen.state()
    #expect(!stopped.alternateScreen && stopped.cursorVisible && !stopped.mouseCaptured)

    try screen.resize("100x30")
    try screen.press("fg", "Enter")
    try screen.wait(until: "it fills the new size") { text in
      text.contains("31 of 78") && text.split(separator: "\n").contains { $0.count > 90 }
    }
    let resumed = try screen.state()
    #expect(resumed.alternateScreen && resumed.mouseCaptured)
    try screen.press("q")
    try screen.wait(until: "the shell is back") { !$0.contains("31 of 78") && $0.contains("ready") }
  }

  @Test
  func `stops and goes on when others tell it to`() throws {
    let screen = try opened(nil)
    try screen.wait(for: "ready")
    try screen.press(Program.path, "Enter")
    try screen.wait(for: "78 patients")
    try screen.signalForeground("TSTP")
    try screen.wait(for: "Stopped")
    #expect(try !screen.state().alternateScreen)
    try screen.press("fg", "Enter")
    try screen.wait(for: "78 patients")

    // Stopped without being told, its modes are the shell's when it goes on.
    try screen.signalForeground("STOP")
    try screen.press("fg", "Enter")
    try screen.wait(for: "78 patients")
    try screen.press("q")
    try screen.wait(until: "the shell is back") { !$0.contains("78 patients") && $0.contains("ready") }
  }
}

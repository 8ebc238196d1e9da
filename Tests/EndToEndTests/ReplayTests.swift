import Foundation
import TestSupport
import Testing

/// The same question asked in other ways, and told in another.
@Suite(.serialized)
struct ReplayTests {
  private func replay(_ log: String, _ arguments: [String] = []) throws -> (
    output: String, errors: String, status: Int32
  ) {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("session.log").path
    try log.write(toFile: file, atomically: true, encoding: .utf8)
    return try Program.run(["render", "--replay", file] + arguments)
  }

  @Test(arguments: ["80x24", "120x36"])
  func `a log leads to the screen of the keys that made it`(size: String) throws {
    let log = "# what was typed\nwhere sex = F\n\nby inotuzumab\nat 12 months\nbands on\nrisk-rows events\n"
    let keys = ": where Space sex=F Enter : by Space inotuzumab Enter t 12 Enter c r"
    let typed = try Program.run(["render", "--size", size, "--keys", keys])
    let replayed = try replay(log, ["--size", size])
    #expect(replayed.status == 0, "\(replayed.errors)")
    #expect(replayed.output == typed.output)
    #expect(try Program.run(["render", "--size", size]).output != typed.output)
  }

  @Test
  func `a log with a line that is no command ends with one line that names it`() throws {
    for (log, line) in [("by sex\nwherever x\n", "line 2"), ("at soon", "line 1"), ("\n\nundo\n", "line 3")] {
      let result = try replay(log)
      #expect(result.status != 0 && result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(result.errors.contains(line), "\(result.errors)")
    }
  }

  @Test
  func `to be heard, a view has headings and every number, and draws nothing`() throws {
    let text = try Program.run(["render", "--linear", "--by", "inotuzumab"]).output
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for heading in ["Estimates", "Tests", "Differences", "Numbers at risk", "Patients", "Methods"] {
      #expect(lines.contains(heading))
    }
    for drawn in [0x2190...0x21FF, 0x2500...0x259F, 0x25A0...0x25FF, 0x2800...0x28FF] as [ClosedRange<UInt32>]
    {
      #expect(!text.unicodeScalars.contains { drawn.contains($0.value) })
    }
    #expect(!text.contains("\u{1B}") && !text.contains("  "))
    #expect(text.contains("66.3 per cent, 95 per cent confidence interval 50.0 to 78.4"))
    #expect(text.contains("78 of 78 analysed, 18 events"))
  }
}

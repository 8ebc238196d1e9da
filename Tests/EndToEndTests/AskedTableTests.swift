import Foundation
import TestSupport
import Testing

/// Tables that can be read in more than one way: asked about on a terminal, refused with what to say in a script.
@Suite(.serialized)
final class AskedTableTests {
  private let folder: URL

  init() throws { folder = try Program.temporaryFolder() }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Times 1 to 30 with the codes 1, 2 and 3 in turn.
  private func table(_ name: String = "melanoma.csv") throws -> String {
    let path = folder.appendingPathComponent(name).path
    let rows = (1...30).map { "\($0 * 10),\($0 % 3 + 1),\($0 % 2 == 0 ? "F" : "M")\n" }
    try ("time,status,sex\n" + rows.joined()).write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test
  func `is asked about, shown with its counts, kept, and not asked about again`() throws {
    let path = try table()
    let screen = try TmuxScreen("100x30", [Program.path, path])
    try screen.wait(for: "What is the endpoint?")
    #expect(try screen.capture().contains("“1” (10), “2” (10), “3” (10)"))
    try screen.press("Enter")
    try screen.wait(for: "What does “1” mean in status?")
    try screen.press("1", "Enter")
    try screen.wait(for: "What does “2” mean in status?")
    // No such choice, then back to the first code and forth again.
    try screen.press("9", "Enter")
    try screen.wait(for: "Expected a number from 1 to 4")
    try screen.press("b", "Enter")
    try screen.wait(until: "it is the first code again") {
      $0.components(separatedBy: "What does “1” mean").count == 3
    }
    try screen.press("1", "Enter")
    try screen.wait(until: "it is the second code again") {
      $0.components(separatedBy: "What does “2” mean").count == 3
    }
    try screen.press("3", "Enter")
    try screen.wait(for: "What does “3” mean in status?")
    try screen.press("2", "Enter")
    try screen.wait(for: "10 event, 10 competing event 3, 10 censored")
    try screen.press("Enter")
    try screen.wait(for: "at risk")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))

    let kept = try String(
      contentsOfFile: folder.appendingPathComponent("melanoma.toml").path, encoding: .utf8)
    #expect(kept.contains("codes = { 1 = \"event\", 2 = \"censored\", 3 = \"competing event 3\" }"))
    let again = try Program.run(["inspect", path, "--format", "json"])
    #expect(again.output.contains("\"verdict\": \"opens\""))
    #expect(again.output.contains("\"events\": {\"event\": 10, \"competing event 3\": 10}"))
  }

  @Test
  func `can be left, with one line that says how to answer without being asked`() throws {
    let screen = try TmuxScreen("100x30", [Program.path, try table()])
    try screen.wait(for: "What is the endpoint?")
    try screen.press("q", "Enter")
    #expect(try screen.ending() == .clean(status: 1))
    #expect(try screen.capture().replacing("\n", with: "").contains("--time COLUMN --status COLUMN"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["melanoma.csv"])
  }

  @Test
  func `is refused in a script, and read as the options say`() throws {
    let path = try table()
    let refused = try Program.run(["render", path])
    #expect(refused.status == 1)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors
        == "\(path): status: the codes are 1, 2, 3, and nothing says which of them means that there"
        + " was no event; say --time COLUMN --status COLUMN --event CODE\n")
    let options = ["--time", "time", "--status", "status", "--event", "1", "--competing", "3"]
    let read = try Program.run(["inspect", path, "--format", "json"] + options)
    #expect(read.status == 0)
    #expect(read.output.contains("\"n\": 30, \"events\": {\"event\": 10, \"competing event 3\": 10}"))
    #expect(try Program.run(["render", path] + options).status == 0)
  }

  @Test(arguments: [
    (["--time", "tme"], "--time is “tme”; expected the name of a column; did you mean “time”?"),
    (
      ["--time", "time", "--status", "status", "--event", "7"],
      "--event is “7”; expected one of “1” (10), “2” (10), “3” (10)"
    ),
    (["--event", "1"], "--event is “1”; expected --time and --status with it"),
    (
      ["--time", "sex", "--status", "status", "--event", "1"], "--time is “sex”; expected a column of numbers"
    ),
    (["--id", "pid"], "--id is “pid”; expected the name of a column"),
  ])
  func `says what does not fit of what was said`(options: [String], message: String) throws {
    let path = try table()
    let run = try Program.run(["inspect", path] + options)
    #expect(run.status == 1)
    #expect(run.errors == "\(path): \(message)\n")
  }

  @Test
  func `a guess is on the first line until it is confirmed`() throws {
    let path = folder.appendingPathComponent("cohort.csv").path
    let rows = (1...30).map { "\($0),\($0 % 2)\n" }.joined()
    try ("os_months,os_status\n" + rows).write(toFile: path, atomically: true, encoding: .utf8)
    let screen = try TmuxScreen("120x30", [Program.path, path])
    try screen.wait(for: "at risk")
    let first = { try screen.capture().split(separator: "\n").first.map(String.init) ?? "" }
    #expect(try first().contains("guessed: 0 = censored (15), 1 = death (15) by os_months, os_status"))
    try screen.press("K")
    try screen.wait(for: "kept in")
    #expect(try !first().contains("guessed"))
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
    #expect(try Program.run(["render", path]).output.contains("guessed") == false)
  }

  @Test
  func `a place that cannot be written is no hindrance: the answers go to the state folder`() throws {
    // As root every folder can be written; a folder in the way of the file cannot be replaced.
    let path = folder.appendingPathComponent("cohort.csv").path
    let rows = (1...30).map { "\($0),\($0 % 2)\n" }.joined()
    try ("os_months,os_status\n" + rows).write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("cohort.toml"), withIntermediateDirectories: false)
    let screen = try TmuxScreen("120x30", [Program.path, path])
    try screen.wait(for: "at risk")
    try screen.press("K")
    try screen.wait(for: "atrisk/readings/")
    try screen.press("q")
    #expect(try screen.ending() == .clean(status: 0))
  }
}

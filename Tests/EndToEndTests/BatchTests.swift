import Foundation
import TestSupport
import Testing

/// Questions answered from a job file.
@Suite(.serialized)
struct BatchTests {
  private let job = Repository.root().appending(path: "Tests/ReferenceData/plateau.job.json").path

  @Test
  func `answers a job file on standard output, the same into a file`() throws {
    let printed = try Program.run(["batch", job])
    #expect(printed.status == 0 && printed.errors.isEmpty)
    #expect(printed.output.hasPrefix("{\n  \"format\": \"atrisk-results/1\",\n  \"job\": \"plateau\""))
    let path = NSTemporaryDirectory() + "atrisk-batch-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let written = try Program.run(["batch", job, "-o", path])
    #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed.output)
  }

  @Test
  func `reads the table in the mode of the option, and refuses other words`() throws {
    for mode in ["verbatim", "inferred"] {
      let printed = try Program.run(["batch", job, "--reading", mode])
      #expect(printed.status == 0 && printed.errors.isEmpty)
      #expect(printed.output.contains("\"reading\": \"\(mode)\",\n"))
    }
    let refused = try Program.run(["batch", job, "--reading", "guessed"])
    #expect(refused.status == 2 && refused.output.isEmpty)
  }

  @Test
  func `says in one line what is wrong with a job`() throws {
    let path = NSTemporaryDirectory() + "atrisk-batch-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("{\"format\": \"atrisk-job/2\"}".utf8).write(to: URL(fileURLWithPath: path))
    let result = try Program.run(["batch", path])
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(
      result.errors
        == "\(path): $.format: \"atrisk-job/2\" is no format of jobs; expected atrisk-job/1\n")
  }
}

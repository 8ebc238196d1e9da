import Foundation
import TestSupport
import Testing

/// `atrisk figure`: pictures for paper.
@Suite(.serialized)
struct FigureTests {
  @Test(arguments: [
    (["figure", "curves"], "curves.svg", "<?xml"),
    (["figure", "curves", "--by", "sex"], "curves.pdf", "%PDF"),
    (["figure", "stacked", "--endpoint", "CIR"], "stacked.svg", "<?xml"),
    (["figure", "forest", "--where", "age_years > 2"], "forest.pdf", "%PDF"),
    (["figure", "forest", "--covariates", "inotuzumab, sex", "--format", "svg"], "model.txt", "<?xml"),
  ])
  func `is written as its name or format says, and says nothing`(
    command: [String], name: String, beginning: String
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    let result = try Program.run(command + ["-o", path])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty, "\(result.errors)")
    let written = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(String(decoding: written.prefix(beginning.utf8.count), as: UTF8.self) == beginning)
    #expect(written.count > 5000)
    let again = try Program.run(command + ["-o", path])
    #expect(again.status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == written)
  }

  @Test(
    arguments: [
      (["figure", "curves", "-o", "a.gif"], 2, "--format svg, pdf or png"),
      (["figure", "curves", "-o", "a.svg", "--format", "gif"], 2, "gif"),
      (["figure", "curves"], 2, "-o"),
      (["figure", "pie", "-o", "a.svg"], 2, "pie"),
      (["figure", "curves", "-o", "a.svg", "--width", "wide"], 2, "18cm"),
      (["figure", "curves", "-o", "a.svg", "--model", "cox"], 2, "--model"),
      (["figure", "forest", "-o", "a.svg", "--bands"], 2, "--bands"),
      (["figure", "stacked", "-o", "a.svg"], 2, "expected one of CIR"),
      (["figure", "stacked", "-o", "a.svg", "--endpoint", "CIR", "--by", "sex"], 2, "--by"),
      (["figure", "curves", "-o", "/nonexistent/a.svg"], 1, "/nonexistent/a.svg"),
      (["figure", "curves", "-o", "a.svg", "--where", "age_years > 99"], 1, "nothing to draw"),
      (["figure", "curves", "-o", "a.svg", "--height", "20mm"], 1, "needs a height of"),
      (["figure", "curves", "-o", "a.svg", "--width", "20mm"], 1, "needs a width of"),
    ] as [([String], Int32, String)])
  func `says in one line why there is none`(command: [String], status: Int32, words: String) throws {
    let result = try Program.run(command)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1 && result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "a.svg"))
  }

  @Test
  func `tells of all its options`() throws {
    let help = try Program.run(["figure", "--help"]).output
    for option in [
      "--output", "--format", "--width", "--height", "--bands", "--marks", "--risk-rows", "--model", "--by",
      "--where", "--landmark",
    ] { #expect(help.contains(option)) }
  }
}

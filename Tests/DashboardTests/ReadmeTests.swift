import Dashboard
import Foundation
import TerminalGrid
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  private func readme() throws -> String {
    try String(contentsOf: Repository.root().appending(path: "README.md"), encoding: .utf8)
  }

  @Test("The screen in it is what the program draws")
  func screen() async throws {
    let renderer = try await Screens.renderer(
      size: "100x29", commands: ["endpoint DFS", "by inotuzumab", "where disease_phase in (CR2, CR3)"])
    let shown = try #require(try readme().components(separatedBy: "```\n").dropFirst().first)
    // How often P values were seen depends on the way there, not on the question.
    let drawn = renderer.rows.map { $0.replacing("P values seen 2", with: "P values seen 1") }
    #expect(
      shown.split(separator: "\n").map(String.init).dropFirst() == drawn.filter { !$0.isEmpty }.dropFirst())
  }

  @Test("Every key of the program is in its table of keys")
  func keys() throws {
    let table = try #require(try readme().components(separatedBy: "## ").first { $0.hasPrefix("Keys") })
    for binding in KeyTable.all {
      for case .character(let key) in binding.keys where !"hjkl ".contains(key) {
        #expect(table.contains("`\(key)`"), "\(binding.help)")
      }
    }
  }
}

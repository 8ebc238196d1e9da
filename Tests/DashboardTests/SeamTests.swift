import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Dashboard
import Report
import Session
import Study
import TerminalGrid
import Testing

@testable import atrisk

/// Everything above a source is the same over any source: the bitmap engine, and one that looks at every patient.
@Suite("The seam between screen and source")
struct SeamTests {
  private struct Pair {
    var one: Renderer
    var other: Renderer

    init(size: String = "120x36") async throws {
      let opening = try Screens.opening()
      let naive = Scenery(Analyst(NaiveSource(opening.study.cohort)), study: opening.description)
      let state = opening.state(size: Screens.size(size))
      one = try await Renderer(state, scenery: opening.scenery)
      other = try await Renderer(state, scenery: naive)
    }

    mutating func press(_ keys: [Key]) async throws {
      try await one.press(keys)
      try await other.press(keys)
    }

    mutating func resize(_ size: Size) async throws {
      try await one.resize(size)
      try await other.resize(size)
    }

    /// Same screen, same session, same tables for people and programs.
    func check(_ place: Comment) throws {
      #expect(one.state.session == other.state.session, place)
      #expect(one.grid == other.grid, place)
      let (a, b) = (try #require(one.state.scene).report, try #require(other.state.scene).report)
      #expect(a.curves == b.curves, place)
      #expect(
        [a.curveData, a.riskData(), a.estimatesData(), a.differencesData, a.testsData, a.flowData]
          == [b.curveData, b.riskData(), b.estimatesData(), b.differencesData, b.testsData, b.flowData], place
      )
      #expect(a.document(title: "") == b.document(title: ""), place)
      #expect(a.figure == b.figure, place)
    }
  }

  @Test(
    "Every key and every menu from several places shows the same",
    arguments: ["", "j Space s inotu Enter", "e CIR Enter r r c", "6"])
  func keys(before: String) async throws {
    for binding in KeyTable.all {
      guard let key = binding.keys.first, key != .character("q") else { continue }
      var pair = try await Pair()
      try await pair.press(Key.sequence(parsing: before))
      try await pair.press([key])
      try pair.check("\(before), \(binding.help)")
      for more in ["Down", "Down Enter"] where pair.one.state.overlay != nil {
        try await pair.press(Key.sequence(parsing: more))
        try pair.check("\(before), \(binding.help), \(more)")
      }
    }
  }

  @Test("Every endpoint by every variable that can divide has the same screens and tables")
  func everyQuestion() async throws {
    var pair = try await Pair(size: "80x24")
    let schema = pair.one.state.schema
    for endpoint in schema.endpoints {
      for variable in schema.variables {
        guard let arms = try? Arms(variable) else { continue }
        for command in [Command.endpoint(endpoint.name), .by(arms)] {
          try await pair.one.run(command)
          try await pair.other.run(command)
        }
        try pair.check("\(endpoint.name) by \(variable.name)")
      }
    }
  }

  @Test("Random sessions at random sizes show the same", arguments: 1...6)
  func random(seed: UInt64) async throws {
    var use = RandomUse(seed: seed &+ 100)
    var pair = try await Pair()
    for step in 0..<40 {
      let act = use.next(in: pair.one.state.size)
      switch act {
      case .key(let key): try await pair.press([key])
      case .line(let text):
        try await pair.press([.escape, .escape, .character(":")] + text.map { Key.character($0) } + [.enter])
      case .resize(let size): try await pair.resize(size)
      case .mouse: continue
      }
      try pair.check("step \(step), \(act)")
    }
    for size in Screens.sizes {
      try await pair.resize(Screens.size(size))
      try pair.check("at \(size)")
    }
  }
}

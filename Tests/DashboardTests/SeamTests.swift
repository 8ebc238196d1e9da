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
      // Endpoints are built of the file, not of a source: neither has one.
      let engine = Scenery(opening.analyst, study: opening.description)
      one = try await Renderer(state, scenery: engine)
      other = try await Renderer(state, scenery: naive)
    }

    mutating func press(_ keys: [Key]) async throws {
      try await one.press(keys)
      try await other.press(keys)
    }

    mutating func run(_ command: Command) async throws {
      try await one.run(command)
      try await other.run(command)
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
    arguments: [
      "", "j Space s inotu Enter", "e CIR Enter r r c", "6", "2 j Space", "2 e CIR Enter o PageDown",
      "3 j Space j j Space", "5 j Space", "s inotu Enter 5 j x j", "x Enter",
      "3 j Space j j Space", "4 j Space s inotu Enter", "j Space 4 v",
    ])
  func keys(before: String) async throws {
    var first = try await Pair()
    try await first.press(Key.sequence(parsing: before))
    for binding in KeyTable.all {
      guard let key = binding.keys.first, key != .character("q") else { continue }
      var pair = first
      try await pair.press([key])
      try pair.check("\(before), \(binding.help)")
      for more in ["Down", "Enter"] where pair.one.state.overlay != nil {
        try await pair.press(Key.sequence(parsing: more))
        try pair.check("\(before), \(binding.help), \(more)")
      }
    }
  }

  @Test("Every endpoint, and every variable that can divide, has the same screens and tables")
  func everyQuestion() async throws {
    var pair = try await Pair(size: "80x24")
    let schema = pair.one.state.schema
    for name in pair.one.state.display.openVariables { try await pair.run(.close(name)) }
    let divisions = schema.variables.compactMap { try? Arms($0) }
    for (place, arms) in divisions.enumerated() {
      let endpoint = schema.endpoints[place % schema.endpoints.count]
      try await pair.run(.endpoint(endpoint.name))
      try await pair.run(.by(arms))
      try pair.check("\(endpoint.name) by \(arms.variable)")
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

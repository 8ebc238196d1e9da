import CohortEngine
import Dashboard
import SurvivalStatistics
import TerminalGrid
import Testing

@Suite("Random use")
struct MonkeyTests {
  private static let keys: [Key] =
    KeyTable.all.filter { ![.quit, .interrupt, .leave].contains($0.action) }.flatMap(\.keys)
    + [.enter, .escape, .down, .down, .character(" "), .character("2"), .character("c"), .backspace]

  @Test(
    "No key at any size breaks the screen, the counts agree, and undo leads back to the start",
    arguments: 1...12)
  func monkey(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var renderer = try await Screens.renderer(try Screens.state(size: "100x30"))
    let start = renderer.state.question
    for _ in 0..<120 {
      let key = Self.keys.randomElement(using: &generator) ?? .down
      try await renderer.press([key])
      if Int.random(in: 0..<10, using: &generator) == 0 {
        renderer.resize(
          Size(
            columns: Int.random(in: 1...240, using: &generator),
            rows: Int.random(in: 1...70, using: &generator)))
      }
      let grid = renderer.grid
      #expect(grid.size == renderer.state.size)
      #expect(!grid.text.contains("nan"), "a NaN after \(key)")
      let snapshot = try #require(renderer.state.snapshot)
      let answer = snapshot.answer
      #expect(snapshot.question == renderer.state.question)
      #expect(answer.overall.subjectCount + answer.unusableCount == answer.selectedCount)
      let stratified = answer.strata.reduce(0) { $0 + $1.table.subjectCount }
      if !answer.strata.isEmpty {
        #expect(stratified + answer.unstratifiedCount == answer.overall.subjectCount)
      }
    }
    while renderer.state.history.canUndo { try await renderer.perform(.undo) }
    var back = renderer.state.question
    // A change of unit converts the landmark where it stands and is no step of its own.
    back.landmark = start.landmark
    #expect(back == start)
  }
}

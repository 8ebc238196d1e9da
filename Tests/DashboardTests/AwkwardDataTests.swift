import CohortEngine
import Dashboard
import TerminalGrid
import Testing

@Suite("Data as they come")
struct AwkwardDataTests {
  @Test(
    "Tables of one patient, of censored only, of one time, of time zero: a screen without NaN each",
    arguments: [
      "time,status\n5,1\n", "time,status\n5,0\n", "time,status\n5,0\n7,0\n9,0\n",
      "time,status\n4,1\n4,1\n4,0\n",
      "time,status\n0,1\n0,0\n0,1\n", "time,status\n0,1\n1,0\n0,1\n",
      "time,status\n0.000000001,1\n0.000000002,0\n",
      "time,status\n1e12,1\n5e11,0\n1,1\n",
      "time,status,arm\n1,1,a\n2,0,a\n3,1,b\n",
    ])
  func degenerate(table: String) async throws {
    var renderer = try await Screens.renderer(try Screens.state(table: table))
    for keys in ["", "c", "r r", "x", "s Down Enter", "Z"] {
      try await renderer.press(Key.sequence(parsing: keys))
      let text = renderer.grid.text.lowercased()
      #expect(!text.contains("nan"))
      #expect(!text.contains("inf"))
      #expect(!text.contains("0.0–0.0"))
    }
  }

  @Test("Without a unit or round times the estimates are still read at a time inside follow-up")
  func unknownUnit() throws {
    let state = try Screens.state(table: "time,status\n999,1\n300,0\n12,1\n")
    #expect(state.question.landmark == 200)
  }

  @Test("A condition inverted and added to again and again stops getting deeper, and undo leads back")
  func depth() throws {
    var state = try Screens.state()
    _ = state.update(.search("age_years"))
    let start = state.question
    let condition = try FilterExpression(
      parsing: "age_years = 5 or age_years = 6", variables: state.cohort.variables)
    for _ in 0..<1000 {
      _ = state.update(.add(condition))
      _ = state.update(.invert)
    }
    #expect(state.question.filters.depth == FilterExpression.deepest)
    #expect(state.message?.text.contains("200 conditions inside each other") == true)
    while state.history.canUndo { _ = state.update(.undo) }
    #expect(state.question == start)
  }
}

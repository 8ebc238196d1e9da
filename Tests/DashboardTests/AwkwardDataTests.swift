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
}

import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Session
import TerminalGrid
import Testing

@Suite("Data as they come")
struct AwkwardDataTests {
  @Test(
    "Tables of one patient, of censored only, of one time, of time zero: a screen without NaN each",
    arguments: [
      "time,status\n5,1\n", "time,status\n5,0\n7,0\n9,0\n1,1\n",
      "time,status\n4,1\n4,1\n4,0\n",
      "time,status\n0,1\n0,0\n0,1\n", "time,status\n0,1\n1,0\n0,1\n",
      "time,status\n0.000000001,1\n0.000000002,0\n",
      "time,status\n1e12,1\n5e11,0\n1,1\n",
      "time,status,arm\n1,1,a\n2,0,a\n3,1,b\n",
    ])
  func degenerate(table: String) async throws {
    var renderer = try await Screens.renderer(table: table)
    for keys in ["", "c", "r r", "x", "s Down Enter", "Escape Z"] {
      try await renderer.keys(keys)
      let text = renderer.text.lowercased()
      #expect(!text.contains("nan"))
      #expect(!text.contains(" inf"))
      #expect(!text.contains("0.0–0.0"))
    }
  }

  @Test("Without a unit or round times the estimates are still read at a time inside follow-up")
  func unknownUnit() async throws {
    let renderer = try await Screens.renderer(table: "time,status\n999,1\n300,0\n12,1\n")
    #expect(renderer.state.question.at == TimePoint(200, nil))
    #expect(renderer.text.contains("the unit of time is not known"))
  }

  @Test("Levels in scripts that ASCII does not have are told apart where there is ASCII only")
  func scripts() async throws {
    let levels = ["完全缓解", "部分缓解", "疾病进展"]
    let source = Screens.cohort("response", levels: levels)
    var renderer = try await Screens.renderer(BitmapEngine(source), size: "120x36")
    try await renderer.ask("by response")
    for level in levels { #expect(renderer.text.contains(level)) }
    try await renderer.ask("charset ascii")
    #expect(renderer.text.allSatisfy { $0.isASCII })
    let shown = levels.map { renderer.state.charset.spelled($0) }
    #expect(Set(shown).count == 3)
    for text in shown {
      #expect(text.contains { $0.isLetter || $0.isNumber }, "\(text) says nothing")
      #expect(renderer.text.contains(text), "\(text) is nowhere on the screen")
    }
  }

  @Test("What came from a file cannot command the terminal")
  func controls() async throws {
    let levels = ["a\u{1B}[31mred", "b\u{202E}back", "c\u{7}bell"]
    let source = Screens.cohort("odd\u{1B}c", label: "Odd \u{9B}2J", levels: levels)
    var renderer = try await Screens.renderer(BitmapEngine(source), size: "120x36")
    for keys in ["", "s Down Enter", "s", "Escape ? ", "Escape : b y Space"] {
      try await renderer.keys(keys)
      #expect(
        renderer.text.unicodeScalars.allSatisfy { scalar in
          scalar == "\n"
            || scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E
        })
    }
  }
}

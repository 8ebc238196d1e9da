import Analysis
import CohortModel
import Dashboard
import Report
import Session
import TerminalGrid
import Testing

/// What a screen shows of arms and filters known only later.
@Suite("Known only later, on the screen")
struct KnownLaterViewTests {
  private let gvhd = ["endpoint OS", "by agvhd_any"]

  @Test(
    "Refused: one sentence why, the keys that lead on, and no number of the curves", arguments: Screens.sizes)
  func refused(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, commands: gvhd)
    let text = renderer.curvesText
    #expect(text.contains("Not shown: Acute GvHD"))
    #expect(text.contains("immortal time"))
    for key in ["L", "M", "s", "!"] {
      #expect(text.contains("\n   \(key)   "), "\(key) in \(text)")
    }
    #expect(!text.contains("%") && !text.contains("P =") && !text.contains("at risk"))
    #expect(renderer.state.looks == 0)
    let filtered = try await Screens.renderer(size: size, commands: ["where cgvhd_any = no", "by sex"])
    #expect(filtered.curvesText.contains("Not shown: Chronic GvHD"))
    #expect(!filtered.curvesText.contains("log-rank"))
  }

  @Test("M and ! lead there and back, and a landmark ends what M began", arguments: Screens.sizes)
  func keys(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, commands: gvhd + ["pane off"])
    try await renderer.keys("M")
    #expect(
      renderer.text.contains("Mantel–Byar χ²₁ = 1.70") || renderer.text.contains("Mantel–Byar P = .193"))
    #expect(renderer.text.contains("GvHD: not yet"))
    #expect(renderer.text.contains("not to be used"))
    #expect(renderer.state.looks == 1)
    try await renderer.keys("M")
    #expect(renderer.text.contains("Not shown"))
    try await renderer.keys("!")
    let banner = try #require(renderer.row("▲ from time zero by what is known only later: immortal time"))
    #expect(!banner.contains("…"))
    #expect(renderer.styles(of: "▲ from").allSatisfy { $0.foreground == .error })
    #expect(renderer.styles(of: "log-rank").allSatisfy { !$0.bold })
    try await renderer.keys("! M L 3 Enter")
    #expect(renderer.state.question.knownLater == .refused)
    #expect(renderer.text.contains("log-rank") && renderer.text.contains("not to be used"))
    #expect(!renderer.text.contains("Mantel"))
  }

  @Test("The naive numbers have a line through them, where there are such characters")
  func struck() async throws {
    let renderer = try await Screens.renderer(commands: gvhd + ["landmark 3.3"])
    let line = try #require(renderer.row("not to be used"))
    #expect(line.contains("9\u{336}2\u{336}.\u{336}1\u{336}%\u{336}"))
    #expect(!line.contains("92.1%"))
    let ascii = try await Screens.renderer(commands: gvhd + ["landmark 3.3", "charset ascii"])
    #expect(ascii.row("not to be used")?.contains("92.1%") == true)
  }

  @Test("Where nothing is known only later, the keys say so and change nothing")
  func early() async throws {
    var renderer = try await Screens.renderer(commands: ["by sex"])
    let before = renderer.state.question
    try await renderer.keys("M")
    #expect(renderer.text.contains("Mantel–Byar is for arms known only later"))
    try await renderer.keys("!")
    #expect(renderer.text.contains("Nothing asked here is known only later"))
    #expect(renderer.state.question == before)
  }

  @Test("A late filter has its banner over the factors, too")
  func factors() async throws {
    let renderer = try await Screens.renderer(commands: ["where cgvhd_any = no", "view univariable"])
    #expect(renderer.text.contains("immortal time"))
  }
}

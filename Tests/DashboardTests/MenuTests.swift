import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Session
import TerminalGrid
import Testing

@testable import atrisk

@Suite("Menus and the command line")
struct MenuTests {
  // MARK: Menus

  @Test("The arms menu narrows as one types, and Escape leaves the question as it was")
  func arms() async throws {
    var renderer = try await Screens.renderer(keys: "s inotu Enter")
    #expect(renderer.state.question.arms == .levels(of: "inotuzumab"))
    try await renderer.keys("s Home Escape")
    #expect(renderer.state.question.arms == .levels(of: "inotuzumab"))
    #expect(renderer.state.overlay == nil)
  }

  @Test("The arms menu lists every variable, those that cannot divide with the reason")
  func everyVariable() async throws {
    var renderer = try await Screens.renderer(keys: "s")
    let menu = try #require(renderer.menu)
    #expect(menu.items.count == renderer.state.listedVariables.count + 1)
    let cytogenetics = try #require(menu.items.first { $0.label == "Cytogenetics" })
    #expect(cytogenetics.detail.contains("15 values") && cytogenetics.detail.contains("8"))
    try await renderer.keys("Cytogenetics Enter")
    #expect(renderer.state.question.arms == nil)
    #expect(renderer.overlayError?.contains("15 values") == true)
    #expect(renderer.text.contains("15 values"))
  }

  @Test("What is known only later says so in the arms menu")
  func late() async throws {
    let renderer = try await Screens.renderer(keys: "s")
    let items = try #require(renderer.menu?.items)
    #expect(items.first { $0.label == "Acute GvHD" }?.detail.contains("known later") == true)
    #expect(items.first { $0.label == "Sex" }?.detail.contains("known later") == false)
  }

  @Test("Help groups the keys and explains every sign of the screen")
  func help() async throws {
    let renderer = try await Screens.renderer(size: "200x60", keys: "?")
    let items = try #require(renderer.menu?.items)
    #expect(items.allSatisfy { $0.group != nil })
    for binding in KeyTable.all {
      #expect(items.contains { $0.label.contains(binding.help) }, "\(binding.help)")
    }
    for word in CommandWord.allCases {
      #expect(items.contains { $0.label.contains(word.usage) }, "\(word)")
    }
    let explained = items.filter { $0.group == "What it means" }.map(\.label)
    for sign in [
      "NE", "NR", "95% CI", "†", "P values seen", "at risk", "unknown", "landmark", "censor-at", "follow-up",
      "known later",
    ] {
      #expect(explained.contains { $0.hasPrefix(sign) }, "\(sign) is not explained")
    }
    #expect(renderer.text.contains("Moving about"))
  }

  @Test("Help chooses: Enter does what is under the cursor")
  func helpChooses() async throws {
    let renderer = try await Screens.renderer(keys: "? confidence Space bands Enter")
    #expect(renderer.state.display.showsIntervals)
    let word = try await Screens.renderer(keys: "? :landmark Enter")
    #expect(word.commandLine?.line.text == "landmark ")
  }

  @Test(
    "A window that changes its size under a menu keeps the menu", arguments: ["60x18", "200x60", "120x36"])
  func resized(size: String) async throws {
    for keys in ["s", "?", ": w h", "t 1", "/ ag"] {
      var renderer = try await Screens.renderer(size: "100x30", keys: keys)
      let overlay = renderer.state.overlay
      try await renderer.resize(Screens.size(size))
      #expect(renderer.state.overlay == overlay)
      #expect(renderer.grid.size == Screens.size(size))
      try await renderer.resize(Screens.size("20x5"))
      try await renderer.resize(Screens.size("100x30"))
      #expect(renderer.grid == (try await Screens.renderer(size: "100x30", keys: keys)).grid, "\(keys)")
    }
  }

  @Test("A theme is shown while it is under the cursor, and Escape takes it back")
  func themes() async throws {
    let opening = try Screens.opening()
    try #require(opening.themes.count > 1)
    var renderer = try await Screens.renderer(opening)
    let first = renderer.state.theme.name
    try await renderer.keys("T Down")
    #expect(renderer.state.theme.name != first)
    try await renderer.keys("Escape")
    #expect(renderer.state.theme.name == first)
  }

  // MARK: The command line

  @Test("Tab completes words, variables and levels")
  func completes() async throws {
    var renderer = try await Screens.renderer(keys: ": wh Tab")
    #expect(renderer.commandLine?.line.text == "where ")
    try await renderer.keys("disease_ph Tab")
    #expect(renderer.commandLine?.line.text.hasPrefix("where disease_phase") == true)
    try await renderer.press(" = CR".map { Key.character($0) })
    let levels = try #require(renderer.commandLine?.candidates.map(\.label))
    #expect(["CR1", "CR2", "CR3"].allSatisfy(levels.contains))
    try await renderer.keys("3 Tab Enter")
    #expect(renderer.state.question.filters["disease_phase"] == .oneOf("disease_phase", ["CR3"]))
  }

  @Test("by with a variable and Enter divides by it; an endpoint's name alone chooses it")
  func words() async throws {
    var renderer = try await Screens.renderer()
    try await renderer.type("by inotuzumab")
    #expect(renderer.state.question.arms == .levels(of: "inotuzumab"))
    try await renderer.type("os")
    #expect(renderer.state.question.endpoint == "OS")
    #expect(renderer.state.overlay == nil)
  }

  @Test("C-p recalls what was typed, by how it begins")
  func history() async throws {
    var renderer = try await Screens.renderer()
    for line in ["by sex", "at 12", "by inotuzumab"] { try await renderer.type(line) }
    try await renderer.keys(": C-p")
    #expect(renderer.commandLine?.line.text == "by inotuzumab")
    try await renderer.keys("C-p C-p")
    #expect(renderer.commandLine?.line.text == "by sex")
    try await renderer.keys("C-n")
    #expect(renderer.commandLine?.line.text == "at 12")
    try await renderer.keys("Escape : by Space C-p C-p Enter")
    #expect(renderer.state.question.arms == .levels(of: "sex"))
  }

  @Test("A line longer than the screen scrolls, and its end stays in sight", arguments: ["60x18", "120x36"])
  func longLines(size: String) async throws {
    var renderer = try await Screens.renderer(size: size)
    let line = "where " + (0..<40).map { "age_years != \($0)" }.joined(separator: " and ")
    try await renderer.type(line, andEnters: false)
    #expect(renderer.text.contains("age_years != 39"))
    try await renderer.keys("Home")
    #expect(renderer.text.contains("where age_years != 0"))
    try await renderer.keys("Enter")
    #expect(renderer.overlayError == nil)
    #expect(!renderer.state.question.filters.isEmpty)
  }

  @Test(
    "A wrong command says what was expected, changes nothing and keeps what was typed",
    arguments: [
      "where agee > 3", "by nonsense", "endpoint XYZ", "at soon", "theme pink", "frobnicate now", "view 99",
      "by age_years nan", "by age_years 1 2 3 4 5 6 7 8 9 10 11 12", "by cytogenetics", "by sex 12", "undo",
      "censor-at 0", "close nothing", "where age_years >",
    ])
  func wrongCommands(command: String) async throws {
    var renderer = try await Screens.renderer()
    let before = renderer.state.session
    try await renderer.type(command)
    #expect(renderer.state.session == before)
    let error = try #require(renderer.overlayError, "\(command)")
    #expect(renderer.commandLine?.line.text.hasPrefix(command) == true)
    #expect(renderer.text.contains(error.prefix(30)))
    try await renderer.keys("Escape")
    #expect(renderer.state.overlay == nil)
  }

  @Test("The same cut twice is one, and cuts are put in order")
  func cuts() async throws {
    var renderer = try await Screens.renderer()
    try await renderer.type("by age_years 5 5 10")
    #expect(renderer.state.question.arms == .cuts(of: "age_years", at: [5, 10]))
    try await renderer.type("by age_years 12 4")
    #expect(renderer.state.question.arms == .cuts(of: "age_years", at: [4, 12]))
  }

  @Test("Thirteen arms are more than can be told apart, and the reason is said")
  func thirteen() async throws {
    let cohort = Screens.cohort("centre", levels: (1...13).map { "centre \($0)" })
    var renderer = try await Screens.renderer(BitmapEngine(cohort))
    try await renderer.type("by centre")
    #expect(renderer.state.question.arms == nil)
    #expect(renderer.overlayError?.contains("13 values, more than the 8") == true)
    let eight = Screens.cohort("centre", levels: (1...8).map { "centre \($0)" })
    for size in ["60x18", "80x24", "120x36"] {
      let divided = try await Screens.renderer(BitmapEngine(eight), size: size, commands: ["by centre"])
      #expect(divided.state.scene?.curves.count == 8)
      let more = divided.text.contains("more")
      let named = (1...8).count { divided.curvesText.contains("centre \($0)") }
      #expect(named == 8 || more, "\(size) leaves arms out without saying so")
    }
  }
}

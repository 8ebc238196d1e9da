import CohortEngine
import Dashboard
import Study
import TerminalGrid
import Testing

@Suite("Keys and what they do")
struct KeyTests {
  @Test("No key means two things in the same place")
  func keysAreUnique() {
    for (index, binding) in KeyTable.all.enumerated() {
      for other in KeyTable.all[(index + 1)...] where binding.place == other.place {
        #expect(Set(binding.keys).isDisjoint(with: other.keys), "\(binding.help) and \(other.help)")
      }
    }
  }

  @Test("Every key in the footer changes the screen or ends the program")
  func footerKeysWork() async throws {
    for binding in KeyTable.all where binding.footer != nil {
      var renderer = try await Screens.renderer(size: "120x36", keys: "j j")
      var state = renderer.state
      let key = try #require(binding.keys.first)
      let before = renderer.grid
      if state.press(key) == nil {
        try await renderer.press([key])
        #expect(renderer.grid != before, "\(binding.help)")
      }
    }
  }

  @Test("Space unticks the level under the cursor, Enter takes it alone, a ticks none and all, i the others")
  func ticks() async throws {
    var renderer = try await Screens.renderer(keys: "j")
    let sex = try #require(renderer.state.cohort.variable(named: "sex"))
    func selected() -> Int? { renderer.state.snapshot?.answer.selectedCount }
    #expect(renderer.state.currentFilterRow == .level(variable: sex, 0))
    try await renderer.press([.character(" ")])
    #expect(selected() == 31)
    try await renderer.press([.character("i")])
    #expect(selected() == 47)
    try await renderer.press([.enter])
    #expect(selected() == 78)
    try await renderer.press([.enter])
    #expect(selected() == 47)
    try await renderer.press([.character("a")])
    #expect(selected() == 78)
    try await renderer.press([.character("a")])
    #expect(selected() == 0)
    try await renderer.press([.backspace])
    #expect(selected() == 78)
  }

  @Test("Brackets move the bounds of a number by a bin and never across each other")
  func bounds() async throws {
    var renderer = try await Screens.renderer(
      keys: "/ age Space at Enter", commands: ["where age_years <= 12"])
    let age = try #require(renderer.state.cohort.variable(named: "age_years"))
    #expect(renderer.state.currentFilterRow?.variable == age)
    let before = try #require(renderer.state.snapshot?.answer.selectedCount)
    try await renderer.press(Key.sequence(parsing: "] ]"))
    let range = try #require(renderer.state.rangeChoice(age)?.range)
    #expect(range.lower > 0 && range.upper == 12)
    #expect(try #require(renderer.state.snapshot?.answer.selectedCount) < before)
    for _ in 0..<40 { try await renderer.press([.character("]")]) }
    let closed = try #require(renderer.state.rangeChoice(age)?.range)
    #expect(closed.lower <= closed.upper)
    for _ in 0..<40 { try await renderer.press(Key.sequence(parsing: "[ }")) }
    #expect(renderer.state.question.filters[age] == nil)
    #expect(renderer.state.snapshot?.answer.selectedCount == 78)
  }

  @Test("Finding opens the variable of a value, and n goes on to the next")
  func find() async throws {
    var renderer = try await Screens.renderer(keys: "/ CR2 Enter")
    let phase = try #require(renderer.state.cohort.variable(named: "disease_phase"))
    #expect(renderer.state.currentFilterRow == .level(variable: phase, 1))
    try await renderer.press([.character("n")])
    #expect(renderer.state.currentFilterRow != .level(variable: phase, 1))
    try await renderer.press([.character("N")])
    #expect(renderer.state.currentFilterRow == .level(variable: phase, 1))
    try await renderer.press(Key.sequence(parsing: "/ zzz Enter"))
    #expect(renderer.state.message?.kind == .error)
  }

  @Test("The stratify menu narrows as one types, and Escape leaves the question as it was")
  func menus() async throws {
    var renderer = try await Screens.renderer(keys: "s inotu Enter")
    let inotuzumab = try #require(renderer.state.cohort.variable(named: "inotuzumab"))
    #expect(renderer.state.question.stratification == .levels(variable: inotuzumab))
    try await renderer.press(Key.sequence(parsing: "s Home Escape"))
    #expect(renderer.state.question.stratification == .levels(variable: inotuzumab))
    #expect(renderer.state.overlay == nil)
  }

  @Test("Escape and a letter that arrive as one are still Escape and the letter")
  func escapeAndLetter() async throws {
    let renderer = try await Screens.renderer(keys: "s M-c")
    #expect(renderer.state.overlay == nil)
    #expect(renderer.state.options.showsIntervals)
  }

  @Test("Looks count distinct hypotheses, not how often they are shown")
  func looks() async throws {
    var renderer = try await Screens.renderer(commands: ["by sex", "by inotuzumab", "by sex"])
    #expect(renderer.state.looks.count == 2)
    try await renderer.press([.character("u"), .character("u")])
    #expect(renderer.state.looks.count == 2)
  }

  @Test(
    "A wrong command says what was expected and changes nothing",
    arguments: [
      "where agee > 3", "by nonsense", "endpoint XYZ", "landmark soon", "theme pink", "frobnicate", "view 99",
    ])
  func wrongCommands(command: String) async throws {
    let before = try await Screens.renderer()
    let after = try await Screens.renderer(commands: [command])
    #expect(after.state.message?.kind == .error)
    #expect(after.state.question == before.state.question)
  }

  @Test("Every saved view of the sample study opens, forwards and backwards")
  func savedViews() async throws {
    var renderer = try await Screens.renderer()
    #expect(!renderer.state.savedViews.isEmpty)
    for (number, view) in renderer.state.savedViews.enumerated() {
      try await renderer.press([.character(".")])
      #expect(renderer.state.message?.kind == .note, "\(view.name): \(renderer.state.message?.text ?? "")")
      #expect(renderer.state.savedView == number)
    }
    try await renderer.press([.character(",")])
    #expect(renderer.state.savedView == renderer.state.savedViews.count - 2)
  }
}

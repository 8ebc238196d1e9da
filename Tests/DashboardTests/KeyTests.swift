import Analysis
import CohortModel
import Dashboard
import Report
import Session
import TerminalGrid
import Testing

@Suite("Keys and what they do")
struct KeyTests {
  @Test(
    "In the plot from 100 columns on, among the filters from 120, the footer has landmark and command line")
  func footer() async throws {
    for (size, keys) in [("100x36", "Tab"), ("120x36", ""), ("120x36", "Tab"), ("200x60", "")] {
      let footer = try #require(try await Screens.renderer(size: size, keys: keys).rows.last)
      for text in ["L landmark", ": command", "? help", "q quit"] { #expect(footer.contains(text)) }
    }
    let filters = try #require(try await Screens.renderer(size: "100x36").rows.last)
    for text in ["Space toggle", "L landmark", "? help", "q quit"] { #expect(filters.contains(text)) }
  }

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
      let view = binding.place == .factors ? " 2" : binding.place == .patients ? " 5" : ""
      var renderer = try await Screens.renderer(size: "120x36", keys: "j j Space" + view)
      var state = renderer.state
      let key = try #require(binding.keys.first)
      let before = renderer.grid
      if state.press(key) == nil {
        try await renderer.press([key])
        #expect(renderer.grid != before, "\(binding.help)")
      }
    }
  }

  @Test("A key that means nothing says where the keys are listed")
  func unknownKey() async throws {
    let renderer = try await Screens.renderer(keys: "F9")
    #expect(renderer.text.contains("F9 does nothing here; ? lists the keys"))
  }

  @Test("Space unticks the level under the cursor, Enter takes it alone, a ticks none and all, i the others")
  func ticks() async throws {
    var renderer = try await Screens.renderer(keys: "j")
    #expect(renderer.state.currentFilterRow == .level(variable: "sex", "M"))
    for (keys, selected) in [
      ("Space", 31), ("i", 47), ("Enter", 78), ("Enter", 47), ("a", 78), ("a", 0), ("BSpace", 78),
    ] {
      try await renderer.keys(keys)
      #expect(renderer.state.scene?.report.curves.counts.selected == selected, "after \(keys)")
    }
  }

  @Test("Brackets move a bound by a natural step, stop at the data, and never cross the other bound")
  func bounds() async throws {
    var renderer = try await Screens.renderer(
      keys: "/ age Space at Enter", commands: ["where age_years <= 12"])
    #expect(renderer.state.currentFilterRow?.variable == "age_years")
    let ages = try #require(renderer.state.schema.variable("age_years")?.distribution)
    let lowest = ages.extremes.lowerBound
    func range() throws -> NumericRange { try #require(renderer.state.rangeChoice("age_years")?.range) }
    try await renderer.keys("]")
    #expect(try range() == NumericRange(lower: lowest + 1, upper: 12))
    try await renderer.keys("]")
    #expect(try range() == NumericRange(lower: lowest + 2, upper: 12))
    for _ in 0..<40 { try await renderer.keys("]") }
    #expect(try range() == NumericRange(lower: 12, upper: 12))
    for _ in 0..<40 { try await renderer.keys("[ }") }
    #expect(
      renderer.state.question.filters["age_years"] == nil, "at both ends of the data there is no filter")
    #expect(renderer.state.scene?.report.curves.counts.selected == 78)
    // The filter's end is a step of its own; the whole run before it is another.
    try await renderer.keys("u u")
    #expect(
      renderer.state.question.filters["age_years"] == .range("age_years", NumericRange(upper: 12)),
      "bounds moved in a run are one step of undo")
  }

  @Test(
    "= types the bounds of a number",
    arguments: [
      ("4 12", 4, 12), ("4, 12", 4, 12), ("4-12", 4, 12), ("4 to 12", 4, 12), ("12 4", 4, 12),
      ("4–12", 4, 12),
      (">= 4", 4, .infinity), ("7", 7, 7),
    ] as [(String, Double, Double)])
  func typedBounds(text: String, lower: Double, upper: Double) async throws {
    var renderer = try await Screens.renderer(keys: "/ age Space at Enter =")
    try await renderer.press(text.map { Key.character($0) } + [.enter])
    #expect(renderer.state.rangeChoice("age_years")?.range == NumericRange(lower: lower, upper: upper))
    #expect(renderer.state.overlay == nil)
  }

  @Test(
    "Bounds that are no numbers are said to be none, and what was typed stays",
    arguments: ["old", "4 12 18", "nan 4", "1 inf"])
  func wrongBounds(text: String) async throws {
    var renderer = try await Screens.renderer(keys: "/ age Space at Enter =")
    try await renderer.press(text.map { Key.character($0) } + [.enter])
    #expect(renderer.overlayError?.contains("expected") == true)
    #expect(renderer.text.contains(text))
    #expect(renderer.state.question.filters.isEmpty)
  }

  @Test("/ narrows the list as one types, opens the variable of a value, and n goes on to the next")
  func find() async throws {
    var renderer = try await Screens.renderer(keys: "/ CR2")
    #expect(
      renderer.state.filterRows.allSatisfy { row in
        if case .level(_, let level) = row { level.contains("CR2") } else { true }
      })
    #expect(renderer.state.filterRows.count < renderer.state.listedVariables.count)
    try await renderer.keys("Enter")
    let found = try #require(renderer.state.currentFilterRow)
    guard case .level(_, "CR2") = found else {
      Issue.record("\(found) is no CR2")
      return
    }
    try await renderer.keys("n")
    #expect(renderer.state.currentFilterRow != found)
    try await renderer.keys("N")
    #expect(renderer.state.currentFilterRow == found)
    try await renderer.keys("/ zzz Enter")
    #expect(renderer.overlayError?.contains("zzz") == true)
    try await renderer.keys("Escape")
    #expect(renderer.state.filterRows.count >= renderer.state.listedVariables.count)
  }

  @Test("A variable opened at the bottom of the list shows its levels", arguments: ["80x24", "120x36"])
  func reveal(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, keys: size == "80x24" ? "Tab G" : "G")
    // From the last variable up to one with levels.
    while let row = renderer.state.currentFilterRow, let name = row.variable,
      renderer.state.schema.variable(name)?.levels.isEmpty != false
    {
      try await renderer.keys("k")
    }
    let name = try #require(renderer.state.currentFilterRow?.variable)
    try await renderer.keys("Space")
    for level in try #require(renderer.state.schema.variable(name)?.levels) {
      #expect(renderer.text.contains("[x] \(level)"), "\(name): \(level)")
    }
  }

  @Test("Escape and a letter that arrive as one are still Escape and the letter")
  func escapeAndLetter() async throws {
    let renderer = try await Screens.renderer(keys: "s M-c")
    #expect(renderer.state.overlay == nil)
    #expect(renderer.state.display.showsIntervals)
  }

  @Test("After a unit, undo and redo the reading time is exactly what it was")
  func unitAndUndo() async throws {
    var renderer = try await Screens.renderer(commands: ["at 17", "by sex"])
    let question = renderer.state.question
    for unit in ["days", "weeks", "years", "months"] { try await renderer.ask("unit \(unit)") }
    #expect(renderer.state.question == question)
    try await renderer.keys("u")
    #expect(renderer.state.question.at == TimePoint(17, .months))
    try await renderer.keys("C-r")
    #expect(renderer.state.question == question)
  }

  @Test("Every saved view of the sample study opens, forwards and backwards")
  func savedViews() async throws {
    var renderer = try await Screens.renderer()
    let views = renderer.state.context.views
    #expect(views.count > 10)
    for view in views {
      try await renderer.keys(".")
      #expect(renderer.state.message?.kind == .note, "\(view.name): \(renderer.state.message?.text ?? "")")
      #expect(renderer.state.display.savedView == view.name)
    }
    try await renderer.keys(",")
    #expect(renderer.state.display.savedView == views[views.count - 2].name)
  }

  @Test("t reads the curves at another time, and a wrong one stays to be mended")
  func time() async throws {
    var renderer = try await Screens.renderer(keys: "t 1 2 Enter")
    #expect(renderer.state.question.at == TimePoint(12, .months))
    try await renderer.press([.character("t")] + "2 years".map { Key.character($0) } + [.enter])
    #expect(renderer.state.question.at == TimePoint(2, .years))
    try await renderer.keys("t soon Enter")
    #expect(renderer.overlayError?.contains("“soon” is no time") == true)
    #expect(renderer.state.question.at == TimePoint(2, .years))
    #expect(renderer.rows.last?.contains("soon") == true)
  }
}

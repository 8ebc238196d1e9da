import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Foundation
import Report
import Session
import Study
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The Characteristics view")
struct CharacteristicsViewTests {
  private static let arms = ["where disease_phase in (CR2, CR3)", "by inotuzumab"]

  @Test("Who the patients are, by arm", arguments: Screens.sizes)
  func screens(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "4", commands: Self.arms)
    expectSnapshot(of: renderer.grid, named: "characteristics-\(size)")
  }

  @Test("Everybody together, and in ASCII")
  func alone() async throws {
    let renderer = try await Screens.renderer(keys: "4", commands: ["charset ascii"])
    #expect(renderer.text.allSatisfy { $0.isASCII })
    #expect(!renderer.text.contains("SMD") && !renderer.text.contains("Fisher"))
    expectSnapshot(of: renderer.grid, named: "characteristics-ascii-120x36")
  }

  private func table(_ renderer: Renderer) throws -> PlacedCharacteristics {
    try #require(renderer.state.scene?.characteristics?.table)
  }

  private func contents(_ renderer: Renderer) throws -> [PlacedCharacteristics.Content] {
    try table(renderer).columns.map(\.content)
  }

  /// Moves the cursor to a line.
  private func go(_ renderer: inout Renderer, to variable: String, _ level: String? = nil) async throws {
    try await renderer.keys("g")
    let lines = try table(renderer).lines
    let line = try #require(lines.firstIndex { $0.variable == variable && $0.level == level })
    try await renderer.press(Array(repeating: .down, count: line))
    #expect(renderer.state.characteristicLine == line)
  }

  // MARK: Room

  @Test("Whatever the width and the arms, no number is cut and what is left out is said")
  func widths() async throws {
    for by in ["none", "inotuzumab", "donor_type", "age_years 2 4 6 8 10 12 14"] {
      for charset in ["unicode", "ascii"] {
        var renderer = try await Screens.renderer(
          size: "60x60", keys: "4", commands: ["charset \(charset)", "by \(by)"])
        for columns in stride(from: 60, through: 200, by: 20) {
          try await renderer.resize(Size(columns: columns, rows: 60))
          let table = try table(renderer)
          let scene = try #require(renderer.state.scene?.characteristics)
          let used = table.columns.reduce(table.nameWidth) { $0 + 2 + $1.width }
          #expect(used <= scene.list.width, "\(by) at \(columns)")
          let rows = renderer.rows[scene.list.y..<scene.list.maxY].prefix(table.lines.count)
          for (line, row) in zip(table.lines, rows) {
            for case .stratum(let stratum) in table.columns.map(\.content) {
              let said = renderer.state.charset.spelled(table.text(of: line, stratum))
              let text = charset == "ascii" ? said.replacing("–", with: "-") : said
              #expect(text.isEmpty || row.contains(text), "\(text) in \(row)")
            }
          }
          let arms = table.listing.strata.count - 1
          let shown = table.columns.count {
            if case .stratum(let stratum) = $0.content { stratum > 0 } else { false }
          }
          #expect(table.omitted.count == arms - shown)
          if !table.omitted.isEmpty {
            #expect(renderer.row("no room for") != nil, "\(by) at \(columns)")
          }
        }
      }
    }
  }

  @Test("On a wide screen everything stands beside everything, on a narrow one the counts by arm remain")
  func columns() async throws {
    var renderer = try await Screens.renderer(size: "200x60", keys: "4", commands: Self.arms)
    #expect(
      try contents(renderer) == [
        .stratum(0), .stratum(1), .stratum(2), .unknown, .difference, .picture, .pValue, .test,
      ])
    try await renderer.resize(Size(columns: 60, rows: 18))
    #expect(try contents(renderer).starts(with: [.stratum(1), .stratum(2), .unknown, .difference]))
    #expect(try !contents(renderer).contains(.pValue))
  }

  // MARK: Moving

  @Test(
    "Every line is reached and in sight, with the variable that it belongs to above it, and how many there are",
    arguments: Screens.sizes)
  func scrolling(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, keys: "4", commands: Self.arms)
    let (scene, lines) = (try #require(renderer.state.scene?.characteristics), try table(renderer).lines)
    if lines.count > scene.list.height { #expect(renderer.rows[scene.head.y].contains("of \(lines.count)")) }
    for (line, expected) in lines.enumerated() {
      #expect(renderer.state.characteristicLine == line)
      let shown = Screen.grid(renderer.state)
      let selected = (scene.list.y..<scene.list.maxY).filter {
        shown[scene.list.maxX - 1, $0].style.background == .selection
      }
      #expect(selected.count == 1)
      let row = shown.rowTexts[selected.first ?? 0]
      let name = expected.level ?? expected.names.last ?? ""
      #expect(row.contains(name.prefix(3)), "\(name) at \(size)")
      let label = try #require(renderer.state.schema.variable(expected.variable)?.label)
      let above = (scene.list.y...(selected.first ?? 0)).map { shown.rowTexts[$0] }
      #expect(above.contains { $0.contains(label.prefix(3)) }, "\(label) at \(size)")
      try await renderer.keys("Down")
    }
    #expect(renderer.state.characteristicLine == lines.count - 1)
    try await renderer.keys("g")
    #expect(renderer.state.characteristicLine == 0 && renderer.state.characteristics.scroll == 0)
    try await renderer.keys("Right")
    #expect(renderer.state.characteristicLine == lines.dropFirst().firstIndex { $0.level == nil })
  }

  // MARK: Doing

  @Test("Enter on a level takes only that level, and everything again; on a variable it shows its curves")
  func enter() async throws {
    var renderer = try await Screens.renderer(keys: "4")
    try await go(&renderer, to: "disease_phase", "CR2")
    try await renderer.keys("Enter")
    #expect(renderer.state.question.filters["disease_phase"] == .oneOf("disease_phase", ["CR2"]))
    #expect(renderer.rows[2].contains("Disease phase at HSCT CR2"))
    #expect(renderer.state.characteristics.level == "CR2")
    try await renderer.keys("Enter")
    #expect(renderer.state.question.filters.isEmpty)
    try await go(&renderer, to: "donor_type")
    try await renderer.keys("Enter")
    #expect(
      renderer.state.display.view == .curves && renderer.state.question.arms == .levels(of: "donor_type"))
    try await renderer.keys("q")
    #expect(renderer.state.display.view == .characteristics)
    #expect(renderer.rows[2].contains("by Donor"))
    // The variable of the arms describes nobody: the cursor goes to the first line there is.
    #expect(renderer.state.characteristicLine != nil)
  }

  @Test("Space takes the variable into the models, also from one of its levels")
  func covariates() async throws {
    var renderer = try await Screens.renderer(keys: "4")
    try await go(&renderer, to: "disease_phase", "CR2")
    try await renderer.keys("Space")
    #expect(renderer.state.question.covariates.map(\.variable) == ["disease_phase"])
    #expect(renderer.row("Disease phase")?.contains("[x]") == true)
    try await renderer.keys("Space")
    #expect(renderer.state.question.covariates.isEmpty)
  }

  @Test("r, % and p change what is said of the same numbers, by commands that read back")
  func display() async throws {
    var renderer = try await Screens.renderer(size: "200x60", keys: "4", commands: Self.arms)
    let question = renderer.state.question
    #expect(renderer.row("Age at HSCT")?.contains("8 (6–13.2)") == true)
    try await renderer.keys("r")
    #expect(renderer.row("Age at HSCT")?.contains("8 (1–") == true, "\(renderer.row("Age at HSCT") ?? "")")
    #expect(renderer.row("least–largest") != nil)
    try await renderer.keys("%")
    #expect(!(renderer.row(" CR2 ") ?? "%").contains("%"))
    #expect(try contents(renderer).contains(.pValue))
    try await renderer.keys("p")
    #expect(try !contents(renderer).contains(.pValue) && !renderer.text.contains("Fisher"))
    #expect(!renderer.text.contains("no test of balance"))
    #expect(renderer.state.question == question)
    let log = renderer.state.session.log.suffix(3).map { $0.text(in: renderer.state.context) }
    #expect(log == ["spread range", "percents off", "p-values off"])
    try await renderer.keys("r % p")
    #expect(renderer.row("Age at HSCT")?.contains("8 (6–13.2)") == true)
    #expect(try contents(renderer).contains(.pValue))
  }

  @Test("s divides the patients here too")
  func arms() async throws {
    var renderer = try await Screens.renderer(keys: "4 s inotu Enter")
    #expect(renderer.state.display.view == .characteristics)
    #expect(renderer.rows[2].contains("Characteristics by Inotuzumab"))
    try await renderer.keys("Escape")
    #expect(renderer.state.display.view == .curves)
  }

  // MARK: Against the rest

  @Test("v compares those selected with the rest, and says why where everybody is selected")
  func rest() async throws {
    var renderer = try await Screens.renderer(keys: "4 v")
    #expect(renderer.state.message?.text.contains("without a filter nobody is the rest") == true)
    #expect(renderer.state.question.comparison == .arms)
    try await renderer.ask("where very_early_relapse in (no)")
    try await renderer.keys("v")
    expectSnapshot(of: renderer.grid, named: "characteristics-rest-120x36")
    #expect(renderer.rows[2].contains("selected against the rest"))
    #expect(renderer.text.contains("of the rest unknown"))
    #expect(renderer.state.session.log.last?.text(in: renderer.state.context) == "compare rest")
    let line = try #require(try table(renderer).lines.first { $0.variable == "very_early_relapse" })
    #expect(line.pValue.isEmpty && line.difference.isEmpty && line.aside == "chosen by")
    try await renderer.keys("u")
    #expect(renderer.state.question.comparison == .arms)
    try await renderer.keys("v")
    // Without filters nothing is left to compare; choosing arms compares these.
    try await renderer.ask("clear")
    #expect(renderer.row("everybody is selected") != nil)
    try await renderer.ask("by inotuzumab")
    #expect(renderer.state.question.comparison == .arms && renderer.rows[2].contains("by Inotuzumab"))
  }

  // MARK: Looks

  @Test(
    "The P values of the table are counted among those seen, whatever the endpoint, and not while they are hidden"
  )
  func looks() async throws {
    var renderer = try await Screens.renderer(keys: "6", commands: Self.arms)
    let before = renderer.state.looks
    try await renderer.keys("p")
    try await renderer.ask("p-values off")
    try await renderer.keys("4")
    #expect(renderer.state.looks == before)
    try await renderer.keys("p")
    let report = try #require(renderer.state.scene?.characteristics?.report)
    let tests = report.result.variables.count { $0.test != nil }
    #expect(tests > 5 && renderer.state.looks == before + tests)
    try await renderer.ask("endpoint OS")
    #expect(renderer.state.looks == before + tests, "another endpoint changes nobody's age")
    try await renderer.keys("v")
    let others = try #require(renderer.state.scene?.characteristics?.report).result.variables.count {
      $0.test != nil
    }
    #expect(renderer.state.looks == before + tests + others)
  }

  // MARK: Sources and answers

  @Test("The table of an older question is muted until the new one comes")
  func stale() async throws {
    let renderer = try await Screens.renderer(size: "200x60", keys: "4", commands: Self.arms)
    var state = renderer.state
    let row = try #require(renderer.rows.firstIndex { $0.contains("8 (6–13.2)") })
    let x = try #require(renderer.rows[row].range(of: "8 (6–13.2)")).lowerBound
    let column = String(renderer.rows[row][..<x]).columns
    func style(_ state: DashboardState) -> Style { Screen.grid(state)[column, row].style }
    #expect(style(state).foreground == .text)
    _ = state.run(.by(.levels(of: "donor_type")))
    #expect(style(state).foreground == .muted)
  }

  @Test("A source that counts only says that it has none of it")
  func countsOnly() async throws {
    let opening = try Screens.opening()
    var renderer = try await Screens.renderer(HeldSource(NaiveSource(opening.study.cohort)))
    try await renderer.keys("4 Down Enter Space v r % p PageDown G")
    #expect(renderer.row(CharacteristicsReport.noPatients) != nil)
  }

  @Test("The mouse turns to the view and chooses a line; nobody selected leaves it empty")
  func mouse() async throws {
    var renderer = try await Screens.renderer()
    let x = try #require(renderer.rows[1].range(of: "4 Characteristics")).lowerBound
    var state = renderer.state
    _ = state.receive(MouseEvent(.press, x: renderer.rows[1][..<x].count, y: 1))
    #expect(state.display.view == .characteristics)
    try await renderer.keys("4")
    state = renderer.state
    let list = try #require(state.scene?.characteristics).list
    _ = state.receive(MouseEvent(.press, x: 10, y: list.y + 4))
    #expect(state.characteristicLine == 4)
    try await renderer.ask("where age_years > 90")
    #expect(renderer.row("no patient is left") != nil)
    try await renderer.keys("Down Space Enter v G")
  }
}

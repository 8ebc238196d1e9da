import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Report
import Session
import SurvivalStatistics
import TerminalGrid
import Testing

/// What a screen must not let anybody believe.
@Suite("What must not mislead")
struct MisleadingTests {
  @Test(
    "A warning of immortal time has a line of its own, is never cut, and no P is bold beside it",
    arguments: Screens.sizes)
  func immortalTime(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, commands: ["endpoint DFS", "by agvhd_any"])
    let line = try #require(renderer.curvesText.split(separator: "\n").first { $0.contains("immortal time") })
    #expect(line.contains("known only"))
    #expect(!line.contains("…") && !line.contains("log-rank"))
    #expect(renderer.styles(of: "immortal time").allSatisfy { $0.foreground == .error })
    #expect(renderer.text.contains("log-rank"))
    #expect(renderer.styles(of: "log-rank").allSatisfy { !$0.bold })
    let plain = try await Screens.renderer(size: size, commands: ["endpoint DFS", "by sex"])
    #expect(!plain.text.contains("immortal"))
    #expect(plain.styles(of: "log-rank").allSatisfy { $0.bold })
  }

  @Test("A filter on what is known only later warns as arms of it do")
  func lateFilter() async throws {
    let renderer = try await Screens.renderer(commands: ["where cgvhd_any = no", "by sex"])
    #expect(renderer.text.contains("immortal time"))
    #expect(renderer.styles(of: "log-rank").allSatisfy { !$0.bold })
  }

  @Test("A P value of six patients against two is muted, with the reason", arguments: Screens.sizes)
  func smallArm(size: String) async throws {
    var rows = ["time,status,arm"]
    for time in 1...6 { rows.append("\(time * 3),\(time % 2),a") }
    for time in 1...2 { rows.append("\(time),1,b") }
    var renderer = try await Screens.renderer(table: rows.joined(separator: "\n") + "\n", size: size)
    try await renderer.ask("by arm")
    #expect(renderer.row("log-rank")?.contains("only 2 patients in") == true)
    #expect(renderer.styles(of: "log-rank").allSatisfy { !$0.bold })
  }

  @Test(
    "Patients without a value of the arms' variable are counted", arguments: ["80x24", "120x36", "200x60"])
  func unknownArms(size: String) async throws {
    var renderer = try await Screens.renderer(size: size)
    let variable = try #require(
      renderer.state.schema.variables.first {
        (2...6).contains($0.levels.count) && $0.missingCount > 0 && $0.knownAt == nil
      })
    try await renderer.run(.by(.levels(of: variable.name)))
    #expect(renderer.text.contains("\(variable.missingCount) unknown: "))
    #expect(renderer.rows[0].contains("\(78 - variable.missingCount) of 78 patients"))
  }

  @Test("`landmark` restarts the clock with those event-free then; `at` only reads")
  func landmark() async throws {
    let landmark = try await Screens.renderer(commands: ["endpoint DFS", "landmark 3"])
    #expect(landmark.text.contains("since the landmark at 3 months"))
    #expect(landmark.text.contains("3 left before the landmark at 3 months: 2 relapses, 1 censored"))
    #expect(landmark.state.scene?.report.curves.counts.beforeLandmark ?? 0 > 0)
    let read = try await Screens.renderer(commands: ["endpoint DFS", "at 3"])
    #expect(!read.text.contains("landmark"))
    #expect(read.state.scene?.report.curves.counts.analysed == 78)
  }

  @Test("`until` cuts the picture and changes no number; `censor-at` changes them, and P names the window")
  func window() async throws {
    let commands = ["endpoint DFS", "by sex"]
    let all = try await Screens.renderer(commands: commands)
    let cut = try await Screens.renderer(commands: commands + ["until 12"])
    #expect(cut.state.scene?.report.curves == all.state.scene?.report.curves)
    #expect(cut.row("log-rank") == all.row("log-rank"))
    #expect(cut.state.scene?.layout.frame.horizon == 12)
    let ended = try await Screens.renderer(commands: commands + ["censor-at 12"])
    #expect(ended.state.scene?.report.curves.tests != all.state.scene?.report.curves.tests)
    #expect(ended.row("log-rank")?.contains("12 months") == true)
    #expect(ended.row("log-rank") != all.row("log-rank"))
  }

  @Test(
    "Active filters stand in the headline, and are counted where the filters pane is",
    arguments: Screens.sizes)
  func filters(size: String) async throws {
    var renderer = try await Screens.renderer(
      size: size,
      commands: ["endpoint DFS", "where disease_phase in (CR2, CR3)", "where ab0_major_mismatch = no"])
    let headline = renderer.rows[2]
    #expect(headline.contains("CR2, CR3"))
    #expect(headline.contains("AB0"))
    if renderer.state.focus != .filters { try await renderer.keys("Tab") }
    #expect(renderer.row("Filters")?.contains("2 set") == true)
    try await renderer.ask("pane off")
    #expect(renderer.rows[2].contains("CR2, CR3"))
  }

  @Test("Every estimate stands with its time and unit", arguments: Screens.sizes, ["DFS", "CIR"])
  func timeAndUnit(size: String, endpoint: String) async throws {
    let renderer = try await Screens.renderer(
      size: size, commands: ["endpoint \(endpoint)", "by inotuzumab", "at 24"])
    #expect(renderer.curvesText.contains("at 24 months"))
    #expect(renderer.curvesText.contains("95% CI"))
  }

  @Test("Follow-up is the same whatever endpoint is shown")
  func followUp() async throws {
    var lines: Set<String> = []
    for endpoint in ["DFS", "OS", "CIR"] {
      let renderer = try await Screens.renderer(size: "200x60", commands: ["endpoint \(endpoint)"])
      let line = try #require(
        renderer.text.firstMatch(of: #/median follow-up [\d.]+ months \([^)]*\)/#)?.output)
      lines.insert(String(line))
    }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("27.1 months") == true)
  }

  @Test(
    "The y axis says what it is",
    arguments: [("OS", "alive"), ("DFS", "alive without relapse"), ("CIR", "cumulative incidence")],
    Screens.sizes)
  func yAxis(endpoint: (name: String, title: String), size: String) async throws {
    let renderer = try await Screens.renderer(size: size, commands: ["endpoint \(endpoint.name)"])
    let area = ScreenLayout(renderer.state).curves
    let layout = try #require(renderer.state.scene?.layout)
    // Above the plot, or in lines beside its axis.
    guard !layout.yTitleLines.isEmpty else {
      #expect(renderer.rows[area.y].contains(endpoint.title))
      return
    }
    let beside = layout.yTitle
    let lines = (beside.y..<beside.maxY).map { y in
      String((beside.x..<beside.maxX).map { renderer.grid[$0, y].glyph }).trimmingPrefix(while: { $0 == " " })
    }
    #expect(lines.joined(separator: " ") == endpoint.title)
  }

  @Test(
    "What a line of the notes says of conventions is whole, and of follow-up at least where it is",
    arguments: ["60x18", "80x24", "100x30", "120x36", "160x50"],
    ["by sex", "by inotuzumab", "by disease_phase", "by donor_type", "landmark 3"])
  func wholeConventions(size: String, command: String) async throws {
    for endpoint in ["DFS", "CIR"] {
      let renderer = try await Screens.renderer(size: size, commands: ["endpoint \(endpoint)", command])
      let notes = try #require(renderer.state.scene?.layout.notes)
      let lines = (notes.y..<notes.maxY).map { y in
        String((notes.x..<notes.maxX).map { renderer.grid[$0, y].glyph })
      }
      for line in lines { #expect(!line.contains("…"), "\(endpoint): \(line)") }
      let text = lines.joined(separator: "\n")
      // A plot that is fitted to its curves may have no line for conventions.
      guard text.contains("95% CI") else {
        #expect(renderer.state.scene?.layout.isFittedByNeed == true, "\(text)")
        continue
      }
      #expect(text.contains("follow-up"), "\(text)")
    }
  }

  @Test("A name lies on no other arm's band", arguments: ["80x24", "120x36", "200x60"])
  func namesBesideBands(size: String) async throws {
    for commands in [
      ["endpoint DFS", "where disease_phase in (CR2, CR3)", "by inotuzumab"], ["endpoint DFS", "by sex"],
      ["endpoint CIR", "by donor_type"],
    ] {
      let renderer = try await Screens.renderer(size: size, commands: commands + ["bands on"])
      let scene = try #require(renderer.state.scene)
      let frame = scene.layout.frame
      var named = 0
      for (index, curve) in scene.curves.enumerated() {
        for y in frame.area.y..<frame.area.maxY {
          for x in Self.places(
            of: curve.label, y: y, from: frame.area.x, to: scene.layout.labels.maxX, in: renderer.grid)
          {
            named += 1
            for column in x..<max(x, min(x + curve.label.columns, frame.area.maxX)) {
              for (other, banded) in scene.curves.enumerated() where other != index {
                let step = banded.steps.last { $0.time <= frame.time(at: column) }
                guard frame.time(at: column) <= banded.end, let lower = step?.lower, let upper = step?.upper
                else { continue }
                let rows = frame.row(of: upper)...frame.row(of: lower)
                #expect(!rows.contains(y), "\(size) \(commands): \(curve.label) on \(banded.label)")
              }
            }
          }
        }
      }
      if named < scene.curves.count(where: { $0.end >= 0 }) {
        #expect(renderer.text.contains("names: see the table") || renderer.text.contains("names in table"))
      }
    }
  }

  @Test(
    "Without colours any 15 columns of a curve say by its mark whose it is",
    arguments: ["by disease_phase", "by donor_type", "by sex"], ["120x36", "80x24"])
  func marksWithoutColour(command: String, size: String) async throws {
    for endpoint in ["DFS", "CIR", "OS"] {
      let renderer = try await Screens.renderer(
        size: size, commands: ["theme mono", "endpoint \(endpoint)", command])
      let scene = try #require(renderer.state.scene)
      let (area, grid) = (scene.layout.frame.area, renderer.grid)
      for (curve, series) in zip(scene.curves, scene.series) where curve.end >= 0 {
        let mark = SeriesMark.standard[series - 1].glyph
        let marked = (area.x..<area.maxX).filter { x in
          (area.y..<area.maxY).contains { grid[x, $0].glyph == mark }
        }
        let end = min(scene.layout.frame.column(of: curve.end), area.maxX - 1)
        let places = [area.x - 1] + marked + [end + 1]
        for (place, next) in zip(places, places.dropFirst()) {
          #expect(next - place <= 15, "\(endpoint) \(curve.label): nothing from \(place) to \(next)")
        }
      }
    }
  }

  @Test(
    "At 120×36 the plot has 22 rows with up to three arms, at 80×24 twelve with up to four arms or all causes",
    arguments: [
      ("120x36", 22, ["by sex"]), ("120x36", 22, ["by disease_phase"]), ("120x36", 22, []),
      ("120x36", 22, ["by inotuzumab"]), ("80x24", 12, ["by sex"]), ("80x24", 12, ["by disease_phase"]),
      ("80x24", 12, ["by donor_type"]), ("80x24", 12, []),
    ])
  func plotRows(size: String, rows: Int, commands: [String]) async throws {
    for endpoint in ["OS", "DFS", "GRFS", "CIR", "NRM"] {
      let renderer = try await Screens.renderer(size: size, commands: ["endpoint \(endpoint)"] + commands)
      let layout = try #require(renderer.state.scene?.layout)
      #expect(layout.frame.area.height >= rows, "\(endpoint)")
      #expect((layout.frame.floor, layout.frame.ceiling) == (0, 1))
    }
  }

  @Test("Events under the curve of one cause are that cause's, counted up to and including each time")
  func causeSpecificEvents() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36", commands: ["endpoint CIR", "by disease_phase", "risk-rows events"])
    let scene = try #require(renderer.state.scene)
    let block = try #require(scene.atRisk.blocks.first { $0.name.level == "CR2" })
    let arm = try #require(scene.report.curves.arms.first { $0.name == "CR2" })
    let relapses = try #require(block.rows.first { $0.kind == .events })
    for (time, count) in zip(scene.layout.ticks, relapses.counts) {
      let expected = arm.table.times.indices.filter { arm.table.times[$0] <= time }
        .reduce(0) { $0 + arm.table.events[0][$1] }
      #expect(count == expected)
    }
    #expect(relapses.counts.last == 15 || relapses.counts.last ?? 0 > 0)
    #expect(renderer.text.contains("relapses"))
  }

  @Test("Arms of yes and no are named with their variable, and death is death before relapse")
  func names() async throws {
    let arms = try await Screens.renderer(commands: ["endpoint DFS", "by inotuzumab"])
    #expect(arms.text.contains("Inotuzumab: yes") && arms.text.contains("Inotuzumab: no"))
    let causes = try await Screens.renderer(commands: ["endpoint CIR"])
    #expect(causes.text.contains("death before relapse"))
  }

  @Test("The header says how many of how many are analysed")
  func analysed() async throws {
    let renderer = try await Screens.renderer(commands: ["endpoint OS_after_relapse"])
    let analysed = try #require(renderer.state.scene?.report.curves.counts.analysed)
    #expect(analysed < 78)
    #expect(renderer.rows[0].contains("\(analysed) of 78 patients"))
    #expect(renderer.rows[2].contains("\(analysed) of 78 analysed"))
  }

  @Test("Censor marks that had no room are said to be thinned")
  func thinned() async throws {
    let crowded = (1...400).map { "\($0 % 97 + 1),\($0 % 11 == 0 ? 1 : 0)" }
    var renderer = try await Screens.renderer(
      table: "time,status\n" + crowded.joined(separator: "\n") + "\n", size: "80x24")
    #expect(renderer.text.contains("censor marks thinned"))
    try await renderer.ask("marks off")
    #expect(!renderer.text.contains("censor marks thinned"))
  }

  @Test("The edges of a confidence band are told from the guides of the grid")
  func bandEdges() async throws {
    let bare = try await Screens.renderer(commands: ["endpoint DFS"])
    let banded = try await Screens.renderer(commands: ["endpoint DFS", "bands on"])
    let frame = try #require(banded.state.scene?.layout.frame)
    func glyphs(_ renderer: Renderer, _ matches: (Cell) -> Bool) -> Set<Character> {
      var found: Set<Character> = []
      let grid = renderer.grid
      for y in frame.area.y..<frame.area.maxY {
        for x in frame.area.x..<frame.area.maxX where matches(grid[x, y]) {
          found.insert(grid[x, y].glyph)
        }
      }
      return found.subtracting([" "])
    }
    func isGuide(_ cell: Cell) -> Bool {
      cell.style.foreground == .grid && cell.glyph != Charset.unicode.guide
    }
    #expect(!glyphs(bare, isGuide).isEmpty)
    #expect(glyphs(banded, isGuide).isEmpty, "dotted guides beside dotted edges")
    #expect(banded.grid != bare.grid)
  }

  @Test(
    "The arms' names stand on no other curve, and an arm with nobody has none",
    arguments: ["120x36", "100x30", "160x50", "200x60"])
  func armNames(size: String) async throws {
    for filter in [nil, "donor_type != MUD"] {
      let renderer = try await Screens.renderer(
        size: size, commands: ["endpoint DFS", "by donor_type"] + (filter.map { ["where \($0)"] } ?? []))
      let scene = try #require(renderer.state.scene)
      let (area, grid) = (scene.layout.labels, renderer.grid)
      for (curve, series) in zip(scene.curves, scene.series) {
        let cells = (area.y..<scene.layout.frame.area.maxY).flatMap { y in
          Self.places(of: curve.label, y: y, from: area.x, to: area.maxX, in: grid).map { ($0, y) }
        }
        guard curve.end >= 0 else {
          #expect(cells.isEmpty, "\(curve.label) has nobody")
          continue
        }
        for (x, y) in cells {
          #expect(grid[x, y].style.foreground == .series(series), "\(curve.label) at \(x), \(y)")
          // No cell of the name covers a place where another curve runs.
          for other in scene.curves.indices where scene.series[other] != series {
            for column in x..<(x + curve.label.columns) where column < scene.layout.frame.area.maxX {
              let time = scene.layout.frame.time(at: column)
              guard time <= scene.curves[other].end else { continue }
              let value =
                scene.curves[other].steps.last { $0.time <= time }?.value ?? scene.curves[other].start
              #expect(
                scene.layout.frame.row(of: value) != y, "\(curve.label) lies on \(scene.curves[other].label)")
            }
          }
        }
      }
    }
  }

  private static func places(of text: String, y: Int, from x: Int, to end: Int, in grid: Grid) -> [Int] {
    guard !text.isEmpty, end - x >= text.count else { return [] }
    return (x...(end - text.count)).filter { start in
      // MUD is not a part of MMUD.
      !grid[start - 1, y].glyph.isLetter
        && text.enumerated().allSatisfy { grid[start + $0.offset, y].glyph == $0.element }
    }
  }

  @Test(
    "What is drawn lies within a point of the estimate at 120×36 and two at 80×24",
    arguments: [("120x36", 1.0), ("80x24", 2.0)], ["OS", "DFS", "GRFS", "CIR"])
  func drawnHeights(size: (text: String, points: Double), endpoint: String) async throws {
    for arms in [nil, "sex", "disease_phase"] {
      let renderer = try await Screens.renderer(
        size: size.text, commands: ["endpoint \(endpoint)", "marks off"] + (arms.map { ["by \($0)"] } ?? []))
      let scene = try #require(renderer.state.scene)
      let frame = scene.layout.frame
      let grid = renderer.grid
      var read = 0
      for (curve, series) in zip(scene.curves, scene.series) {
        for x in frame.area.x..<frame.area.maxX {
          let time = frame.time(at: x)
          guard time <= curve.end else { break }
          // A column shows all that happened since the one before it.
          let before = frame.time(at: x - 1)
          let values =
            [curve.steps.last { $0.time <= before }?.value ?? curve.start]
            + curve.steps.filter { $0.time > before && $0.time <= time }.map(\.value)
          for y in frame.area.y..<frame.area.maxY
          where grid[x, y].style.foreground == .series(series) {
            let glyph = grid[x, y].glyph
            guard let shares = frame.shares(drawnBy: glyph, inRow: y), shares.lowerBound == shares.upperBound
            else { continue }
            read += 1
            let isNear = values.contains { abs(shares.lowerBound - $0) <= size.points / 100 + 1e-9 }
            if !isNear {
              Issue.record(
                "\(endpoint) \(curve.label) at \(time): drawn \(shares.lowerBound), estimated \(values)")
            }
          }
        }
      }
      #expect(read > 20, "hardly anything was drawn level")
    }
  }

  @Test("At 80×24 the plot has twelve rows at least, and the filters are a drawer")
  func drawer() async throws {
    for commands in [[], ["endpoint DFS", "by inotuzumab"], ["endpoint CIR", "by disease_phase"]] {
      var renderer = try await Screens.renderer(size: "80x24", commands: commands)
      #expect(renderer.state.scene?.layout.frame.area.height ?? 0 >= 12, "\(commands)")
      #expect(!renderer.text.contains("Filters"))
      let plot = renderer.state.scene?.layout.frame
      try await renderer.keys("Tab")
      #expect(renderer.text.contains("Filters"))
      #expect(renderer.state.scene?.layout.frame == plot, "a drawer moves nothing")
      try await renderer.keys("Tab")
      #expect(!renderer.text.contains("Filters"))
    }
  }

  @Test("Long and odd shapes of window use their space", arguments: ["200x20", "60x60"])
  func shapes(size: String) async throws {
    for commands in [
      ["endpoint DFS"], ["endpoint DFS", "by inotuzumab"], ["endpoint CIR", "by disease_phase"],
    ] {
      let renderer = try await Screens.renderer(size: size, commands: commands)
      let layout = try #require(renderer.state.scene?.layout)
      let body = ScreenLayout(renderer.state).curves
      #expect(layout.frame.area.width * 10 >= body.width * 5, "\(commands)")
      #expect(layout.frame.area.height * 10 >= body.height * (size == "60x60" ? 6 : 3), "\(commands)")
      #expect(renderer.curvesText.contains("at 24 months"))
    }
  }

  @Test(
    "P values seen count hypotheses that were shown: no bound on the way, nothing undone, no test that was not possible"
  )
  func looks() async throws {
    var renderer = try await Screens.renderer(commands: ["by sex", "by inotuzumab", "by sex"])
    #expect(renderer.state.looks == 2)
    #expect(renderer.rows[0].contains("P values seen 2"))
    try await renderer.keys("u u")
    #expect(renderer.state.looks == 1)
    try await renderer.keys("u")
    #expect(renderer.state.looks == 0)
    var bounds = try await Screens.renderer(commands: ["by sex"], keysAfter: "/ age Space at Enter ] ] ] ] ]")
    #expect(bounds.state.looks == 2, "everybody, and where the bound came to rest")
    try await bounds.keys("u")
    #expect(bounds.state.looks == 1)
    let impossible = try await Screens.renderer(commands: ["by sex", "where sex = F", "where age_years > 90"])
    #expect(impossible.state.looks == 1)
  }
}

extension Screens {
  static func renderer(commands: [String], keysAfter keys: String) async throws -> Renderer {
    try await renderer(size: "120x36", keys: keys, commands: commands)
  }
}

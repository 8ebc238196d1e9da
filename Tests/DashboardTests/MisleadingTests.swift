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
    #expect(!read.curvesText.contains("landmark"))
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

  @Test(
    "Where the curves are read, the numbers at risk have a column, and its time stands clear above it",
    arguments: Screens.sizes + ["60x24", "72x20", "100x29"],
    ["at 1", "at 6", "at 17.5", "at 18", "at 24", "at 30", "at 36", "at 70", "at 2 years", "at 555 days"])
  func atRiskWhereRead(size: String, at: String) async throws {
    for more in [["by disease_phase"], ["by inotuzumab", "risk-rows censored"], ["unit days"]] {
      let renderer = try await Screens.renderer(size: size, commands: ["endpoint DFS", at] + more)
      let scene = try #require(renderer.state.scene)
      let read = try #require(scene.report.curves.readingTime)
      let time = scene.report.time.shown(read)
      let place = try #require(scene.layout.ticks.firstIndex { abs($0 - time) <= 1e-9 * time })
      for (block, arm) in zip(scene.atRisk.blocks, scene.report.curves.arms) {
        #expect(block.rows[0].counts[place] == arm.table.atRisk(at: read))
      }
      let label = Figure.label(time: time)
      let (x, axis) = (scene.layout.frame.column(of: time) - label.count / 2, scene.layout.axis)
      let drawn = (x..<(x + label.count)).map { renderer.grid[$0, axis.maxY - 1].glyph }
      #expect(String(drawn) == label)
      for beside in [x - 1, x + label.count] {
        #expect(!renderer.grid[beside, axis.maxY - 1].glyph.isNumber, "\(renderer.rows[axis.maxY - 1])")
      }
    }
  }

  @Test(
    "The interval outlives the words of its heading", arguments: Screens.sizes,
    [["endpoint DFS"], ["endpoint CIR"], ["endpoint CIR", "landmark 3"]])
  func interval(size: String, commands: [String]) async throws {
    for arms in ["by inotuzumab", "by disease_phase"] {
      var renderer = try await Screens.renderer(size: size, commands: commands + [arms, "at 24"])
      #expect(renderer.curvesText.contains(#/24 (mo|after LM)/#))
      #expect(renderer.curvesText.contains("(95% CI)"))
      #expect(renderer.curvesText.contains(#/\d% \(\d+\.\d–/#), "\(renderer.curvesText)")
      try await renderer.keys("x Right Right Right Right Right")
      let read = try #require(renderer.state.display.crosshair?.value(in: .months))
      #expect(renderer.curvesText.contains(NumberText.short(read, decimals: 4)))
      #expect(renderer.curvesText.contains("(95% CI)"))
      #expect(renderer.curvesText.contains(#/\d% \(\d+\.\d–/#), "\(renderer.curvesText)")
    }
  }

  @Test("A name of an arm is not cut while there are blanks to spare beside it")
  func names() async throws {
    for size in ["80x24", "100x29"] {
      let renderer = try await Screens.renderer(size: size, commands: ["endpoint DFS", "by inotuzumab"])
      for name in ["Inotuzumab: no", "Inotuzumab: yes"] {
        #expect(renderer.rows.count { $0.contains(name) } >= 2, "\(renderer.curvesText)")
      }
    }
  }

  @Test("The cross-hair leaves the numbers of the axis whole", arguments: Screens.sizes)
  func crosshairOnTick(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, commands: ["endpoint DFS", "by disease_phase"])
    let axis = try #require(renderer.state.scene?.layout.axis)
    func numbers() -> String { renderer.rows[axis.maxY - 1].filter(\.isNumber) }
    let before = numbers()
    try await renderer.keys("x")
    #expect(numbers() == before)
    #expect(renderer.text.contains("↑"))
  }

  @Test("A test keeps its name and its P at every size", arguments: Screens.sizes, ["NRM", "CIR"])
  func testIsWhole(size: String, endpoint: String) async throws {
    let renderer = try await Screens.renderer(
      size: size, commands: ["endpoint \(endpoint)", "by inotuzumab"])
    #expect(renderer.row("Gray")?.contains(#/Gray( χ²₁ = \d\.\d+,)? P = \.\d+ ·/#) == true)
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

  @Test("What the title ends with in brackets is said at every size", arguments: Screens.sizes)
  func synthetic(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, commands: ["by inotuzumab"])
    #expect(renderer.rows[0].contains("(synthetic)"), "\(renderer.rows[0])")
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
  func armNames() async throws {
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
    let beside = try await Screens.renderer(commands: ["by sex", "view univariable"])
    let tested = try #require(beside.state.scene?.factors).report.result.factors
    #expect(beside.state.looks == tested.count { $0.test.result.pValue != nil }, "sex among them, once")
    let models = try await Screens.renderer(commands: ["covariates sex, age_years", "view models"])
    #expect(models.state.looks == 2)
    let impossible = try await Screens.renderer(commands: ["by sex", "where sex = F", "where age_years > 90"])
    #expect(impossible.state.looks == 1)
  }
}

extension Screens {
  static func renderer(commands: [String], keysAfter keys: String) async throws -> Renderer {
    try await renderer(size: "120x36", keys: keys, commands: commands)
  }
}

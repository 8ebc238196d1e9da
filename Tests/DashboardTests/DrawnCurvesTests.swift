import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Report
import Session
import SurvivalStatistics
import TerminalGrid
import Testing

/// Curves, axes and names where they lie on the screen, beside the numbers that they are drawn from.
@Suite("What is drawn")
struct DrawnCurvesTests {
  @Test(
    "The y axis says what it is",
    arguments: [("OS", "alive"), ("DFS", "alive without relapse"), ("CIR", "cumulative incidence")],
    Screens.sizes)
  func yAxis(endpoint: (name: String, title: String), size: String) async throws {
    let renderer = try await Screens.renderer(size: size, commands: ["endpoint \(endpoint.name)"])
    let area = ScreenLayout(renderer.state).curves
    #expect(renderer.rows[area.y].contains(endpoint.title))
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
    "What is drawn lies within a quarter of a row of the estimate: about a point at 120×36, two at 80×24",
    arguments: [("120x36", 1.1), ("80x24", 2.0)], ["OS", "DFS", "GRFS", "CIR"])
  func drawnHeights(size: (text: String, points: Double), endpoint: String) async throws {
    for arms in [nil, "sex"] {
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
}

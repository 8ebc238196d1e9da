import Dashboard
import Session
import TerminalGrid
import Testing
import TestSupport

@Suite("Screens")
struct ScreenTests {
  @Test("The first screen", arguments: Screens.sizes)
  func firstScreen(size: String) async throws {
    expectSnapshot(of: try await Screens.renderer(size: size).grid, named: "first-\(size)")
  }

  @Test(
    "Disease-free survival by inotuzumab after CR1, with bands", arguments: ["80x24", "120x36", "160x50"])
  func arms(size: String) async throws {
    let renderer = try await Screens.renderer(
      size: size, keys: "c", commands: ["endpoint DFS", "where disease_phase in (CR2, CR3)", "by inotuzumab"])
    expectSnapshot(of: renderer.grid, named: "dfs-by-inotuzumab-\(size)")
  }

  @Test("Relapse and death before it beside each other")
  func causes() async throws {
    let renderer = try await Screens.renderer(size: "100x30", keys: "Z", commands: ["endpoint CIR"])
    expectSnapshot(of: renderer.grid, named: "causes-100x30")
  }

  @Test("Cumulative incidence by phase, risk table with events and censored")
  func incidenceByPhase() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36", keys: "r r", commands: ["endpoint CIR", "by disease_phase"])
    expectSnapshot(of: renderer.grid, named: "cir-by-phase-120x36")
  }

  @Test("Plain ASCII holds nothing but ASCII", arguments: ["60x18", "80x24", "120x36"])
  func ascii(size: String) async throws {
    let renderer = try await Screens.renderer(
      size: size, keys: "c r", commands: ["charset ascii", "by disease_phase", "where age_years >= 4"])
    #expect(renderer.text.allSatisfy { $0.isASCII })
    expectSnapshot(of: renderer.grid, named: "ascii-\(size)")
  }

  @Test(
    "The menus, the prompt, the help and the drawer of filters",
    arguments: [
      ("arms-menu", "80x24", "s d o n"), ("help", "80x24", "? u n d o"), ("palette", "80x24", ": w h e r"),
      ("time-prompt", "80x24", "t 1 2"), ("endpoint-menu", "100x30", "e"),
      ("filters-drawer", "80x24", "Tab j j Space"),
    ])
  func overlays(name: String, size: String, keys: String) async throws {
    expectSnapshot(of: try await Screens.renderer(size: size, keys: keys).grid, named: "\(name)-\(size)")
  }

  @Test("The cross-hair reads every curve at its time, with the number at risk")
  func crosshair() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36", commands: ["endpoint DFS", "by inotuzumab", "crosshair 12"])
    expectSnapshot(of: renderer.grid, named: "crosshair-120x36")
  }

  @Test("A landmark analysis of competing risks with follow-up ended and all counts")
  func landmark() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36",
      commands: ["endpoint CIR", "by cr_at_hsct", "landmark 3", "censor-at 36", "risk-rows censored"])
    expectSnapshot(of: renderer.grid, named: "landmark-120x36")
  }

  @Test("A window that is too small says what is needed", arguments: ["59x18", "60x17", "20x3", "1x1"])
  func tooSmall(size: String) async throws {
    let grid = try await Screens.renderer(size: size).grid
    #expect(grid.size.description == size)
    if grid.size.columns > 20 { #expect(grid.text.contains("atrisk needs 60×18")) }
  }

  @Test("Nobody selected is said, and undo brings them back", arguments: Screens.sizes)
  func nobody(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, commands: ["where age_years > 90"])
    #expect(renderer.text.contains("No patient is selected"))
    #expect(renderer.text.contains("0 of 78 patients"))
    try await renderer.keys("u")
    #expect(!renderer.text.contains("No patient is selected"))
    #expect(renderer.text.contains("78 patients"))
  }

  @Test("The data view scrolls through what was understood of the file")
  func data() async throws {
    var renderer = try await Screens.renderer(keys: "6")
    let top = renderer.text
    #expect(top.contains("disease_phase") || top.contains("DFS"))
    try await renderer.keys("G")
    #expect(renderer.text != top)
    try await renderer.keys("g")
    #expect(renderer.text == top)
    try await renderer.keys("Escape")
    #expect(renderer.state.display.view == .curves)
  }
}

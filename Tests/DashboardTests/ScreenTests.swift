import Dashboard
import TerminalGrid
import TestSupport
import Testing

@Suite("Screens")
struct ScreenTests {
  @Test("The first screen", arguments: ["60x18", "80x24", "120x36", "200x60"])
  func firstScreen(size: String) async throws {
    expectSnapshot(of: try await Screens.renderer(size: size).grid, named: "first-\(size)")
  }

  @Test(
    "Disease-free survival by inotuzumab after CR1, with bands", arguments: ["80x24", "120x36", "160x50"])
  func stratified(size: String) async throws {
    let renderer = try await Screens.renderer(
      size: size, keys: "c", commands: ["endpoint DFS", "where disease_phase in (CR2, CR3)", "by inotuzumab"])
    expectSnapshot(of: renderer.grid, named: "dfs-by-inotuzumab-\(size)")
  }

  @Test("Relapse and death in remission beside each other")
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
    #expect(renderer.grid.text.allSatisfy { $0.isASCII })
    expectSnapshot(of: renderer.grid, named: "ascii-\(size)")
  }

  @Test("The menus, the prompt, the help and the data view")
  func overlays() async throws {
    expectSnapshot(
      of: try await Screens.renderer(size: "80x24", keys: "s d o n").grid, named: "stratify-menu-80x24")
    expectSnapshot(of: try await Screens.renderer(size: "80x24", keys: "? u n d o").grid, named: "help-80x24")
    expectSnapshot(
      of: try await Screens.renderer(size: "80x24", keys: ": w h e r").grid, named: "palette-80x24")
    expectSnapshot(
      of: try await Screens.renderer(size: "80x24", keys: "t 1 2").grid, named: "landmark-prompt-80x24")
    let endpoints = try await Screens.renderer(size: "100x30", keys: "e").grid
    expectSnapshot(of: endpoints, named: "endpoint-menu-100x30")
  }

  @Test("The cross-hair reads every curve at its time, with the number at risk")
  func crosshair() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36", commands: ["endpoint DFS", "by inotuzumab", "at 24"])
    expectSnapshot(of: renderer.grid, named: "crosshair-120x36")
  }

  @Test("A window that is too small says what is needed", arguments: ["59x18", "60x17", "20x3", "1x1"])
  func tooSmall(size: String) async throws {
    let grid = try await Screens.renderer(size: size).grid
    #expect(grid.size.description == size)
    if grid.size.columns > 20 { #expect(grid.text.contains("atrisk needs 60×18")) }
  }

  @Test("Nobody selected is said, and undo brings them back")
  func nobody() async throws {
    var renderer = try await Screens.renderer(commands: ["where age_years > 90"])
    #expect(renderer.grid.text.contains("No patient is selected"))
    #expect(renderer.grid.text.contains("0 of 78 patients"))
    try await renderer.press([.character("u")])
    #expect(renderer.grid.text.contains("78 patients"))
  }
}

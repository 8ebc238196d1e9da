import Analysis
import CohortFixtures
import CohortModel
import Dashboard
import Report
import Session
import SurvivalStatistics
import TerminalGrid
import Testing
import TestSupport

/// Causes beside and upon each other, and panels by a second factor.
@Suite("Panels")
struct PanelsTests {
  @Test(
    "NRM and relapse upon each other within few keys of the first screen", arguments: ["80x24", "120x36"])
  func stacked(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "e C I R Enter b")
    #expect(renderer.state.question.causes == .stacked)
    expectSnapshot(of: renderer.grid, named: "stacked-\(size)")
  }

  @Test("GRFS by what came first; the estimate of the composite is what it was")
  func composite() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36", commands: ["endpoint GRFS", "causes stacked", "at 24"])
    expectSnapshot(of: renderer.grid, named: "grfs-first-events-120x36")
    #expect(renderer.rows.contains { $0.contains("event-free") && $0.contains("68.4% (55.3–78.4)") })
    let whole = try await Screens.renderer(size: "120x36", commands: ["endpoint GRFS", "at 24"])
    #expect(whole.text.contains("68.4% (55.3–78.4)"))
  }

  @Test(
    "Every cause by arm: a panel a cause, each with its own named test",
    arguments: ["80x24", "120x36", "200x60"])
  func causesByArm(size: String) async throws {
    let renderer = try await Screens.renderer(
      size: size, commands: ["endpoint CIR", "by inotuzumab", "causes all"])
    #expect(renderer.text.contains("relapse: Gray"))
    #expect(renderer.state.looks == 2)
    expectSnapshot(of: renderer.grid, named: "causes-by-arm-\(size)")
  }

  @Test("Stacked by arm in plain characters")
  func stackedByArm() async throws {
    let renderer = try await Screens.renderer(
      size: "120x36", commands: ["charset ascii", "endpoint CIR", "by inotuzumab", "causes stacked"])
    #expect(renderer.text.allSatisfy { $0.isASCII })
    expectSnapshot(of: renderer.grid, named: "stacked-by-arm-ascii-120x36")
  }

  @Test(
    "Panels by a second factor have the same axes, one test each; what is not shown is said and scrolled to")
  func factor() async throws {
    var renderer = try await Screens.renderer(
      size: "80x24", commands: ["endpoint DFS", "by inotuzumab", "panels disease_phase"])
    expectSnapshot(of: renderer.grid, named: "panels-80x24")
    #expect(renderer.text.contains("panels 1–2 of 3"))
    #expect(renderer.text.contains("CR1") && !renderer.text.contains("CR3 ·"))
    try await renderer.keys("Right")
    #expect(renderer.text.contains("panels 2–3 of 3"))
    #expect(renderer.text.contains("CR3 ·"))
    try await renderer.ask("by disease_phase")
    #expect(renderer.state.question.panels == nil, "a panel for each arm shows nothing")
  }

  @Test("An endpoint of one cause has nothing to stack")
  func oneCause() async throws {
    let renderer = try await Screens.renderer(keys: "b", commands: ["endpoint OS"])
    #expect(renderer.text.contains("OS has one cause"))
    #expect(renderer.state.question.causes == nil)
  }

  @Test("Whatever the cohort, the layers lie upon each other without gaps and are everybody at the top")
  func sumsToOne() async throws {
    for seed in UInt64(1)...40 {
      var generator = SeededGenerator(seed: seed)
      let source = NaiveSource(RandomCohort.make(rows: Int(seed) * 4, distinctTimes: 12, using: &generator))
      for endpoint in source.schema.endpoints where endpoint.causes.count > 1 {
        var question = Question(endpoint: endpoint.name)
        question.causes = .stacked
        let report = CurvesReport(curves: try await Analyst(source).curves(question), schema: source.schema)
        let layers = report.figure.layers
        #expect(layers.count == endpoint.causes.count + 1)
        for (below, above) in zip(layers, layers.dropFirst()) {
          #expect(below.upper == above.lower)
          #expect(zip(above.lower, above.upper).allSatisfy { $0 <= $1 + 1e-12 })
        }
        #expect(layers[0].lower.allSatisfy { $0 == 0 })
        #expect(layers.last?.upper.allSatisfy { abs($0 - 1) < 1e-9 } == true)
        #expect(layers.last?.start.upperBound == 1)
      }
    }
  }
}

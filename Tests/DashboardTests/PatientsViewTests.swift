import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Report
import Session
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The Patients view")
struct PatientsViewTests {
  private static let cohort = ["endpoint DFS", "where disease_phase in (CR2, CR3) and age_years >= 5"]

  @Test("Patients with their swim lanes", arguments: Screens.sizes)
  func screens(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "5 j", commands: Self.cohort)
    expectSnapshot(of: renderer.grid, named: "patients-\(size)")
  }

  @Test("Arms, marks and competing causes, and the same in ASCII", arguments: ["unicode", "ascii"])
  func arms(charset: String) async throws {
    let renderer = try await Screens.renderer(
      keys: "5 Space j Space",
      commands: ["charset \(charset)", "endpoint CIR", "by inotuzumab", "until 36", "landmark 3"])
    if charset == "ascii" { #expect(renderer.text.allSatisfy { $0.isASCII }) }
    expectSnapshot(of: renderer.grid, named: "patients-arms-\(charset)-120x36")
  }

  @Test("The card of one patient", arguments: ["80x24", "120x36"])
  func card(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "5 j Enter", commands: Self.cohort)
    expectSnapshot(of: renderer.grid, named: "patient-card-\(size)")
  }
}

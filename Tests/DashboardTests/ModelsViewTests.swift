import Analysis
import CohortEngine
import CohortModel
import Foundation
import Report
import Session
import Study
import TerminalGrid
import TestSupport
import SurvivalStatistics
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The Models view")
struct ModelsViewTests {
  private static let terms = "covariates disease_phase, age_years per 10, inotuzumab"

  @Test("Three terms together", arguments: Screens.sizes)
  func screens(size: String) async throws {
    let renderer = try await Screens.renderer(size: size, keys: "3", commands: [Self.terms])
    expectSnapshot(of: renderer.grid, named: "models-\(size)")
  }

  @Test("Of a cause both models stand below each other, in ASCII too", arguments: ["unicode", "ascii"])
  func causes(charset: String) async throws {
    let renderer = try await Screens.renderer(
      size: "160x50", keys: "3", commands: ["endpoint CIR", Self.terms, "charset \(charset)"])
    if charset == "ascii" { #expect(renderer.text.allSatisfy { $0.isASCII }) }
    expectSnapshot(of: renderer.grid, named: "models-causes-\(charset)-160x50")
  }

  @Test("Without a covariate it says how to begin, and Space on a variable begins", arguments: Screens.sizes)
  func beginning(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, keys: "3")
    #expect(renderer.text.contains("No covariate yet"))
    try await renderer.keys("Down Space")
    let second = renderer.state.candidates[1]
    #expect(renderer.state.question.covariates == [try CovariateTerm(second)])
    #expect(!renderer.text.contains("No covariate yet"))
    #expect(renderer.row("[x]")?.contains(second.label.prefix(8)) == true)
    try await renderer.keys("Space")
    #expect(renderer.state.question.covariates.isEmpty && renderer.text.contains("No covariate yet"))
  }

  @Test(
    "The ratio on the screen is the model's, and few events for a coefficient are amber, fewer than five red")
  func numbers() async throws {
    let renderer = try await Screens.renderer(
      size: "160x50", keys: "3", commands: ["covariates age_years, inotuzumab"])
    let fit = try #require(renderer.state.scene?.models?.report).models.fits[0]
    let row = try #require(renderer.row("yes")).split(separator: " ").map(String.init)
    let adjusted = try #require(fit.terms[1].rows[1].adjusted)
    #expect(row.contains(Quantity.ratio(adjusted.hazardRatio, nil).text(.bare)))
    #expect(renderer.text.contains("18 events / 2 df = 9.0"))
    #expect(renderer.styles(of: "18 events / 2 df = 9.0").map(\.foreground) == [.warning])
    var more = renderer
    try await more.ask("covariates age_years, inotuzumab, disease_phase")
    #expect(more.styles(of: "18 events / 4 df = 4.5").map(\.foreground) == [.error])
  }

  @Test("The cursor reaches every variable, stays in sight, and where terms do not fit its term is in sight")
  func cursor() async throws {
    var renderer = try await Screens.renderer(size: "60x18", keys: "3", commands: [Self.terms])
    let variables = renderer.state.candidates
    for variable in variables {
      #expect(renderer.state.currentCovariate == variable)
      let area = try #require(renderer.state.scene?.models).variables
      let rows = Screen.grid(renderer.state).rowTexts[(area.y + 1)..<area.maxY]
      #expect(rows.contains { $0.contains(variable.label.prefix(20)) })
      if variable.name == "inotuzumab" {
        #expect(renderer.rows[4..<10].contains { $0.contains("Inotuzumab  1 df") })
      }
      try await renderer.keys("Down")
    }
    try await renderer.keys("g")
    #expect(renderer.state.currentCovariate == variables[0])
  }

  @Test("Enter shows the curves by the variable and Escape comes back; a press toggles")
  func curves() async throws {
    var renderer = try await Screens.renderer(keys: "3 Down Down Enter")
    let third = renderer.state.candidates[2]
    #expect(renderer.state.display.view == .curves)
    #expect(try renderer.state.question.arms == Arms(third))
    try await renderer.keys("Escape")
    #expect(renderer.state.display.view == .models && renderer.state.currentCovariate == third)
    var state = renderer.state
    let area = try #require(state.scene?.models).variables
    _ = state.receive(MouseEvent(.press, x: area.x + 5, y: area.y + 1))
    #expect(state.question.covariates.map(\.variable) == [state.candidates[0].name])
  }

  @Test("Only the view that is shown is computed; nobody selected and unknown values are no failure")
  func work() async throws {
    let (state, scenery) = Screens.dashboard(
      BitmapEngine(try Screens.opening().study.cohort), size: "120x36")
    var renderer = try await Renderer(state, scenery: scenery)
    try await renderer.ask("covariates age_years")
    try await renderer.keys("2 1 6")
    #expect(await scenery.analyst.work.models == 0)
    try await renderer.keys("3 1 3 Down")
    #expect(await scenery.analyst.work.models == 1)
    try await renderer.ask("where age_years > 90")
    #expect(renderer.text.contains("no events"))
  }

  @Test("A covariate that the endpoint is made of is refused in its place, not by a screen without numbers")
  func outcome() async throws {
    var renderer = try await Screens.renderer(keys: "3")
    let schema = renderer.state.schema
    let endpoint = try #require(schema.endpoint(renderer.state.question.endpoint))
    let column = try #require(
      endpoint.columns.compactMap(schema.variable).first { (try? CovariateTerm($0)) != nil && !$0.isNumeric })
    try await renderer.ask("covariates \(column.name)")
    #expect(renderer.text.contains("no outcome explains itself"))
    try await renderer.keys("u")
    #expect(renderer.text.contains("No covariate yet"))
  }

  @Test("A source that releases no single patients says so, and the other views go on")
  func withoutRows() async throws {
    let source = TablesOnly(source: BitmapEngine(try Screens.opening().study.cohort))
    var renderer = try await Screens.renderer(source, size: "120x36")
    try await renderer.keys("3 Space")
    #expect(renderer.text.contains("releases no single patients"))
    #expect(renderer.rows.contains { $0.contains("[x]") })
    try await renderer.keys("2")
    #expect(renderer.text.contains("one factor at a time"))
  }
}

/// A source that counts, and gives nobody's row away.
private struct TablesOnly: CohortSource {
  let source: BitmapEngine
  var schema: CohortSchema { source.schema }

  func eventTables(_ request: EventTablesRequest) async throws -> EventTables {
    try await source.eventTables(request)
  }
  func factorTables(_ request: FactorTablesRequest) async throws -> [FactorTables] {
    try await source.factorTables(request)
  }
  func facets(_ request: FacetsRequest) async throws -> [String: Facet] {
    try await source.facets(request)
  }
  func flow(_ filters: FilterSet) async throws -> [Int] { try await source.flow(filters) }
}

import Analysis
import CohortModel
import Report
import Session
import SurvivalStatistics
import TerminalGrid
import Testing

@testable import Dashboard

/// What the keys of the Models view do with the variable under the cursor.
@Suite("Keys of the Models view")
struct ModelKeysTests {
  private func renderer(_ terms: String, at variable: String, size: String = "160x50") async throws
    -> Renderer
  {
    var renderer = try await Screens.renderer(size: size, keys: "3", commands: ["covariates \(terms)"])
    let names = renderer.state.candidates.map(\.name)
    let place = try #require(names.firstIndex(of: variable))
    for _ in 0..<place { try await renderer.keys("Down") }
    #expect(renderer.state.currentCovariate?.name == variable)
    return renderer
  }

  private func terms(_ renderer: Renderer) -> String {
    renderer.state.question.covariates.map { $0.text(in: renderer.state.schema) }.joined(separator: ", ")
  }

  @Test("r compares with another level, S makes strata of it and levels again")
  func reference() async throws {
    var renderer = try await renderer("disease_phase, age_years", at: "disease_phase")
    try await renderer.keys("r Down Enter")
    #expect(terms(renderer) == "disease_phase ref CR2, age_years")
    try await renderer.keys("S")
    #expect(terms(renderer) == "strata disease_phase, age_years")
    #expect(renderer.row("[S]")?.contains("Disease phase") == true)
    #expect(renderer.text.contains("stratified by Disease phase"))
    try await renderer.keys("S")
    #expect(terms(renderer) == "disease_phase, age_years")
  }

  @Test("i crosses two terms and takes the interaction out; without one of them it goes")
  func interaction() async throws {
    var renderer = try await renderer("age_years, inotuzumab", at: "inotuzumab")
    try await renderer.keys("i Enter")
    #expect(terms(renderer) == "age_years, inotuzumab, inotuzumab * age_years")
    #expect(renderer.text.contains("ratios of ratios"))
    try await renderer.keys("i Enter")
    #expect(terms(renderer) == "age_years, inotuzumab")
    try await renderer.keys("i Enter Space")
    #expect(terms(renderer) == "age_years")
  }

  @Test("c codes a number; a variable with levels says what to press instead")
  func coding() async throws {
    var renderer = try await renderer("age_years", at: "age_years")
    try await renderer.keys("c Down Enter")
    #expect(terms(renderer) == "age_years per 10")
    var levels = try await self.renderer("sex", at: "sex")
    try await levels.keys("c")
    #expect(levels.text.contains("r chooses among them"))
  }

  @Test("f shows one of the regressions alone; U keeps unadjusted ratios where there is little room")
  func shown() async throws {
    var renderer = try await Screens.renderer(
      size: "160x50", keys: "3", commands: ["endpoint CIR", "covariates age_years"])
    func rows(_ renderer: Renderer) -> Int {
      renderer.rows.count { $0.contains("per year") || $0.contains("per unit") }
    }
    #expect(rows(renderer) == 2)
    try await renderer.keys("f")
    #expect(renderer.state.display.model == .fineGray && rows(renderer) == 1)
    try await renderer.keys("f f")
    #expect(renderer.state.display.model == nil && rows(renderer) == 2)
    var small = try await Screens.renderer(size: "80x24", keys: "3", commands: ["covariates age_years, sex"])
    #expect(!small.text.contains("unadjusted"))
    try await small.keys("U")
    #expect(small.text.contains("unadjusted"))
  }

  @Test("F gives ratios where a level has no event, and says by what method")
  func firth() async throws {
    var renderer = try await renderer("ikzf1plus_poor_mrd", at: "ikzf1plus_poor_mrd")
    #expect(renderer.text.contains("no finite estimate"))
    try await renderer.keys("F")
    #expect(!renderer.text.contains("no finite estimate") && renderer.text.contains("Firth"))
    #expect(renderer.text.contains("0.72 (<0.01–5.35)"))
  }

  @Test(
    "G draws the curves of the model above those observed, says what is held equal, and A takes them away")
  func adjusted() async throws {
    var renderer = try await renderer("inotuzumab, age_years", at: "inotuzumab", size: "120x36")
    try await renderer.keys("G")
    #expect(renderer.state.display.view == .curves)
    #expect(renderer.text.contains("adjusted at 24 months") && renderer.text.contains("adjusted for"))
    let scene = try #require(renderer.state.scene)
    #expect(scene.curves.count == 4 && scene.series == [1, 2, 1, 2])
    #expect(scene.curves.prefix(2).allSatisfy { $0.label.isEmpty && $0.steps.allSatisfy(\.isFaint) })
    try await renderer.keys("A")
    #expect(renderer.state.scene?.curves.count == 2 && !renderer.text.contains("adjusted at"))
  }

  @Test("The ratio under the cursor is read aloud")
  func aloud() async throws {
    let renderer = try await renderer("disease_phase, age_years", at: "disease_phase", size: "120x36")
    #expect(renderer.text.contains("At the same age, the hazard of relapse or death in CR2 is 3.6 times"))
  }
}

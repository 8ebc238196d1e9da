import Analysis
import CohortEngine
import CohortModel
import Foundation
import Report
import Study
import TestSupport
import Testing

/// What is said of ratios in words.
@Suite("A model read aloud")
struct ModelReadingTests {
  private let study: Study

  init() throws {
    study = try Study.open(path: Repository.root().appending(path: "sample-data/blinatumomab-hsct.toml").path)
  }

  @Test(
    "names what is held equal, the ratio and its whole interval",
    arguments: [
      (
        "DFS", "disease_phase, age_years",
        "At the same age, the hazard of relapse or death in CR2 is 3.6 times that in CR1; anything from half to 27 times is compatible with these 78 patients"
      ),
      (
        "DFS", "age_years per 10",
        "The hazard of relapse or death is 0.84 times as high for each 10 years more of age; anything from 0.39 to 1.83 times is compatible with these 78 patients"
      ),
    ])
  func sentences(endpoint: String, terms: String, expected: String) async throws {
    let report = try await report(endpoint, terms)
    #expect(report.reading(of: nil) == expected)
  }

  @Test("says among whom where levels interact, and nothing where a number does")
  func interactions() async throws {
    let levels = try await report("DFS", "graft * sex")
    #expect(levels.reading(of: "graft")?.hasPrefix("Among ") == true)
    let number = try await report("DFS", "age_years * inotuzumab")
    #expect(number.reading(of: "inotuzumab") == nil)
    #expect(number.reading(of: "age_years")?.hasPrefix("Among Inotuzumab: no, ") == true)
  }

  @Test("A level with one event or few patients is named before anybody leans on its ratio")
  func few() async throws {
    let texts = try await report("DFS", "disease_phase").remarks.map(\.text)
    #expect(
      texts.contains {
        $0.contains("CR1 has 1 event: the ratios rest on one patient") && $0.contains("CR3 n=5")
      })
  }

  private func report(_ endpoint: String, _ terms: String) async throws -> ModelsReport {
    let analyst = Analyst(BitmapEngine(study.cohort))
    var question = Question(endpoint: endpoint)
    question.covariates = try CovariateTerm.terms(parsing: terms, in: analyst.schema)
    return ModelsReport(
      try #require(await analyst.models(question)), words: VariableWords(analyst.schema))
  }
}

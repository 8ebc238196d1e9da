import CohortEngine
import Dashboard
import SurvivalStatistics
import Testing

@Suite("Recomputing")
struct RecomputerTests {
  @Test("Another landmark or another open variable makes no new analysis; another filter, test or scale does")
  func reusesTheAnalysis() async throws {
    let cohort = try Screens.state().cohort
    let recomputer = Recomputer(BitmapEngine(cohort), cohort: cohort)
    let sex = try #require(cohort.variable(named: "sex"))
    var question = Question()
    let first = try await recomputer.snapshot(for: question, facets: [])
    question.landmark = 12
    let later = try await recomputer.snapshot(for: question, facets: [sex])
    #expect(await recomputer.analysisCount == 1)
    #expect(later.analysis == first.analysis)
    #expect(later.question.landmark == 12)
    #expect(later.answer.facets.keys.contains(sex))

    question.stratification = .levels(variable: sex)
    let divided = try await recomputer.snapshot(for: question, facets: [])
    #expect(divided.analysis.curves.count == 2)
    question.filters[sex] = .levels(variable: sex, [0])
    _ = try await recomputer.snapshot(for: question, facets: [])
    question.transform = .plain
    _ = try await recomputer.snapshot(for: question, facets: [])
    #expect(await recomputer.analysisCount == 4)
  }
}

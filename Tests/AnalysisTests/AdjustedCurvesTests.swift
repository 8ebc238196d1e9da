import Analysis
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

/// Curves standardised to all patients of the sample study against `Tests/ReferenceData/regressions.R`.
@Suite("Adjusted curves")
struct AdjustedCurvesTests {
  private let study: SampleStudy
  private let r: RAnswers

  init() throws { (study, r) = (try SampleStudy(), try RAnswers("regressions")) }

  @Test(
    "are means of what R predicts with everybody in one arm: Cox, with an interaction, Fine and Gray",
    arguments: [
      ("adjusted", "DFS", "disease_phase", "age_years per 10", ["CR1", "CR2", "CR3"], 1e-8),
      ("adjusted crossed", "DFS", "inotuzumab", "age_years per 10 * inotuzumab", ["no", "yes"], 1e-8),
      ("adjusted incidence", "CIR", "inotuzumab", "age_years", ["no", "yes"], 1e-5),
    ])
  func estimates(
    name: String, endpoint: String, by: String, terms: String, arms: [String], tolerance: Double
  ) async throws {
    let adjusted = try await adjusted(endpoint, by, terms)
    #expect(adjusted.arms.map(\.name) == arms)
    for arm in adjusted.arms {
      let read = [6.0, 12, 24].map { time in arm.place(at: time).map { arm.values[$0] } }
      #expect(r.agree("\(name)/\(arm.name)", read, within: tolerance), "\(arm.name)")
    }
  }

  @Test("have the spread and the limits that R's own draws give")
  func limits() async throws {
    let arms = try await adjusted("DFS", "inotuzumab", "age_years per 10").arms
    let places = try arms.map { try #require($0.place(at: 12)) }
    #expect(r.agree("adjusted/error", zip(arms, places).map { $0.standardErrors[$1] }, within: 0.007))
    #expect(r.agree("adjusted/low", zip(arms, places).map { $0.limits[$1]?.lower }, within: 0.03))
    #expect(r.agree("adjusted/high", zip(arms, places).map { $0.limits[$1]?.upper }, within: 0.02))
    let effective = try #require(arms[0].effectiveCount(at: places[0]))
    #expect(effective > 20 && effective < 78)
  }

  @Test("are the same whenever they are asked for")
  func seeded() async throws {
    let question = try question("DFS", "inotuzumab", "age_years")
    let (one, other) = (
      try #require(await study.analyst.adjusted(question)),
      try #require(await SampleStudy().analyst.adjusted(question))
    )
    #expect(one == other && one.draws == 500 && one.failedDraws == 0)
  }

  @Test("stop when nobody waits for them any longer")
  func cancelled() async throws {
    let question = try question("DFS", "inotuzumab", "age_years")
    let task = Task { [analyst = study.analyst] in try await analyst.adjusted(question) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test(
    "An arm without events has the curve that the model tends to; strata are no part of Fine and Gray's model"
  )
  func edges() async throws {
    let none = try await adjusted("DFS", "ikzf1plus_poor_mrd", "age_years")
    let arm = try #require(none.arms.first { $0.eventCount == 0 })
    #expect(none.obstacle == nil && (arm.values.last ?? 0) > 0.999)
    #expect(try await adjusted("CIR", "inotuzumab", "strata graft").obstacle == .strata)
    var alone = study.question("DFS")
    alone.covariates = try CovariateTerm.terms(parsing: "age_years", in: study.analyst.schema)
    #expect(try await study.analyst.adjusted(alone) == nil)
  }

  private func question(_ endpoint: String, _ by: String, _ terms: String) throws -> Question {
    var question = study.question(endpoint, by: .levels(of: by))
    question.covariates = try CovariateTerm.terms(parsing: terms, in: study.analyst.schema)
    return question
  }

  private func adjusted(_ endpoint: String, _ by: String, _ terms: String) async throws -> AdjustedCurves {
    try #require(try await study.analyst.adjusted(try question(endpoint, by, terms)))
  }
}

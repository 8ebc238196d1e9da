import Analysis
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

/// How arms differ in the sample study, against `Tests/ReferenceData/effects.R`.
struct EffectsOfCurvesTests {
  private func effects(
    _ endpoint: String, by arms: String, _ change: (inout Question) -> Void = { _ in }
  ) async throws -> ArmEffects {
    let analyst = try SampleStudy().analyst
    var question = Question(endpoint: endpoint)
    question.arms = .levels(of: arms)
    change(&question)
    return try await analyst.effects(try await analyst.curves(question))
  }

  @Test
  func
    `The hazard ratio with its Wald interval, the Schoenfeld test, and restricted means to the shorter follow-up`()
    async throws
  {
    let r = try RAnswers("effects")
    let one = try #require(try await effects("DFS", by: "inotuzumab").comparisons.first)
    #expect(r.agree("hr", one.ratio?.hazardRatio, within: 1e-7))
    #expect(r.agree("hr_low", one.ratio?.interval.lower, within: 1e-7))
    #expect(r.agree("hr_high", one.ratio?.interval.upper, within: 1e-7))
    #expect(r.agree("hr_p", one.ratio?.pValue, within: 1e-7))
    #expect(r.agree("ph", one.proportionality?.statistic, within: 1e-6))
    #expect(r.agree("ph_p", one.proportionality?.pValue, within: 1e-6))
    #expect(r.agree("tau", one.restrictedMean?.horizon))
    #expect(r.agree("rmst", one.restrictedMean?.value))
    #expect(r.agree("rmst_se", one.restrictedMean?.standardError))
    // Read earlier than anybody's follow-up ends, it counts to there.
    let early = try await effects("DFS", by: "inotuzumab") { $0.at = TimePoint(24, .months) }
    #expect(early.comparisons.first?.restrictedMean?.horizon == 24)
  }

  @Test func `Pairs of three arms with Holm, weighted tests and the trend of ordered ones`() async throws {
    let r = try RAnswers("effects")
    let found = try await effects("DFS", by: "disease_phase")
    for (pair, name) in zip(found.pairs, ["pair_12", "pair_13", "pair_23"]) {
      #expect(r.agree(name, pair.result.statistic))
    }
    for (pair, name) in zip(found.pairs, ["holm1", "holm2", "holm3"]) { #expect(r.agree(name, pair.holm)) }
    #expect(found.pairs.count == 3)
    let two = try await effects("DFS", by: "inotuzumab")
    #expect(two.pairs.isEmpty)
    let names = ["gehan", "tarone", "peto", "fh10"]
    for (test, name) in zip(two.weighted, names) { #expect(r.agree(name, test.result.statistic), "\(name)") }
    #expect(!two.weighted.contains { $0.name.contains("trend") })
    let ages = try await effects("DFS", by: "disease_phase") {
      $0.arms = .cuts(of: "age_years", at: [4, 12])
    }
    #expect(ages.weighted.last?.name == "log-rank trend")
    #expect(r.agree("trend", ages.weighted.last?.result.statistic))
  }

  @Test func `Of a cause it is the subdistribution hazard ratio, and a level without events has none`()
    async throws
  {
    let r = try RAnswers("effects")
    let one = try #require(try await effects("CIR", by: "inotuzumab").comparisons.first)
    #expect(one.model == .fineGray)
    #expect(r.agree("shr", one.ratio?.hazardRatio, within: 1e-4))
    #expect(one.proportionality == nil && one.restrictedMean == nil)
    let none = try await effects("CIR", by: "disease_phase")
    #expect(none.comparisons.map(\.arm) == [1, 2])
    for one in none.comparisons {
      #expect(one.ratio == nil)
      guard case .noEvents(let levels) = one.whyNoRatio else {
        Issue.record("a level without events has no ratio")
        continue
      }
      #expect(levels.contains("CR1"))
    }
  }

  @Test func `Without arms nothing is compared`() async throws {
    let analyst = try SampleStudy().analyst
    let found = try await analyst.effects(try await analyst.curves(Question(endpoint: "DFS")))
    #expect(found.comparisons.isEmpty && found.pairs.isEmpty && found.weighted.isEmpty)
  }
}

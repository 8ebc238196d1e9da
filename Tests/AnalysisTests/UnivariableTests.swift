import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Foundation
import Study
import SurvivalStatistics
import TestSupport
import Testing

/// Single factors of the sample study against `Tests/ReferenceData/regressions.R`, and their edges.
@Suite("One factor at a time")
struct UnivariableTests {
  private let study: SampleStudy
  private let r: RAnswers

  init() throws { (study, r) = (try SampleStudy(), try RAnswers("regressions")) }

  @Test(
    "Counts, test and ratios are R's",
    arguments: [
      ("phase", "DFS", "disease_phase", false), ("age", "DFS", "age_years", false),
      ("very early relapse, CR2 and CR3", "DFS", "very_early_relapse", true),
      ("incidence", "CIR", "inotuzumab", false), ("incidence, CR2 and CR3", "CIR", "blina_cycles", true),
    ])
  func factor(name: String, endpoint: String, variable: String, isLater: Bool) async throws {
    let question = study.question(endpoint, at: 24, where: isLater ? SampleStudy.later : nil)
    try check(name, try #require(await study.analyst.univariable(question).factor(variable)))
  }

  @Test("With a landmark and an end of follow-up, from counts and from single patients")
  func window() async throws {
    let question = study.question("DFS", landmark: 3, censorAt: 30, where: SampleStudy.later)
    let answer = try await study.analyst.univariable(question)
    try check("window", try #require(answer.factor("inotuzumab")))
    let age = try #require(answer.factor("age_years"))
    #expect(age.arms == .cuts(of: "age_years", at: [8]) && r.agree("window/median", 8))
    #expect(r.agree("window/per unit", list(age.perUnit?.ratio), within: 1e-9))
  }

  @Test("A number's ratio for one unit more is that of Fine and Gray's model where causes compete")
  func perUnit() async throws {
    let age = try #require(await study.analyst.univariable(study.question("CIR")).factor("age_years"))
    #expect(r.agree("incidence/per unit", list(age.perUnit?.ratio), within: 1e-5))
  }

  @Test("P values are adjusted over all that was tested, and no other")
  func adjusted() async throws {
    let answer = try await study.analyst.univariable(study.question("CIR"))
    let p = answer.factors.map(\.test.result.pValue)
    #expect(answer.factors.map(\.holm) == PValueAdjustment.holm.adjusted(p))
    #expect(answer.factors.map(\.benjaminiHochberg) == PValueAdjustment.benjaminiHochberg.adjusted(p))
    #expect(p.count > 20 && answer.late.map(\.name).contains("agvhd_any"))
    let names = Set(answer.factors.map(\.variable.name) + answer.late.map(\.name))
    #expect(!names.contains("dfs_event") && !names.contains("dfs_months") && !names.contains("id"))
  }

  @Test("A level without events has no ratio, and it is said which")
  func noEvents() async throws {
    let answer = try await study.analyst.univariable(study.question("DFS"))
    let factor = try #require(answer.factor("ikzf1plus_poor_mrd"))
    #expect(factor.whyNoRatios == .noEvents(levels: ["yes"]) && factor.levels.allSatisfy { $0.ratio == nil })
    #expect(factor.test.result.pValue != nil)
  }

  @Test("What cannot divide the patients is named with its reason")
  func untested() async throws {
    let lines = (0..<40).map { row in
      "p\(row),\(row % 9 + 1),\(row % 2),\(row % 5 < 3 ? 100 : row),same,h\(row % 35),\(row % 2 == 0 ? "a" : "b")"
    }
    let file = try Program.temporaryFolder().appending(path: "t.csv")
    let header = "id,time,status,score,constant,hospital,arm"
    try ([header] + lines).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let study = try Study.open(path: file.path)
    let answer = try await Analyst(BitmapEngine(study.cohort)).univariable(
      Question(endpoint: study.cohort.schema.endpoints[0].name))
    let reasons = Dictionary(uniqueKeysWithValues: answer.untested.map { ($0.variable.name, $0.reason) })
    #expect(reasons["score"] == .medianIsHighest && reasons["constant"] == .oneLevel)
    #expect(answer.factors.map(\.variable.name).contains("arm"))
  }

  @Test("Nobody selected: no factor, no failure")
  func nobody() async throws {
    let answer = try await study.analyst.univariable(
      study.question("DFS", where: .oneOf("disease_phase", [])))
    #expect(answer.factors.isEmpty && answer.counts.selected == 0)
  }

  @Test("Read at another time, nothing is counted again")
  func readingTime() async throws {
    let one = try await study.analyst.univariable(study.question("DFS", at: 12))
    let counted = await study.analyst.work.factorTables
    let other = try await study.analyst.univariable(study.question("DFS", by: .levels(of: "sex"), at: 24))
    #expect(one.factors == other.factors && (one.readingTime, other.readingTime) == (12, 24))
    #expect(counted > 0)
    #expect(await study.analyst.work.factorTables == counted)
  }

  @Test("Whoever looks at every patient finds the same", arguments: [1, 2, 3] as [UInt64])
  func naive(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let cohort = RandomCohort.make(rows: 150, distinctTimes: 40, using: &generator)
    let (engine, naive) = (Analyst(BitmapEngine(cohort)), Analyst(NaiveSource(cohort)))
    for endpoint in ["OS", "CIR", "late"] {
      var question = Question(endpoint: endpoint)
      question.filters.add(RandomCohort.condition(depth: 1, using: &generator))
      let (one, other) = (try await engine.univariable(question), try await naive.univariable(question))
      #expect(one == other, "\(question)")
      #expect(!one.factors.isEmpty || one.counts.analysed < 20)
    }
  }

  @Test("Counts give the ratios that single patients give, late entry included")
  func fromCounts() async throws {
    var generator = SeededGenerator(seed: 11)
    let cohort = RandomCohort.make(rows: 400, distinctTimes: 60, using: &generator)
    let analyst = Analyst(BitmapEngine(cohort))
    var question = Question(endpoint: "late")
    let alone = try #require(await analyst.univariable(question).factor("sex"))
    question.covariates = [CovariateTerm(variable: "sex", coding: .levels(reference: nil))]
    let model = try #require(await analyst.models(question))
    let (counted, fitted) = (
      alone.levels.compactMap(\.ratio), model.fits[0].terms[0].rows.compactMap(\.adjusted)
    )
    #expect(counted.count == fitted.count && !fitted.isEmpty)
    for (one, other) in zip(counted, fitted) {
      #expect((one.coefficient - other.coefficient).magnitude < 1e-9)
      #expect((one.standardError - other.standardError).magnitude < 1e-9)
    }
  }

  private func check(_ name: String, _ factor: Univariable.Factor) throws {
    #expect(r.agree("\(name)/n", factor.levels.map { Double($0.patientCount) }))
    #expect(r.agree("\(name)/events", factor.levels.map { Double($0.eventCount) }))
    #expect(r.agree("\(name)/unknown", Double(factor.unknownCount)))
    let test = factor.test.result
    #expect(r.agree("\(name)/test", [test.statistic, test.degreesOfFreedom.map(Double.init)]))
    // R's crr stops before the last digits are settled.
    let ratios = factor.levels.filter { !$0.isReference }.map { list($0.ratio) }
    for column in 0..<4 {
      let numbers = ratios.map { $0.count > column ? $0[column] : nil }
      #expect(r.agree("\(name)/ratio\(column + 1)", numbers, within: 1e-6), "\(name) \(column)")
    }
  }

  private func list(_ estimate: RatioEstimate?) -> [Double?] {
    [estimate?.hazardRatio, estimate?.interval.lower, estimate?.interval.upper, estimate?.pValue]
  }
}

extension Univariable {
  fileprivate func factor(_ name: String) -> Factor? { factors.first { $0.variable.name == name } }
}

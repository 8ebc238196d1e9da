import Analysis
import CohortModel
import SurvivalStatistics
import Testing

@Suite("Answers about time to event")
struct CurvesTests {
  private let study: SampleStudy

  init() throws { study = try SampleStudy() }

  @Test("Without arms the causes stand beside each other; with arms it is one of them; survival has none")
  func causes() async throws {
    let both = try await study.analyst.curves(study.question("CIR"))
    #expect(both.curves.map(\.cause) == [0, 1])
    #expect(both.cause == nil)
    #expect(both.tests.isEmpty)
    let one = try await study.analyst.curves(study.question("CIR", cause: "death", by: .levels(of: "sex")))
    #expect(one.curves.map(\.cause) == [1, 1])
    #expect(one.cause == 1)
    #expect(one.tests.map(\.cause) == [1, 0], "the plotted cause's test comes first")
    let first = try await study.analyst.curves(study.question("CIR", by: .levels(of: "sex")))
    #expect(first.curves.map(\.cause) == [0, 0])
    let survival = try await study.analyst.curves(study.question("DFS", by: .levels(of: "sex")))
    #expect(survival.curves.allSatisfy { $0.cause == nil })
    #expect(survival.tests.map(\.method) == [.logRank])
  }

  @Test("Survival, relapse and death before it add up to one", arguments: [6.0, 12, 24, 36])
  func complement(time: Double) async throws {
    let curves =
      try await study.analyst.curves(study.question("CIR")).curves
      + study.analyst.curves(study.question("DFS")).curves
    let total = try curves.reduce(0.0) { sum, curve in
      guard case .estimate(let value, _, _) = curve.reading(at: time) else { throw CancellationError() }
      return sum + value.value
    }
    #expect(abs(total - 1) < 1e-12)
  }

  @Test(
    "Everybody is counted once: not selected, unusable, of an unknown arm, lost before the landmark, analysed"
  )
  func counts() async throws {
    for landmark in [nil, 6.0] {
      let counts = try await study.analyst.curves(
        study.question(
          "OS_after_relapse", by: .levels(of: "relapse_cd19"), landmark: landmark,
          where: .oneOf("sex", ["M"]))
      ).counts
      #expect(counts.patients == 78)
      #expect(counts.flow == [78, counts.selected])
      #expect(
        counts.selected == counts.unusable + counts.unknownArm + counts.beforeLandmark + counts.analysed)
      #expect(counts.unusable > 0 && counts.analysed > 0)
    }
  }

  @Test("A difference is against the first arm with patients, and there is none without arms or time")
  func differences() async throws {
    let phase = Arms.levels(of: "disease_phase")
    let all = try await study.analyst.curves(study.question("DFS", by: phase, at: 12))
    #expect(all.differences.map(\.arm) == [1, 2])
    #expect(all.differences.allSatisfy { $0.reference == 0 && $0.time == 12 })
    let later = try await study.analyst.curves(
      study.question("DFS", by: phase, at: 12, where: SampleStudy.later))
    #expect(later.arms[0].patientCount == 0)
    #expect(later.differences.map(\.arm) == [2])
    #expect(later.differences.first?.reference == 1)
    let untimed = try await study.analyst.curves(study.question("DFS", by: phase))
    #expect(untimed.differences.isEmpty)
    let together = try await study.analyst.curves(study.question("DFS", at: 12))
    #expect(together.differences.isEmpty)
  }

  @Test("A difference past the end of an arm has no value, and no restricted mean")
  func pastFollowUp() async throws {
    let curves = try await study.analyst.curves(
      study.question("DFS", by: .levels(of: "disease_phase"), at: 60))
    let end = try #require(curves.arms[2].lastTime)
    #expect(end < 60)
    #expect(curves.differences.last?.risk == nil)
    #expect(curves.differences.last?.restrictedMean == nil)
  }

  @Test("Names that the study does not have are refused with the reason")
  func unknown() async throws {
    await #expect(throws: NamingError.unknownCause("relaps", known: ["relapse", "death"])) {
      try await study.analyst.curves(study.question("CIR", cause: "relaps"))
    }
    await #expect(throws: NamingError.self) { try await study.analyst.curves(study.question("XYZ")) }
    await #expect(throws: NamingError.unknownCause("death", known: [])) {
      try await study.analyst.curves(study.question("OS", cause: "death"))
    }
  }

  @Test("A time is the same time in whatever unit it is said")
  func units() async throws {
    var question = study.question("DFS", by: .levels(of: "sex"), at: 24, landmark: 12, censorAt: 36)
    let months = try await study.analyst.curves(question)
    question.at = TimePoint(2, .years)
    question.landmark = TimePoint(1, .years)
    question.censorAt = TimePoint(3, .years)
    let years = try await study.analyst.curves(question)
    #expect(years.curves == months.curves)
    #expect(years.differences == months.differences)
  }
}

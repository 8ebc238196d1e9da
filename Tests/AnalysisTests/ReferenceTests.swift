import Analysis
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

/// The answers to questions of the sample study against `Tests/ReferenceData/analysis.R`.
@Suite("Curves against R")
struct ReferenceTests {
  private let study: SampleStudy
  private let r: RAnswers

  init() throws { (study, r) = (try SampleStudy(), try RAnswers("analysis")) }

  @Test(
    "Survival of two arms, its test and differences: all of it, after a landmark, with follow-up ended",
    arguments: [
      ("everything", 24, nil, nil), ("landmark", 21, 3, nil), ("ended", 6, nil, 9), ("both", 6, 3, 12),
    ] as [(String, Double, Double?, Double?)])
  func survival(name: String, at: Double, landmark: Double?, end: Double?) async throws {
    let curves = try await study.analyst.curves(
      study.question(
        "DFS", by: .levels(of: "inotuzumab"), at: at, landmark: landmark, censorAt: end,
        where: SampleStudy.later))
    let read = curves.curves.map { curve -> (ProbabilityEstimate, Int)? in
      if case .estimate(let estimate, let atRisk, _) = curve.reading(at: at) {
        (estimate, atRisk)
      } else {
        nil
      }
    }
    #expect(r.agree("\(name)/n", curves.arms.map { Double($0.patientCount) }))
    #expect(r.agree("\(name)/events", curves.curves.map { Double($0.eventCount) }))
    #expect(r.agree("\(name)/survival", read.map { $0?.0.value }))
    #expect(r.agree("\(name)/standard error", read.map { $0?.0.standardError }))
    #expect(r.agree("\(name)/lower", read.map { $0?.0.interval?.lower }))
    #expect(r.agree("\(name)/upper", read.map { $0?.0.interval?.upper }))
    #expect(r.agree("\(name)/at risk", read.map { $0.map { Double($0.1) } }))
    #expect(r.agree("\(name)/chi squared", curves.tests.first?.result.statistic))
    let difference = try #require(curves.differences.first)
    #expect(r.agree("\(name)/difference", difference.risk?.value))
    #expect(r.agree("\(name)/difference error", difference.risk?.standardError))
    #expect(r.agree("\(name)/difference P", difference.risk?.pValue))
    #expect(r.agree("\(name)/mean difference", difference.restrictedMean?.value))
    #expect(r.agree("\(name)/mean difference error", difference.restrictedMean?.standardError))
    guard landmark == 3, end == nil else { return }
    let lost = curves.arms.compactMap(\.lost)
    let events = lost.reduce(0) { $0 + $1.events.reduce(0, +) }
    #expect(r.agree("landmark/lost", [Double(events), Double(lost.reduce(0) { $0 + $1.censored })]))
    #expect(curves.counts.beforeLandmark == 3 && curves.counts.analysed == 61)
  }

  @Test(
    "Incidence by arm and Gray's tests of every cause, from time zero and from a landmark on",
    arguments: [("causes", "disease_phase", 24, nil), ("causes after a landmark", "cr_at_hsct", 21, 3)]
      as [(String, String, Double, Double?)])
  func incidence(name: String, variable: String, at: Double, landmark: Double?) async throws {
    let curves = try await study.analyst.curves(
      study.question("CIR", by: .levels(of: variable), at: at, landmark: landmark))
    let read = curves.curves.map { curve -> ProbabilityEstimate? in
      if case .estimate(let estimate, _, _) = curve.reading(at: at) { estimate } else { nil }
    }
    #expect(r.agree("\(name)/incidence", read.map { $0?.value }))
    #expect(r.agree("\(name)/variance", read.map { $0?.standardError.map { $0 * $0 } }))
    #expect(r.agree("\(name)/Gray", curves.tests.map(\.result.statistic)))
    #expect(curves.tests.map(\.cause) == [0, 1])
  }

  @Test(
    "Follow-up is that of overall survival by reverse Kaplan–Meier, whatever endpoint and window are shown",
    arguments: ["OS", "DFS", "CIR", "NRM", "GRFS", "cGvHD"], [nil, 3.0])
  func followUp(endpoint: String, landmark: Double?) async throws {
    func followed(_ arms: Arms?, _ condition: FilterExpression?) async throws -> Curves {
      try await study.analyst.curves(
        study.question(endpoint, by: arms, landmark: landmark, where: condition))
    }
    func list(_ estimate: QuantileEstimate?) -> [Double?] {
      [estimate?.time, estimate?.lower, estimate?.upper]
    }
    let all = try await followed(nil, nil)
    #expect(r.agree("follow-up/everybody", list(all.followUp?.everybody)))
    #expect(all.followUp?.isOfOverallSurvival == true)
    let later = try await followed(.levels(of: "inotuzumab"), SampleStudy.later)
    #expect(r.agree("follow-up/CR2 and CR3", list(later.followUp?.everybody)))
    #expect(r.agree("follow-up/inotuzumab", list(later.arms.last?.followUp)))
  }
}

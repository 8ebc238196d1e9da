import CohortEngine
import CohortModel
import SurvivalStatistics
import Testing

@testable import Analysis

/// What is computed from single patients is what is counted and estimated without them.
@Suite("Answers about groups")
struct GroupAnswersTests {
  /// The patients of the sample study who have a phase, with all causes of the endpoint as the event.
  private func patients(
    _ sample: SampleStudy, _ name: String, landmark: Double? = nil
  ) async throws -> (cases: CompleteCases, groups: Groups) {
    let endpoint = try sample.cohort.schema.endpoint(named: name)
    let rows = try await BitmapEngine(sample.cohort).rows(
      RowsRequest(variables: ["disease_phase"], endpoints: [name]))
    let levels = Arms.levels(of: "disease_phase").names(in: sample.cohort.schema)
    guard case .levels(let column) = rows.columns[0] else { throw NamingError.notATerm("", why: "no levels") }
    var (observations, codes) = ([Observation](), [Int]())
    for (code, outcome) in zip(column, rows.outcomes[0]) {
      guard code >= 0, let outcome else { continue }
      observations.append(
        Observation(
          time: endpoint.scale.time(outcome.time),
          outcome: outcome.cause.map { .event(cause: $0) } ?? .censored))
      codes.append(Int(code))
    }
    let cases = try CompleteCases(
      observations, causeCount: endpoint.causes.count, event: Set(endpoint.causes.indices), landmark: landmark
    )
    return (cases, Groups(levels: levels, codes: cases.rows.map { codes[$0] }))
  }

  @Test("Survival, its test and follow-up are those of the curves", arguments: [nil, 6.0])
  func survival(landmark: Double?) async throws {
    let sample = try SampleStudy()
    let curves = try await sample.analyst.curves(
      sample.question("OS", by: .levels(of: "disease_phase"), landmark: landmark))
    let (cases, groups) = try await patients(sample, "OS", landmark: landmark)
    let found = try SurvivalByGroup(cases, by: groups).groups
    #expect(found.map(\.name) == curves.arms.map(\.name))
    #expect(found.map(\.patientCount) == curves.arms.map(\.patientCount))
    for (group, curve) in zip(found, curves.curves) { #expect(curve.estimate == .survival(group.survival)) }
    if landmark == nil { #expect(found.map(\.followUp.median) == curves.arms.map(\.followUp)) }
    let comparison = try SurvivalComparison(cases, between: groups)
    #expect(comparison.logRank.result == curves.tests[0].result)
    #expect(comparison.groups.map(\.observed) == curves.curves.map(\.eventCount))
  }

  @Test("Incidence and Gray's tests are those of the curves")
  func incidence() async throws {
    let sample = try SampleStudy()
    let name = try #require(sample.cohort.schema.endpoints.first { $0.kind == .competingRisks }?.name)
    let curves = try await sample.analyst.curves(sample.question(name, by: .levels(of: "disease_phase")))
    let (cases, groups) = try await patients(sample, name)
    let found = try IncidenceByGroup(cases, by: groups, jackknife: true).groups
    for (group, curve) in zip(found, curves.curves) {
      #expect(curve.estimate == .incidence(group.incidence, cause: 0))
      #expect(group.jackknife?.cumulativeIncidence.count == curves.endpoint.causes.count)
    }
    let comparison = try IncidenceComparison(cases, between: groups)
    #expect(comparison.tests.map(\.result) == curves.tests.map(\.result))
    #expect(comparison.tests.map(\.cause) == curves.tests.map(\.cause) && comparison.undefined == nil)
  }

  @Test("A cause without events has no test, which says why only where no cause has one")
  func undefined() throws {
    let groups = Groups(levels: ["a", "b"], codes: [0, 1, 0, 1])
    let one = try CompleteCases(
      [.event(at: 1, cause: 1), .event(at: 2, cause: 1), .censored(at: 3), .censored(at: 4)], causeCount: 2,
      event: [0])
    let tested = try IncidenceComparison(one, between: groups)
    #expect(tested.tests.map { $0.result.undefined } == [.noEvents, nil] && tested.undefined == nil)
    let none = try CompleteCases((1...4).map { .censored(at: Double($0)) }, causeCount: 2, event: [0])
    #expect(try IncidenceComparison(none, between: groups).undefined == .noEvents)
    let alone = try CompleteCases([.event(at: 1), .event(at: 2)], causeCount: 1, event: [0])
    #expect(
      try IncidenceComparison(alone, between: Groups(everybody: 2)).undefined == .fewerThanTwoGroups)
  }

  @Test("Numbers are described without those missing, and compared by two groups or by any")
  func numbers() {
    let groups = Groups(levels: ["A", "B"], codes: [0, 0, 0, 1, 1, 1, 1])
    let numbers = NumberByGroup([1, nil, 3, 2, 4, 6, nil], by: groups)
    #expect(numbers.groups.map(\.summary.mean) == [2, 4] && numbers.groups.map(\.missingCount) == [1, 1])
    // Of the 10 ways to choose two ranks of five, 2 give a sum of at most 4 (1 and 2, 1 and 3).
    #expect(numbers.rankSum?.statistic == 1 && numbers.rankSum?.pValue == 0.4)
    #expect(numbers.kruskalWallis.result.degreesOfFreedom == 1)
    let three = NumberByGroup([1, 2, 3], by: Groups(levels: ["A", "B", "C"], codes: [0, 1, 2]))
    #expect(three.rankSum == nil && three.kruskalWallis.result.degreesOfFreedom == 2)
  }

  @Test("Levels are counted without those missing; the lady tasting tea has P 34 of 70")
  func levels() throws {
    let groups = Groups(levels: ["milk", "tea"], codes: [0, 0, 0, 0, 1, 1, 1, 1, 1])
    let counts = LevelsByGroup(
      levels: ["says milk", "says both", "says tea"], codes: [0, 0, 0, 2, 0, 2, 2, 2, nil], by: groups)
    #expect(counts.groups.map(\.counts) == [[3, 0, 1], [1, 0, 3]])
    #expect(counts.groups.map(\.knownCount) == [4, 4] && counts.groups.map(\.missingCount) == [0, 1])
    #expect(abs(try #require(counts.fisher.pValue) - 34.0 / 70) < 1e-12)
    // Every count is 1 from what is expected, which is 2; with the correction half of that.
    #expect(abs(try #require(counts.chiSquared.result.statistic) - 2) < 1e-12)
    #expect(abs(try #require(counts.corrected?.result.statistic) - 0.5) < 1e-12)
    let more = LevelsByGroup(levels: ["x", "y", "z"], codes: [0, 1, 2, 0, 1, 2, 0, 1, 2], by: groups)
    #expect(more.corrected == nil && more.fisher.oddsRatio == nil)
  }
}

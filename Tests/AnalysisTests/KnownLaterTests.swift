import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

/// Arms and filters known only later, against `Tests/ReferenceData/known_later.R`.
@Suite("What is known only later")
struct KnownLaterTests {
  private let study: SampleStudy
  private let r: RAnswers
  private let gvhd = Arms.levels(of: "agvhd_any")

  init() throws { (study, r) = (try SampleStudy(), try RAnswers("known_later")) }

  private func curves(
    _ endpoint: String, by arms: Arms? = nil, _ choice: KnownLater = .refused, at: Double? = 24,
    landmark: Double? = nil, where condition: FilterExpression? = nil
  ) async throws -> Curves {
    var question = study.question(endpoint, by: arms, at: at, landmark: landmark, where: condition)
    question.knownLater = choice
    return try await study.analyst.curves(question)
  }

  private func expect(_ name: String, _ curves: [Curve], at time: Double = 24) {
    let read = curves.map { curve -> (ProbabilityEstimate, Int)? in
      if case .estimate(let estimate, let atRisk, _) = curve.reading(at: time) {
        (estimate, atRisk)
      } else {
        nil
      }
    }
    #expect(r.agree("\(name)/survival", read.map { $0?.0.value }))
    #expect(r.agree("\(name)/standard error", read.map { $0?.0.standardError }))
    #expect(r.agree("\(name)/at risk", read.map { $0.map { Double($0.1) } }))
  }

  @Test("From time zero it is refused: no curve, no test, no difference, nobody analysed")
  func refused() async throws {
    let no = FilterExpression.oneOf("cgvhd_any", ["no"])
    for curves in [
      try await curves("OS", by: gvhd), try await curves("OS", where: no),
      try await curves("CIR", by: .levels(of: "sex"), where: no),
      try await curves("DFS", by: .levels(of: "relapse")),
    ] {
      #expect(curves.lateness?.refusal != nil)
      #expect(curves.curves.isEmpty && curves.arms.isEmpty && curves.tests.isEmpty)
      #expect(curves.differences.isEmpty && curves.counts.analysed == 0)
    }
    #expect(try await curves("OS", by: .levels(of: "sex")).lateness == nil)
  }

  @Test("At a landmark by what is known then, with those who left before it; what came later counts as not")
  func landmark() async throws {
    let found = try await curves("OS", by: gvhd, landmark: 3.3)
    #expect(found.lateness?.way == .atLandmark)
    expect("landmark", found.curves)
    #expect(r.agree("landmark/n", found.arms.map { Double($0.patientCount) }))
    #expect(r.agree("landmark/events", found.curves.map { Double($0.eventCount) }))
    #expect(r.agree("landmark/chi squared", found.tests.first?.result.statistic))
    let lost = found.arms.compactMap(\.lost)
    #expect(
      r.agree(
        "landmark/lost",
        [lost.reduce(0) { $0 + $1.events[0] }, lost.reduce(0) { $0 + $1.censored }].map(Double.init)))
    #expect(r.agree("landmark/later", found.lateness?.atLandmark.first.map { Double($0.later) }))
    let relapse = try await curves("CIR", by: gvhd, landmark: 3.3)
    #expect(r.agree("landmark relapse/n", relapse.arms.map { Double($0.patientCount) }))
    #expect(r.agree("landmark relapse/Gray", relapse.tests.first?.result.statistic, within: 1e-8))
  }

  @Test("A filter selects by what is known at the landmark, in the flow too")
  func filter() async throws {
    let found = try await curves(
      "OS", by: .levels(of: "inotuzumab"), landmark: 3.3, where: .oneOf("agvhd_any", ["no"]))
    #expect(r.agree("filter/n", found.arms.map { Double($0.patientCount) }))
    #expect(r.agree("filter/chi squared", found.tests.first?.result.statistic))
    #expect(found.counts.flow.first == 78 && found.counts.flow.last == found.counts.selected)
  }

  @Test("Patients change arms when it begins: Simon–Makuch and Mantel–Byar, everybody counted once")
  func timeDependent() async throws {
    let found = try await curves("OS", by: gvhd, .timeDependent)
    expect("time-dependent", found.curves)
    #expect(found.tests.map(\.method) == [.mantelByar])
    #expect(r.agree("time-dependent/chi squared", found.tests.first?.result.statistic))
    #expect(r.agree("time-dependent/moved", found.lateness.map { Double($0.moved) }))
    #expect(r.agree("time-dependent/events", found.curves.map { Double($0.eventCount) }))
    #expect(found.counts.analysed == 78 && found.tests[0].patientCount == 78)
    #expect(found.arms.map(\.name) == [Curves.notYet, "yes"] && found.differences.isEmpty)
  }

  @Test("The naive answer is kept beside, and is that of an override")
  func naive() async throws {
    let overridden = try await curves("OS", by: gvhd, .overridden)
    #expect(overridden.lateness?.way == .overridden && overridden.lateness?.naive == nil)
    expect("naive", overridden.curves)
    for found in [
      try await curves("OS", by: gvhd, landmark: 3.3), try await curves("OS", by: gvhd, .timeDependent),
    ] {
      let naive = try #require(found.lateness?.naive)
      expect("naive", naive.curves)
      #expect(r.agree("naive/chi squared", naive.test?.result.statistic))
    }
  }

  @Test("Where there is no way around it, the reason is known")
  func obstacles() async throws {
    func refusal(_ found: Curves) throws -> Lateness.Refusal { try #require(found.lateness?.refusal) }
    let failure = try refusal(await curves("OS", by: .levels(of: "primary_graft_failure"), landmark: 3))
    #expect(failure.landmark == .onlyAtEnd("primary_graft_failure"))
    let grade = try refusal(await curves("OS", by: .levels(of: "agvhd_grade"), .timeDependent))
    #expect(grade.landmark == nil && grade.timeDependent == .notYesNo("agvhd_grade"))
    let relapse = try refusal(await curves("CIR", by: gvhd, .timeDependent))
    #expect(relapse.landmark == nil && relapse.timeDependent == .competingRisks)
    let filter = try refusal(
      await curves("OS", by: gvhd, .timeDependent, where: .oneOf("agvhd_any", ["no"])))
    #expect(filter.timeDependent == .filter("agvhd_any"))
    let itself = try refusal(await curves("DFS", by: .levels(of: "relapse")))
    #expect(itself.landmark == .ofTheEndpoint("relapse"))
    var question = study.question("OS", by: gvhd, landmark: 3)
    let counted = try await Analyst(CountingSource(study.cohort)).curves(question)
    #expect(try refusal(counted).landmark == .noRows)
    question.knownLater = .overridden
    #expect(try await Analyst(CountingSource(study.cohort)).curves(question).lateness?.way == .overridden)
  }

  @Test("A time in days is known in months; grades count as 0 until they are known")
  func units() async throws {
    let platelets = try await curves(
      "OS", by: .cuts(of: "platelet_engraftment_days", at: [20]), landmark: 1)
    let rows = try await BitmapEngine(study.cohort).rows(
      RowsRequest(variables: ["platelet_engraftment_days", "agvhd_grade", "agvhd_months"], endpoints: ["OS"]))
    guard case .numbers(let days) = rows.columns[0], case .levels(let grades) = rows.columns[1],
      case .numbers(let months) = rows.columns[2]
    else { throw CancellationError() }
    let present = days.indices.filter { (rows.outcomes[0][$0]?.time ?? 0) > 100 }
    let known = present.filter { days[$0] <= 30.4375 }
    #expect(platelets.counts.analysed == known.count && known.count < present.count)
    #expect(
      platelets.arms.map(\.patientCount) == [known.count { days[$0] <= 20 }, known.count { days[$0] > 20 }])
    let grade = try await curves("OS", by: .levels(of: "agvhd_grade"), landmark: 1)
    let none = present.count { grades[$0] == 0 || !(months[$0] <= 1) }
    #expect(grade.arms.first?.patientCount == none && grade.counts.analysed == present.count)
  }

  @Test("What is known at the event from which an endpoint counts is known at its time zero")
  func timeZero() async throws {
    let found = try await curves("OS_after_relapse", by: .levels(of: "relapse_cd19"))
    #expect(found.lateness == nil && found.counts.analysed > 0)
    #expect(try await curves("OS_after_relapse", by: .levels(of: "car_t")).lateness?.refusal != nil)
    #expect(try await curves("OS", by: .levels(of: "relapse_cd19")).lateness?.refusal != nil)
  }
}

/// A source that counts and shows nobody.
private struct CountingSource: CohortSource {
  private let engine: BitmapEngine
  var schema: CohortSchema { engine.schema }

  init(_ cohort: Cohort) { engine = BitmapEngine(cohort) }

  func eventTables(_ request: EventTablesRequest) async throws -> EventTables {
    try await engine.eventTables(request)
  }
  func factorTables(_ request: FactorTablesRequest) async throws -> [FactorTables] {
    try await engine.factorTables(request)
  }
  func facets(_ request: FacetsRequest) async throws -> [String: Facet] { try await engine.facets(request) }
  func flow(_ filters: FilterSet) async throws -> [Int] { try await engine.flow(filters) }
}

import CohortFixtures
import CohortModel
import SurvivalStatistics
import Testing

@testable import CohortEngine

@Suite("The bitmap engine")
struct BitmapEngineTests {
  /// Cohort sizes around a word's 64 rows, many rows a time and nearly every time its own.
  static let shapes: [(rows: Int, distinctTimes: Int64)] = [
    (0, 5), (1, 5), (63, 4), (64, 100), (65, 1), (400, 12), (1500, 100_000), (3000, 7),
  ]

  @Test(
    "Whatever is asked in whatever order, the answer is that of looking at every patient",
    arguments: shapes)
  func equalsNaiveCount(shape: (rows: Int, distinctTimes: Int64)) async throws {
    var generator = SeededGenerator(seed: UInt64(shape.rows) &* 31 &+ UInt64(shape.distinctTimes))
    let cohort = RandomCohort.make(
      rows: shape.rows, distinctTimes: shape.distinctTimes, using: &generator)
    let (engine, naive) = (BitmapEngine(cohort), NaiveSource(cohort))
    var request = EventTablesRequest(endpoint: "OS")
    for step in 0..<60 {
      change(&request, using: &generator)
      let variables = Set(["phase", "age", "sex", "id"].filter { _ in Bool.random(using: &generator) })
      let facets = FacetsRequest(filters: request.filters, variables: variables)
      let place: Comment = "step \(step), \(request.filters)"
      #expect(try await engine.eventTables(request) == naive.eventTables(request), place)
      #expect(try await engine.facets(facets) == naive.facets(facets), place)
      #expect(try await engine.flow(request.filters) == naive.flow(request.filters), place)
      let factors = FactorTablesRequest(
        endpoint: request.endpoint, filters: request.filters, variables: variables.sorted())
      #expect(try await engine.factorTables(factors) == naive.factorTables(factors), place)
      let rows = RowsRequest(
        filters: request.filters, variables: variables.sorted(), endpoints: ["late", request.endpoint])
      #expect(try await engine.rows(rows) == naive.rows(rows), place)
    }
  }

  private func change(_ request: inout EventTablesRequest, using generator: inout SeededGenerator) {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: request.endpoint = ["OS", "CIR", "late"].randomElement(using: &generator) ?? "OS"
    case 1:
      request.arms = [nil, .levels(of: "phase"), .levels(of: "sex")].randomElement(using: &generator) ?? nil
    case 2:
      let cuts = Set(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          Double.random(in: 0...25, using: &generator).rounded()
        })
      request.arms = .cuts(of: "age", at: cuts.sorted())
    case 3: request.filters = FilterSet()
    case 4: request.filters.add(RandomCohort.condition(depth: 2, using: &generator))
    case 5, 6:
      let range = RandomCohort.range(using: &generator)
      request.filters["age"] = RangeChoice(range: range, missing: Bool.random(using: &generator))
        .condition(on: "age")
    default:
      let ticked = Set(RandomCohort.levels.filter { _ in Bool.random(using: &generator) })
      request.filters["phase"] = LevelChoice(
        ticked: ticked, missing: Bool.random(using: &generator), levels: RandomCohort.levels
      ).condition(on: "phase")
    }
  }

  @Test(
    "A condition that does not fit its variable is unknown of everybody, and so is its opposite",
    arguments: [
      FilterExpression.oneOf("age", ["3"]), .contains("age", "3"), .range("phase", NumericRange()),
      .range("id", NumericRange(lower: 0)),
    ])
  func misfit(condition: FilterExpression) async throws {
    let engine = BitmapEngine(largeCohort())
    #expect(try await engine.flow(FilterSet(condition)) == [3000, 0])
    #expect(try await engine.flow(FilterSet(.not(condition))) == [3000, 0])
  }

  @Test("Names that the cohort does not have, and divisions that it cannot make, are refused with the reason")
  func unknownNames() async {
    let engine = BitmapEngine(largeCohort())
    let filters = FilterSet(.any([.missing("phase"), .not(.missing("agee"))]))
    let unknown = NamingError.unknownVariable("agee", nearest: "age")
    await #expect(throws: unknown) { try await engine.flow(filters) }
    await #expect(throws: unknown) {
      try await engine.eventTables(EventTablesRequest(endpoint: "OS", filters: filters))
    }
    await #expect(throws: unknown) {
      try await engine.facets(FacetsRequest(filters: FilterSet(), variables: ["agee", "sex"]))
    }
    await #expect(throws: unknown) { try await engine.rows(RowsRequest(variables: ["agee"])) }
    await #expect(throws: unknown) {
      try await engine.eventTables(EventTablesRequest(endpoint: "OS", arms: .levels(of: "agee")))
    }
    let endpoint = NamingError.unknownEndpoint("os", known: ["OS", "CIR", "late"])
    await #expect(throws: endpoint) { try await engine.eventTables(EventTablesRequest(endpoint: "os")) }
    await #expect(throws: endpoint) { try await engine.rows(RowsRequest(endpoints: ["os"])) }
    await #expect(throws: endpoint) { try await engine.prepare(endpoint: "os") }
    for arms: Arms in [
      .levels(of: "age"), .levels(of: "id"), .cuts(of: "phase", at: [1]), .cuts(of: "age", at: []),
      .cuts(of: "age", at: [5, 3]), .cuts(of: "age", at: [5, 5]), .cuts(of: "age", at: [.nan]),
    ] {
      await #expect(throws: NamingError.self, "\(arms)") {
        try await engine.eventTables(EventTablesRequest(endpoint: "OS", arms: arms))
      }
    }
    #expect(await engine.work == WorkLog())
  }

  @Test("A cohort without endpoints or without patients has facets, a flow and rows")
  func withoutEndpoints() async throws {
    var generator = SeededGenerator(seed: 3)
    for rows in [0, 130] {
      let cohort = RandomCohort.make(rows: rows, distinctTimes: 5, using: &generator)
      let bare = Cohort(rowCount: rows, variables: cohort.variables, endpoints: [])
      let (engine, naive) = (BitmapEngine(bare), NaiveSource(bare))
      let filters = FilterSet(.range("age", NumericRange(lower: 9)))
      let facets = FacetsRequest(filters: filters, variables: ["phase", "age", "id"])
      #expect(try await engine.facets(facets) == naive.facets(facets))
      #expect(try await engine.flow(filters) == naive.flow(filters))
      let request = RowsRequest(filters: filters, variables: ["id"])
      #expect(try await engine.rows(request) == naive.rows(request))
    }
  }

  private func largeCohort() -> Cohort {
    var generator = SeededGenerator(seed: 7)
    return RandomCohort.make(rows: 3000, distinctTimes: 50, using: &generator)
  }

  @Test(
    "Counting by popcount between times and by walking over the rows gives the same table", arguments: 1...6)
  func densityDoesNotMatter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cohort = RandomCohort.make(
      rows: 700, distinctTimes: seed.isMultiple(of: 2) ? 9 : 5000, using: &generator)
    let ordered = OrderedCohort(cohort, endpoint: 1)
    let counter = TableCounter(cohort: ordered)
    var selection = Bitmap(rowCount: 700)
    for row in 0..<700 { selection[row] = Bool.random(using: &generator) }
    #expect(counter.popcount(selection, statuses: 3) == counter.walk(selection, statuses: 3))
  }
}

import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

@Suite("The analyst on characteristics")
struct CharacteristicsAnswerTests {
  @Test("Asked again with another endpoint or time it is known; with other patients or arms it is not")
  func caches() async throws {
    let source = CountedRows(NaiveSource(try ReferenceCohort.make("lung")))
    let analyst = Analyst(source)
    var question = Question(endpoint: "end")
    let first = try #require(try await analyst.characteristics(question))
    question.at = TimePoint(100, .days)
    question.landmark = TimePoint(30, .days)
    let second = try #require(try await analyst.characteristics(question))
    #expect(await source.count == 1)
    #expect(second.question == question && second.variables == first.variables)
    question.arms = .levels(of: "sex")
    _ = try await analyst.characteristics(question)
    question.filters.add(.range("age", NumericRange(lower: 60)))
    _ = try await analyst.characteristics(question)
    #expect(await source.count == 3)
    // Everybody, those selected, and those not: once, whatever the arms are.
    question.comparison = .rest
    _ = try await analyst.characteristics(question)
    question.arms = nil
    _ = try await analyst.characteristics(question)
    #expect(await source.count == 6)
  }

  @Test("A source that counts only has none of it")
  func countsOnly() async throws {
    let analyst = Analyst(HeldSource(NaiveSource(try ReferenceCohort.make("lung"))))
    #expect(try await analyst.characteristics(Question(endpoint: "end")) == nil)
    #expect(try await analyst.patients(Question(endpoint: "end")) == nil)
  }

  @Test("Patients whom the endpoint cannot use are described too")
  func unusable() async throws {
    var generator = SeededGenerator(seed: 3)
    let cohort = RandomCohort.make(rows: 60, distinctTimes: 20, using: &generator)
    let analyst = Analyst(BitmapEngine(cohort))
    let question = Question(endpoint: "OS")
    #expect(try await analyst.curves(question).counts.analysed < 60)
    #expect(try await analyst.characteristics(question)?.selectedCount == 60)
    await #expect(throws: NamingError.self) { try await analyst.characteristics(Question(endpoint: "no")) }
  }
}

/// A source that counts how often it is asked for single patients.
private actor CountedRows: RowSource {
  nonisolated let schema: CohortSchema
  private let source: NaiveSource
  private(set) var count = 0

  init(_ source: NaiveSource) { (self.source, schema) = (source, source.schema) }

  func rows(_ request: RowsRequest) throws -> Rows {
    count += 1
    return try source.rows(request)
  }

  func eventTables(_ request: EventTablesRequest) throws -> EventTables { try source.eventTables(request) }
  func factorTables(_ request: FactorTablesRequest) throws -> [FactorTables] {
    try source.factorTables(request)
  }
  func facets(_ request: FacetsRequest) throws -> [String: Facet] { try source.facets(request) }
  func flow(_ filters: FilterSet) throws -> [Int] { try source.flow(filters) }
}

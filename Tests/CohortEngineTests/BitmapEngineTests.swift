import SurvivalStatistics
@testable import CohortEngine
import Testing

@Suite("The bitmap engine")
struct BitmapEngineTests {
  /// Cohort sizes around a word's 64 rows, many rows a time and nearly every time its own.
  static let shapes: [(rows: Int, distinctTimes: Int64)] = [
    (0, 5), (1, 5), (63, 4), (64, 100), (65, 1), (400, 12), (1500, 100_000), (3000, 7),
  ]

  @Test(
    "Whatever filters are set in whatever order, the answer is that of counting every patient",
    arguments: shapes)
  func equalsNaiveCount(shape: (rows: Int, distinctTimes: Int64)) async {
    var generator = SeededGenerator(seed: UInt64(shape.rows) &* 31 &+ UInt64(shape.distinctTimes))
    let cohort = RandomCohort.make(
      rows: shape.rows, distinctTimes: shape.distinctTimes, using: &generator)
    let engine = BitmapEngine(cohort)
    let naive = NaiveCohort(cohort: cohort)
    var query = CohortQuery(endpoint: 0, facets: [0, 1, 2])
    for step in 0..<60 {
      change(&query, using: &generator)
      let answer = await engine.answer(query)
      #expect(answer == naive.answer(query), "step \(step), \(query.filters)")
    }
  }

  private func change(_ query: inout CohortQuery, using generator: inout SeededGenerator) {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: query.endpoint = Int.random(in: 0..<3, using: &generator)
    case 1:
      query.stratification =
        [nil, .levels(variable: 0), .levels(variable: 2)].randomElement(using: &generator) ?? nil
    case 2:
      query.stratification = .cuts(
        variable: 1, thresholds: [Double.random(in: 0...25, using: &generator).rounded()])
    case 3: query.filters = FilterSet()
    case 4: query.filters.add(RandomCohort.condition(depth: 2, using: &generator))
    case 5, 6:
      let range = RandomCohort.range(using: &generator)
      query.filters[1] = RangeChoice(range: range, missing: Bool.random(using: &generator)).condition(on: 1)
    default:
      let levels = Set((0..<4).filter { _ in Bool.random(using: &generator) })
      query.filters[0] = LevelChoice(levels: levels, missing: Bool.random(using: &generator), levelCount: 4)
        .condition(on: 0)
    }
    query.facets = Set([0, 1, 2, 3].filter { _ in Bool.random(using: &generator) })
  }

  private func largeCohort() -> Cohort {
    var generator = SeededGenerator(seed: 7)
    return RandomCohort.make(rows: 3000, distinctTimes: 50, using: &generator)
  }

  private func work(of engine: BitmapEngine, from first: CohortQuery, to second: CohortQuery) async -> WorkLog
  {
    _ = await engine.answer(first)
    let before = await engine.work
    _ = await engine.answer(second)
    let after = await engine.work
    var work = WorkLog()
    work.orders = after.orders - before.orders
    work.filters = after.filters - before.filters
    work.filterMoves = after.filterMoves - before.filterMoves
    work.flippedRows = after.flippedRows - before.flippedRows
    work.selections = after.selections - before.selections
    work.tables = after.tables - before.tables
    work.facets = after.facets - before.facets
    return work
  }

  @Test("The same question again costs nothing")
  func repeatedQueryIsFree() async {
    let engine = BitmapEngine(largeCohort())
    let query = CohortQuery(endpoint: 1, stratification: .levels(variable: 0), facets: [0, 1])
    #expect(await work(of: engine, from: query, to: query) == WorkLog())
  }

  @Test("Ticking a level makes one filter bitmap, one selection, the tables, and every facet but its own")
  func levelFilterRecomputesWhatDependsOnIt() async {
    let engine = BitmapEngine(largeCohort())
    let before = CohortQuery(endpoint: 0, stratification: .levels(variable: 2), facets: [0, 1, 2])
    var after = before
    after.filters[0] = .levels(variable: 0, [1, 2])
    var expected = WorkLog()
    (expected.filters, expected.selections, expected.tables, expected.facets) = (1, 1, 3, 2)
    #expect(await work(of: engine, from: before, to: after) == expected)
  }

  @Test("A bound that moves by one year flips the rows of that year only")
  func rangeMoveFlipsRows() async throws {
    let cohort = largeCohort()
    let engine = BitmapEngine(cohort)
    var before = CohortQuery(endpoint: 0)
    before.filters[1] = .range(variable: 1, NumericRange(lower: 4, upper: 12))
    var after = before
    after.filters[1] = .range(variable: 1, NumericRange(lower: 5, upper: 12))
    let work = await work(of: engine, from: before, to: after)
    guard case .numbers(let ages) = cohort.variables[1].values else { throw CancellationError() }
    #expect(work.flippedRows == ages.values.count { $0 == 4 })
    #expect((work.filters, work.filterMoves, work.selections, work.tables) == (0, 1, 1, 1))
  }

  @Test("Dividing into other strata counts their tables and nothing else")
  func stratificationRecountsTablesOnly() async {
    let engine = BitmapEngine(largeCohort())
    let before = CohortQuery(endpoint: 0, facets: [0, 1])
    var after = before
    after.stratification = .levels(variable: 0)
    var expected = WorkLog()
    expected.tables = 4
    #expect(await work(of: engine, from: before, to: after) == expected)
  }

  @Test("A prepared endpoint is switched to without sorting again")
  func preparedEndpointIsNotSortedAgain() async {
    let engine = BitmapEngine(largeCohort())
    await engine.prepare(endpoint: 1)
    let before = CohortQuery(endpoint: 0)
    var after = before
    after.endpoint = 1
    #expect(await work(of: engine, from: before, to: after).orders == 0)
    #expect(await engine.work.orders == 2)
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

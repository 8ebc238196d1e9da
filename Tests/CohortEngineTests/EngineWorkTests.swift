import CohortFixtures
import CohortModel
import SurvivalStatistics
import Synchronization
import Testing

@testable import CohortEngine

/// How many steps an engine may still do before the task that asks is cancelled.
private final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ steps: Int) { left = Atomic(steps) }

  var stepsLeft: Int { left.load(ordering: .relaxed) }

  func step() throws {
    if left.subtract(1, ordering: .relaxed).newValue == 0 { withUnsafeCurrentTask { $0?.cancel() } }
    try Task.checkCancellation()
  }

  /// Nobody is cancelled any more.
  func end() { left.store(0, ordering: .relaxed) }
}

@Suite("What the engine computes, and when it stops")
struct EngineWorkTests {
  private let cohort: Cohort

  init() {
    var generator = SeededGenerator(seed: 7)
    cohort = RandomCohort.make(rows: 3000, distinctTimes: 50, using: &generator)
  }

  /// What is on the screen at once: tables, facets and the flow.
  private struct Question: Sendable {
    var tables = EventTablesRequest(endpoint: "OS")
    var facets: Set<String> = []

    func ask(_ engine: BitmapEngine) async throws {
      _ = try await engine.eventTables(tables)
      _ = try await engine.facets(FacetsRequest(filters: tables.filters, variables: facets))
      _ = try await engine.flow(tables.filters)
    }
  }

  private func work(
    of engine: BitmapEngine, from first: Question, to second: Question
  ) async throws -> WorkLog {
    try await first.ask(engine)
    let before = await engine.work
    try await second.ask(engine)
    let after = await engine.work
    var work = WorkLog()
    for kind: WritableKeyPath<WorkLog, Int> in [
      \.orders, \.filters, \.filterMoves, \.flippedRows, \.selections, \.tables, \.facets,
    ] {
      work[keyPath: kind] = after[keyPath: kind] - before[keyPath: kind]
    }
    return work
  }

  @Test("The same question again costs nothing")
  func repeatedQuestionIsFree() async throws {
    let question = Question(
      tables: EventTablesRequest(
        endpoint: "CIR", filters: FilterSet(.missing("age")), arms: .levels(of: "phase")),
      facets: ["phase", "age"])
    #expect(try await work(of: BitmapEngine(cohort), from: question, to: question) == WorkLog())
  }

  @Test("Ticking a level makes one filter bitmap, one selection, the tables, and every facet but its own")
  func levelFilterRecomputesWhatDependsOnIt() async throws {
    let before = Question(
      tables: EventTablesRequest(endpoint: "OS", arms: .levels(of: "sex")), facets: ["phase", "age", "sex"])
    var after = before
    after.tables.filters["phase"] = .oneOf("phase", ["CR2", "CR3"])
    var expected = WorkLog()
    (expected.filters, expected.selections, expected.tables, expected.facets) = (1, 1, 3, 2)
    #expect(try await work(of: BitmapEngine(cohort), from: before, to: after) == expected)
  }

  @Test("Facets of everybody are counted once, whatever is filtered in between")
  func totalsAreKept() async throws {
    let everybody = Question(facets: ["phase", "age"])
    var filtered = everybody
    filtered.tables.filters["sex"] = .oneOf("sex", ["F"])
    let engine = BitmapEngine(cohort)
    try await everybody.ask(engine)
    #expect(try await work(of: engine, from: filtered, to: everybody).facets == 0)
  }

  @Test("A bound that moves by one year flips the rows of that year only")
  func rangeMoveFlipsRows() async throws {
    var before = Question()
    before.tables.filters["age"] = .range("age", NumericRange(lower: 4, upper: 12))
    var after = before
    after.tables.filters["age"] = .range("age", NumericRange(lower: 5, upper: 12))
    let work = try await work(of: BitmapEngine(cohort), from: before, to: after)
    guard case .numbers(let ages) = cohort.variables[1].values else { throw CancellationError() }
    #expect(work.flippedRows == ages.values.count { $0 == 4 })
    #expect((work.filters, work.filterMoves, work.selections, work.tables) == (0, 1, 1, 1))
  }

  @Test("Dividing into other arms counts their tables and nothing else")
  func otherArmsRecountTablesOnly() async throws {
    let before = Question(facets: ["phase", "age"])
    var after = before
    after.tables.arms = .levels(of: "phase")
    var expected = WorkLog()
    expected.tables = 4
    #expect(try await work(of: BitmapEngine(cohort), from: before, to: after) == expected)
  }

  @Test("A prepared endpoint is switched to without sorting again")
  func preparedEndpointIsNotSortedAgain() async throws {
    let engine = BitmapEngine(cohort)
    try await engine.prepare(endpoint: "CIR")
    let before = Question()
    var after = before
    after.tables.endpoint = "CIR"
    #expect(try await work(of: engine, from: before, to: after).orders == 0)
    #expect(await engine.work.orders == 2)
  }

  @Test("Whoever needs an order while it is being made waits for it: it is made once")
  func oneBuildIsShared() async throws {
    let engine = BitmapEngine(cohort)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { try await engine.prepare(endpoint: "CIR") }
        group.addTask { _ = try await engine.eventTables(EventTablesRequest(endpoint: "CIR")) }
      }
      try await group.waitForAll()
    }
    #expect(await engine.work.orders == 1)
  }

  @Test("Facets, the flow and rows are counted in the order that is there, and need none of their own")
  func anyOrderServes() async throws {
    let engine = BitmapEngine(cohort)
    _ = try await engine.eventTables(EventTablesRequest(endpoint: "late"))
    _ = try await engine.facets(FacetsRequest(filters: FilterSet(), variables: ["phase"]))
    _ = try await engine.flow(FilterSet(.missing("age")))
    _ = try await engine.rows(RowsRequest(variables: ["age"], endpoints: ["OS"]))
    #expect(await engine.work.orders == 1)
  }

  @Test("A task cancelled before it asks gets nothing and costs nothing")
  func cancelledBefore() async throws {
    let engine = BitmapEngine(cohort)
    let asked = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await Question(facets: ["phase"]).ask(engine)
    }
    await #expect(throws: CancellationError.self) { try await asked.value }
    #expect(await engine.work == WorkLog())
  }

  @Test("A task cancelled in the middle stops there, and the engine goes on to answer others rightly")
  func cancelledInside() async throws {
    var filters = FilterSet(.oneOf("phase", ["CR1"]))
    filters.add(.range("age", NumericRange(lower: 4)))
    let tables = EventTablesRequest(endpoint: "OS", filters: filters, arms: .levels(of: "phase"))
    let facets = FacetsRequest(filters: filters, variables: ["phase", "age", "sex"])
    let whole = BitmapEngine(cohort)
    _ = try await (whole.eventTables(tables), whole.facets(facets))
    let all = await whole.work
    #expect((all.filters, all.tables, all.facets) == (2, 5, 3))
    var seen: Set<Int> = []
    for steps in 1... {
      let countdown = Countdown(steps)
      let engine = BitmapEngine(cohort, goOn: countdown.step)
      let asked = Task { _ = try await (engine.eventTables(tables), engine.facets(facets)) }
      let outcome = await asked.result
      countdown.end()
      let work = await engine.work
      let done = work.filters + work.selections + work.tables + work.facets
      seen.insert(done)
      let naive = NaiveSource(cohort)
      #expect(try await engine.eventTables(tables) == naive.eventTables(tables), "after \(steps) steps")
      #expect(try await engine.facets(facets) == naive.facets(facets), "after \(steps) steps")
      guard case .failure(let error) = outcome else { break }
      #expect(error is CancellationError)
      #expect(done < all.filters + all.selections + all.tables + all.facets)
    }
    // Nothing, then one filter, one selection, one table or one facet more each time.
    #expect(seen == Set(0...all.filters + all.selections + all.tables + all.facets))
  }

  @Test("A search through texts can be stopped before its end")
  func searchStops() async throws {
    let texts = VariableColumn(
      name: "note", kind: .text, values: .text(TextColumn(values: Array(repeating: "none", count: 200_000))))
    let countdown = Countdown(1000)
    let engine = BitmapEngine(
      Cohort(rowCount: 200_000, variables: [texts], endpoints: []),
      goOn: countdown.step)
    _ = try await engine.flow(FilterSet(.contains("note", "x")))
    #expect(1000 - countdown.stepsLeft > 200_000 / 65_536 + 3)
  }
}

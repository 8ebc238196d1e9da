import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import Testing

@testable import Analysis

@Suite("The analyst", .timeLimit(.minutes(5)))
struct AnalystTests {
  private let study: SampleStudy
  private let source: HeldSource
  private let analyst: Analyst

  init() throws {
    study = try SampleStudy()
    source = HeldSource(BitmapEngine(study.cohort))
    analyst = Analyst(source)
  }

  @Test("Another reading time computes nothing; another question computes what depends on it and no more")
  func caches() async throws {
    var question = study.question("DFS", by: .levels(of: "sex"), at: 24)
    let first = try await analyst.curves(question)
    // The endpoint's table and that of overall survival, for follow-up.
    #expect(await analyst.work == Analyst.Work(tables: 2, facets: 0, estimates: 1))
    question.at = TimePoint(1, .years)
    let earlier = try await analyst.curves(question)
    #expect(await analyst.work == Analyst.Work(tables: 2, facets: 0, estimates: 1))
    #expect(earlier.curves == first.curves && earlier.readingTime == 12)
    #expect(earlier.differences != first.differences)
    question.landmark = TimePoint(3, .months)
    _ = try await analyst.curves(question)
    question.interval = .plain
    _ = try await analyst.curves(question)
    #expect(await analyst.work == Analyst.Work(tables: 2, facets: 0, estimates: 3))
    question.endpoint = "GRFS"
    _ = try await analyst.curves(question)
    #expect(await analyst.work == Analyst.Work(tables: 3, facets: 0, estimates: 4))
    (question.endpoint, question.landmark, question.interval) = ("DFS", nil, .logLog)
    _ = try await analyst.curves(question)
    #expect(await analyst.work == Analyst.Work(tables: 3, facets: 0, estimates: 4))
  }

  @Test("A variable's own filter leaves its distribution as it was, another one's does not")
  func facets() async throws {
    let filters = FilterSet(.oneOf("sex", ["M"]))
    let all = try await analyst.facets(["sex", "donor_type"], FilterSet())
    let own = try await analyst.facets(["sex"], filters)
    #expect(own["sex"] == all["sex"])
    #expect(await analyst.work.facets == 2)
    let other = try await analyst.facets(["donor_type"], filters)
    #expect(other["donor_type"] != all["donor_type"])
    #expect(await analyst.work.facets == 3)
  }

  @Test("Only so much is kept: a cache that is full forgets what was asked the longest ago")
  func forgets() async throws {
    let small = Analyst(source, capacity: 1)
    let questions = ["OS", "DFS"].map { study.question($0) }
    for _ in 0..<2 { for question in questions { _ = try await small.curves(question) } }
    #expect(await small.work.estimates == 4)
    _ = try await small.curves(questions[1])
    #expect(await small.work.estimates == 4)
  }

  @Test("The pieces of an answer come in order: steps of progress, distributions, at last the curves")
  func pieces() async throws {
    let ask = Analyst.Ask(study.question("DFS"), facets: ["sex"])
    var kinds: [String] = []
    for try await piece in analyst.answer(ask) {
      switch piece {
      case .progress(let progress):
        kinds.append(progress.step.rawValue)
        #expect(progress.done < progress.total)
      case .facets(let facets): kinds.append("facets of \(facets.keys.sorted())")
      case .curves(let curves): kinds.append("curves of \(curves.endpoint.name)")
      }
    }
    #expect(
      kinds == [
        "distributions", "facets of [\"sex\"]", "counting", "follow-up", "estimating", "curves of DFS",
      ])
  }

  @Test("Work that nobody waits for stops at its next step, leaves no estimate, and is done when asked again")
  func cancels() async throws {
    await source.hold()
    let question = study.question("DFS")
    let reader = Task { [analyst] in
      for try await _ in analyst.answer(Analyst.Ask(question)) {}
    }
    await source.arrivals(1)
    reader.cancel()
    _ = await reader.result
    await source.release()
    let answer = try await analyst.curves(question)
    #expect(await source.cancelledCount == 1)
    #expect(answer.counts.analysed == 78)
    #expect(await analyst.work.estimates == 1, "the cancelled one was not estimated")
  }

  @Test("Cancelled between two steps, the second is not begun", arguments: 1...3)
  func cancelsBetween(step: Int) async throws {
    await source.hold()
    let question = study.question("DFS")
    let asking = Task { [analyst] in try await analyst.curves(question) }
    for arrived in 1...step {
      await source.arrivals(arrived)
      if arrived < step { await source.letGo() }
    }
    asking.cancel()
    await source.release()
    await #expect(throws: CancellationError.self) { try await asking.value }
    #expect(await source.arrivedCount == step)
    #expect(await analyst.work.estimates == 0)
  }

  @Test("A failure is told and not kept: the same question asked again is answered")
  func failures() async throws {
    let question = study.question("DFS", by: .levels(of: "sex"))
    await source.fail(next: 1)
    await #expect(throws: HeldSource.Failure()) { try await analyst.curves(question) }
    #expect(try await analyst.curves(question).arms.count == 2)
    await source.fail(next: 1)
    await #expect(throws: HeldSource.Failure()) { try await analyst.facets(["sex"], FilterSet()) }
    #expect(try await analyst.facets(["sex"], FilterSet())["sex"]?.counts == [47, 31])
  }

  @Test("Over bitmaps or by looking at every patient, random questions have equal answers", arguments: 1...6)
  func equalSources(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let cohort = RandomCohort.make(
      rows: 40 * Int(seed), distinctTimes: seed.isMultiple(of: 2) ? 15 : 500, using: &generator)
    let (engine, naive) = (Analyst(BitmapEngine(cohort)), Analyst(NaiveSource(cohort)))
    for _ in 0..<40 {
      let question = Self.question(using: &generator)
      let facets = Set(["phase", "age", "sex", "id"].filter { _ in Bool.random(using: &generator) })
      #expect(try await engine.curves(question) == naive.curves(question), "\(question)")
      #expect(
        try await engine.facets(facets, question.filters) == naive.facets(facets, question.filters),
        "\(question.filters)")
    }
  }

  private static func question(using generator: inout SeededGenerator) -> Question {
    func one<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &generator)]
    }
    func time() -> TimePoint? {
      Bool.random(using: &generator)
        ? nil : TimePoint(Double(Int.random(in: 0...60, using: &generator)) / 2, .months)
    }
    var question = Question(endpoint: one(["OS", "CIR", "late"]))
    if question.endpoint == "CIR" { question.cause = one([nil, "relapse", "NRM"]) }
    question.arms = one([nil, .levels(of: "phase"), .levels(of: "sex"), .cuts(of: "age", at: [4, 12.5])])
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      question.filters.add(RandomCohort.condition(depth: 2, using: &generator))
    }
    (question.at, question.landmark, question.censorAt) = (time(), time(), time())
    question.interval = one(ConfidenceTransform.allCases)
    return question
  }
}

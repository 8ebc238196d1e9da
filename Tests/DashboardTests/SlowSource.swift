import CohortEngine

/// A source that answers when it is told to, to hold a computation while keys go on.
actor SlowSource: CohortSource {
  private let engine: BitmapEngine
  private var held: [CheckedContinuation<Void, Never>] = []
  private var holds = false

  init(_ cohort: Cohort) { engine = BitmapEngine(cohort) }

  func answer(_ query: CohortQuery) async throws -> CohortAnswer {
    if holds { await withCheckedContinuation { held.append($0) } }
    return await engine.answer(query)
  }

  func hold() { holds = true }

  func release() {
    holds = false
    for continuation in held { continuation.resume() }
    held = []
  }
}

package import CohortModel

/// A source that answers when a test tells it to, or fails: what happens meanwhile is the test's to decide.
package actor HeldSource: CohortSource {
  /// What a connection that broke says.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    package let description = "the connection was lost"

    package init() {}
  }

  package nonisolated let schema: CohortSchema
  private let source: any CohortSource
  private var isHolding = false
  private var held: [CheckedContinuation<Void, Never>] = []
  private var failures = 0
  private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

  /// Requests that came, held ones included.
  package private(set) var arrivedCount = 0
  /// Requests whose answer nobody waited for any longer when they went on.
  package private(set) var cancelledCount = 0

  package init(_ source: any CohortSource) { (self.source, schema) = (source, source.schema) }

  /// From now on no request is answered until ``release()``.
  package func hold() { isHolding = true }

  /// Lets all requests go on that were held, and those to come.
  package func release() {
    isHolding = false
    letGo()
  }

  /// Lets the requests go on that are held now, and holds the next ones.
  package func letGo() {
    let continuations = held
    held = []
    for continuation in continuations { continuation.resume() }
  }

  /// Makes the next requests fail.
  package func fail(next count: Int) { failures = count }

  /// Waits until so many requests have come in all.
  package func arrivals(_ count: Int) async {
    guard arrivedCount < count else { return }
    await withCheckedContinuation { waiting.append((count, $0)) }
  }

  package func eventTables(_ request: EventTablesRequest) async throws -> EventTables {
    try await pass()
    return try await source.eventTables(request)
  }

  package func factorTables(_ request: FactorTablesRequest) async throws -> [FactorTables] {
    try await pass()
    return try await source.factorTables(request)
  }

  package func facets(_ request: FacetsRequest) async throws -> [String: Facet] {
    try await pass()
    return try await source.facets(request)
  }

  package func flow(_ filters: FilterSet) async throws -> [Int] {
    try await pass()
    return try await source.flow(filters)
  }

  private func pass() async throws {
    arrivedCount += 1
    let (ready, rest) = (
      waiting.filter { $0.count <= arrivedCount }, waiting.filter { $0.count > arrivedCount }
    )
    waiting = rest
    for one in ready { one.continuation.resume() }
    if isHolding { await withCheckedContinuation { held.append($0) } }
    if Task.isCancelled { cancelledCount += 1 }
    try Task.checkCancellation()
    guard failures > 0 else { return }
    failures -= 1
    throw Failure()
  }
}

/// What the engine has computed so far, for tests to check that a change recomputes what depends on it and no more.
package struct WorkLog: Sendable, Equatable {
  /// Rows put in order for an endpoint.
  package var orders = 0
  /// Filters turned into a bitmap by looking at every row or level.
  package var filters = 0
  /// Filters moved by flipping only the rows between the old and the new bounds.
  package var filterMoves = 0
  /// The rows flipped by those moves.
  package var flippedRows = 0
  /// Sets of filters combined into a selection.
  package var selections = 0
  /// Event tables counted.
  package var tables = 0
  package var facets = 0

  package init() {}
}

/// The work of requests as it is done, step by step: what was done, and whether to go on.
struct Work: Sendable {
  var log = WorkLog()
  /// Throws once nobody wants the answer any more.
  let goOn: @Sendable () throws -> Void

  /// Counts a step that is about to be done, unless nobody wants it any more.
  mutating func step(_ kind: WritableKeyPath<WorkLog, Int>) throws {
    try goOn()
    log[keyPath: kind] += 1
  }
}

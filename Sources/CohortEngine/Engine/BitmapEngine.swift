/// A cohort in memory that answers queries by AND and popcount, recomputing only what a change touches.
///
/// Rows are kept in the order of an endpoint's times; each endpoint has an order of its own, made when it is first
/// asked for or prepared ahead of that.
package actor BitmapEngine: CohortSource {
  package nonisolated let cohort: Cohort
  package private(set) var work = WorkLog()
  private var states: [Int: EndpointState] = [:]

  package init(_ cohort: Cohort) { self.cohort = cohort }

  package func answer(_ query: CohortQuery) -> CohortAnswer {
    prepare(endpoint: query.endpoint)
    // Taken out while it changes, so that no bitmap is copied.
    guard var state = states.removeValue(forKey: query.endpoint) else {
      preconditionFailure("prepared above")
    }
    let answer = state.answer(query, work: &work)
    states[query.endpoint] = state
    return answer
  }

  /// Sorts the rows for an endpoint, so that switching to it later costs nothing more.
  package func prepare(endpoint: Int) {
    guard states[endpoint] == nil else { return }
    states[endpoint] = EndpointState(cohort, endpoint: endpoint)
    work.orders += 1
  }
}

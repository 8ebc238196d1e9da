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
    // Taken out while it changes, so that no bitmap is copied.
    var state = states.removeValue(forKey: query.endpoint) ?? sorted(query.endpoint)
    let answer = state.answer(query, work: &work)
    states[query.endpoint] = state
    return answer
  }

  /// Sorts the rows for an endpoint aside, so that switching to it later costs nothing more.
  package func prepare(endpoint: Int) async {
    guard states[endpoint] == nil else { return }
    let cohort = cohort
    // Not on this actor: a filter changed meanwhile is answered at once.
    let made = await Task.detached(priority: .utility) { EndpointState(cohort, endpoint: endpoint) }.value
    guard states[endpoint] == nil else { return }
    states[endpoint] = made
    work.orders += 1
  }

  private func sorted(_ endpoint: Int) -> EndpointState {
    work.orders += 1
    return EndpointState(cohort, endpoint: endpoint)
  }
}

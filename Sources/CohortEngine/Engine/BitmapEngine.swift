package import CohortModel

/// A cohort in memory that answers requests by AND and popcount, recomputing only what a change touches.
///
/// Rows are kept in the order of an endpoint's times; each endpoint has an order of its own, made when it is first
/// asked for or prepared ahead of that. What does not depend on an endpoint is counted in whichever order is there.
package actor BitmapEngine: RowSource {
  package nonisolated let cohort: Cohort
  package nonisolated var schema: CohortSchema { cohort.schema }
  package var work: WorkLog { steps.log }

  private var steps: Work
  /// By the index of the endpoint; `nil` is the order of the file, for a cohort without endpoints.
  private var states: [Int?: EndpointState] = [:]
  /// Orders being made; whoever needs one meanwhile waits for it instead of making another.
  private var builds: [Int?: Task<EndpointState, Never>] = [:]
  /// The order used last.
  private var recent: Int??

  package init(_ cohort: Cohort) { self.init(cohort, goOn: { try Task.checkCancellation() }) }

  /// - Parameter goOn: is called before each step of the work, and stops the request by throwing.
  init(_ cohort: Cohort, goOn: @escaping @Sendable () throws -> Void) {
    self.cohort = cohort
    steps = Work(goOn: goOn)
  }

  package func eventTables(_ request: EventTablesRequest) async throws -> EventTables {
    let endpoint = try cohort.index(ofEndpoint: request.endpoint)
    try check(request.filters)
    _ = try request.arms?.variable(in: schema)
    return try await inOrder(of: endpoint) { state, work in
      try state.eventTables(request.filters, arms: request.arms, work: &work)
    }
  }

  package func factorTables(_ request: FactorTablesRequest) async throws -> [FactorTables] {
    let endpoint = try cohort.index(ofEndpoint: request.endpoint)
    try check(request.filters)
    let variables = try request.variables.map { try cohort.index(ofVariable: $0) }
    return try await inOrder(of: endpoint) { state, work in
      try state.factorTables(variables, filters: request.filters, work: &work)
    }
  }

  package func facets(_ request: FacetsRequest) async throws -> [String: Facet] {
    try check(request.filters)
    let wanted = try request.variables.map { try cohort.index(ofVariable: $0) }.sorted()
    return try await inOrder(of: anyOrder) { state, work in
      try state.facets(wanted, filters: request.filters, work: &work)
    }
  }

  package func flow(_ filters: FilterSet) async throws -> [Int] {
    try check(filters)
    return try await inOrder(of: anyOrder) { state, work in try state.flow(filters, work: &work) }
  }

  package func rows(_ request: RowsRequest) async throws -> Rows {
    try check(request.filters)
    let variables = try request.variables.map { cohort.variables[try cohort.index(ofVariable: $0)] }
    let endpoints = try request.endpoints.map { cohort.endpoints[try cohort.index(ofEndpoint: $0)] }
    return try await inOrder(of: anyOrder) { state, work in
      var rows = try state.rows(request.filters, work: &work)
      if let numbers = request.numbers { rows.removeAll { !numbers.contains($0) } }
      return Rows(
        numbers: rows,
        columns: try variables.map { column in
          try work.goOn()
          return column.rows(rows)
        },
        outcomes: try endpoints.map { column in
          try work.goOn()
          return rows.map(column.outcome)
        })
    }
  }

  /// Sorts the rows for an endpoint aside, so that switching to it later costs nothing more.
  package func prepare(endpoint: String) async throws(NamingError) {
    await makeOrder(of: try cohort.index(ofEndpoint: endpoint), priority: .utility)
  }

  private func check(_ filters: FilterSet) throws(NamingError) {
    for step in filters.steps {
      for name in step.condition.variables { _ = try cohort.index(ofVariable: name) }
    }
  }

  /// An order that is there or being made, else the first endpoint's.
  private var anyOrder: Int? {
    recent ?? states.keys.first ?? builds.keys.first ?? (cohort.endpoints.isEmpty ? nil : 0)
  }

  private func inOrder<Answer>(
    of endpoint: Int?, _ answer: (inout EndpointState, inout Work) throws -> Answer
  ) async throws -> Answer {
    try steps.goOn()
    await makeOrder(of: endpoint, priority: Task.currentPriority)
    try steps.goOn()
    recent = .some(endpoint)
    return try answer(&states[endpoint, default: EndpointState(cohort, endpoint: endpoint)], &steps)
  }

  /// Not on this actor: a filter changed meanwhile is answered at once.
  private func makeOrder(of endpoint: Int?, priority: TaskPriority) async {
    guard states[endpoint] == nil else { return }
    let build = builds[endpoint] ?? newBuild(of: endpoint, priority: priority)
    let made = await build.value
    guard states[endpoint] == nil else { return }
    (states[endpoint], builds[endpoint]) = (made, nil)
  }

  private func newBuild(of endpoint: Int?, priority: TaskPriority) -> Task<EndpointState, Never> {
    let cohort = cohort
    let build = Task.detached(priority: priority) { EndpointState(cohort, endpoint: endpoint) }
    builds[endpoint] = build
    steps.log.orders += 1
    return build
  }
}

import CohortModel

extension Question {
  /// What is done about what is known only later; `nil` where everything asked is known at the endpoint's time zero.
  ///
  /// - Parameter hasRows: whether the source releases single patients, whose own times both ways out need.
  func lateness(in schema: CohortSchema, hasRows: Bool) throws(NamingError) -> Lateness? {
    let endpoint = try schema.endpoint(named: endpoint)
    let filtered = filters.steps.reduce(into: Set<String>()) { $0.formUnion($1.condition.variables) }
    let late = schema.variables.filter { variable in
      (filtered.contains(variable.name) || arms?.variable == variable.name
        || panels?.variable == variable.name) && variable.isLate(for: endpoint)
    }
    guard !late.isEmpty else { return nil }
    let obstacle = hasRows ? late.lazy.compactMap { $0.obstacle(endpoint, schema) }.first : .noRows
    let refusal = Lateness.Refusal(
      landmark: obstacle,
      timeDependent: obstacle ?? changing(late, filtered, endpoint))
    return Lateness(
      variables: late, arms: late.first { $0.name == arms?.variable }?.name, way: way(refusal))
  }

  private func way(_ refusal: Lateness.Refusal) -> Lateness.Way {
    if landmark != nil, refusal.landmark == nil { return .atLandmark }
    return switch knownLater {
    case .overridden: .overridden
    case .timeDependent where landmark == nil && refusal.timeDependent == nil: .timeDependent
    case .timeDependent, .refused: .refused(refusal)
    }
  }

  /// Why patients cannot change arms when something becomes known.
  private func changing(
    _ late: [Variable], _ filtered: Set<String>, _ endpoint: Endpoint
  ) -> Lateness.Obstacle? {
    if let filter = late.first(where: { filtered.contains($0.name) }) { return .filter(filter.name) }
    for variable in late where variable.everLevel == nil { return .notYesNo(variable.name) }
    return endpoint.kind == .competingRisks ? .competingRisks : nil
  }
}

extension Variable {
  /// Why it cannot be told what is known of the variable at a time after time zero.
  fileprivate func obstacle(_ endpoint: Endpoint, _ schema: CohortSchema) -> Lateness.Obstacle? {
    if endpoint.columns.contains(name) { return .ofTheEndpoint(name) }
    let ends = schema.overallSurvival.flatMap(schema.endpoint) ?? endpoint
    if let knownAt, ends.columns.contains(knownAt) { return .onlyAtEnd(name) }
    return KnownTime(of: self, from: endpoint, in: schema) == nil ? .noTimes(name) : nil
  }
}

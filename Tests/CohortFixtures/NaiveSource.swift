package import CohortEngine
package import CohortModel
import SurvivalStatistics

/// A source that looks at every patient for every request: the plain meaning of what others count faster.
package struct NaiveSource: RowSource {
  package let schema: CohortSchema
  /// Each patient's values by the name of the variable.
  package let patients: [[String: FilterExpression.Value]]
  /// What became of each patient, by the name of the endpoint.
  package let outcomes: [String: [Rows.Outcome?]]

  package init(
    schema: CohortSchema, patients: [[String: FilterExpression.Value]], outcomes: [String: [Rows.Outcome?]]
  ) {
    (self.schema, self.patients, self.outcomes) = (schema, patients, outcomes)
  }

  package init(_ cohort: Cohort) {
    self.init(
      schema: cohort.schema,
      patients: (0..<cohort.rowCount).map { row in
        Dictionary(uniqueKeysWithValues: cohort.variables.map { ($0.name, $0.value(row: row)) })
      },
      outcomes: Dictionary(
        uniqueKeysWithValues: cohort.endpoints.map { endpoint in
          (endpoint.name, (0..<cohort.rowCount).map(endpoint.outcome))
        }))
  }

  package func eventTables(_ request: EventTablesRequest) throws -> EventTables {
    try Task.checkCancellation()
    let selected = try selected(request.filters.steps.map(\.condition))
    let endpoint = try endpoint(request.endpoint)
    let outcomes = self.outcomes[endpoint.name] ?? []
    let usable = selected.filter { outcomes[$0] != nil }
    let members = try request.arms.map(members) ?? []
    let arms = members.map { isMember in usable.filter { isMember(patients[$0]) } }
    let inNone = usable.count { row in members.allSatisfy { isMember in !isMember(patients[row]) } }
    let count: ([Int]) throws -> EventTable = { rows in try table(rows.compactMap { outcomes[$0] }, endpoint)
    }
    return EventTables(
      overall: try count(usable), arms: try arms.map(count), selectedCount: selected.count,
      unusableCount: selected.count - usable.count, unknownArmCount: request.arms == nil ? 0 : inNone)
  }

  package func factorTables(_ request: FactorTablesRequest) throws -> [FactorTables] {
    let outcomes = self.outcomes[try endpoint(request.endpoint).name] ?? []
    let endpoint = try endpoint(request.endpoint)
    let usable = try selected(request.filters.steps.map(\.condition)).filter { outcomes[$0] != nil }
    return try request.variables.map { name in
      let variable = try variable(name)
      let numbers = usable.compactMap { row -> Double? in
        if case .number(let number)? = patients[row][name] { number } else { nil }
      }.sorted()
      let middle = numbers.count / 2
      let median =
        numbers.isEmpty
        ? nil
        : numbers.count % 2 == 1 ? numbers[middle] : numbers[middle - 1] / 2 + numbers[middle] / 2
      guard let arms = variable.factorArms(median: median) else {
        return FactorTables(
          arms: nil, tables: [], unknown: try table(usable.compactMap { outcomes[$0] }, endpoint))
      }
      let counted = try eventTables(
        EventTablesRequest(endpoint: request.endpoint, filters: request.filters, arms: arms))
      let unknown = usable.filter { patients[$0][name] ?? .missing == .missing }
      return FactorTables(
        arms: arms, tables: counted.arms, unknown: try table(unknown.compactMap { outcomes[$0] }, endpoint))
    }
  }

  package func facets(_ request: FacetsRequest) throws -> [String: Facet] {
    try Task.checkCancellation()
    var facets: [String: Facet] = [:]
    for name in request.variables {
      let variable = try variable(name)
      let values = try selected(request.filters.conditions(without: name)).map { patients[$0][name] }
      let counts =
        switch variable.domain {
        case .levels(let levels): levels.map { level in values.count { $0 == .text(level) } }
        case .numbers: Self.counts(values, in: variable.distribution?.bins.edges ?? [])
        case .text: [Int]()
        }
      facets[name] = Facet(counts: counts, missing: values.count { $0 == .missing })
    }
    return facets
  }

  package func flow(_ filters: FilterSet) throws -> [Int] {
    try Task.checkCancellation()
    let conditions = filters.steps.map(\.condition)
    return try (0...conditions.count).map { try selected(Array(conditions.prefix($0))).count }
  }

  package func rows(_ request: RowsRequest) throws -> Rows {
    try Task.checkCancellation()
    let selected = try selected(request.filters.steps.map(\.condition)).filter {
      request.numbers?.contains($0) ?? true
    }
    return Rows(
      numbers: selected,
      columns: try request.variables.map { name in
        let variable = try variable(name)
        return Self.column(variable, selected.map { patients[$0][variable.name] ?? .missing })
      },
      outcomes: try request.endpoints.map { name in
        let outcomes = self.outcomes[try endpoint(name).name] ?? []
        return selected.map { outcomes[$0] }
      })
  }

  private static func column(_ variable: Variable, _ values: [FilterExpression.Value]) -> RowColumn {
    let texts = values.map { value -> String? in if case .text(let text) = value { text } else { nil } }
    switch variable.domain {
    case .levels(let levels):
      return .levels(texts.map { text in Int32(text.flatMap { levels.firstIndex(of: $0) } ?? -1) })
    case .numbers:
      return .numbers(values.map { value in if case .number(let number) = value { number } else { .nan } })
    case .text: return .texts(texts)
    }
  }

  private func variable(_ name: String) throws(NamingError) -> Variable {
    if let variable = schema.variable(name) { return variable }
    throw .unknownVariable(name, nearest: NearestName.of(name, among: schema.variables.map(\.name)))
  }

  private func endpoint(_ name: String) throws(NamingError) -> Endpoint {
    if let endpoint = schema.endpoint(name) { return endpoint }
    throw .unknownEndpoint(name, known: schema.endpoints.map(\.name))
  }

  private func selected(_ conditions: [FilterExpression]) throws(NamingError) -> [Int] {
    for condition in conditions {
      for name in condition.variables { _ = try variable(name) }
    }
    return patients.indices.filter { row in
      conditions.allSatisfy { condition in condition.holds { patients[row][$0] ?? .missing } == true }
    }
  }

  /// For each arm, who belongs to it.
  private func members(
    of arms: Arms
  ) throws(NamingError) -> [@Sendable ([String: FilterExpression.Value]) -> Bool] {
    let variable = try arms.variable(in: schema)
    switch arms {
    case .levels: return variable.levels.map { level in { $0[variable.name] == .text(level) } }
    case .cuts(_, let cuts):
      // One arm more than there are cuts; a number belongs to the arm after all cuts below it.
      return (0...cuts.count).map { arm in
        { patient in
          guard case .number(let number)? = patient[variable.name] else { return false }
          return cuts.count { number > $0 } == arm
        }
      }
    }
  }

  /// Counts by the definition: at risk when entry < t <= time.
  private func table(_ outcomes: [Rows.Outcome], _ endpoint: Endpoint) throws -> EventTable {
    let late = outcomes.filter { $0.entry > 0 }.map(\.entry)
    let ticks = Set(outcomes.map(\.time) + late).sorted()
    let count: (Int64, Int?) -> Int = { tick, cause in outcomes.count { $0.time == tick && $0.cause == cause }
    }
    return try EventTable(
      times: ticks.map(endpoint.scale.time),
      events: endpoint.causes.indices.map { cause in ticks.map { count($0, cause) } },
      censored: ticks.map { count($0, nil) },
      entered: endpoint.hasLateEntry ? ticks.map { tick in late.count { $0 == tick } } : [])
  }

  /// Numbers from each edge on and below the next; the last bin holds its upper edge too.
  private static func counts(_ values: [FilterExpression.Value?], in edges: [Double]) -> [Int] {
    zip(edges, edges.dropFirst()).map { lower, upper in
      values.count {
        guard case .number(let number)? = $0 else { return false }
        return number >= lower && (number < upper || upper == edges.last && number == upper)
      }
    }
  }
}

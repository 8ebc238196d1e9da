import CohortModel
import SurvivalStatistics

/// Patients in plain arrays, counted one by one: slow, and easy to see right.
struct ArraySource: CohortSource {
  var schema: CohortSchema
  /// By the name of the variable.
  var values: [String: [FilterExpression.Value]]
  /// By the name of the endpoint: ticks and the cause (from 0), `nil` for censored; `nil` where it is unknown.
  var outcomes: [String: [Outcome?]]

  struct Outcome {
    var ticks: Int64
    var cause: Int?
  }

  private func selected(_ conditions: [FilterExpression]) -> [Int] {
    (0..<schema.patientCount).filter { row in
      conditions.allSatisfy { condition in
        condition.holds { name in values[name].map { $0[row] } ?? .missing } == true
      }
    }
  }

  func eventTables(_ request: EventTablesRequest) async throws -> EventTables {
    let endpoint = try schema.endpoint(named: request.endpoint)
    let selected = selected(request.filters.steps.map(\.condition))
    let all = outcomes[endpoint.name] ?? []
    let usable = selected.filter { all[$0] != nil }
    func table(_ rows: [Int]) throws -> EventTable {
      let observed = rows.compactMap { all[$0] }.map { outcome in
        let time = endpoint.scale.time(outcome.ticks)
        return outcome.cause.map { Observation.event(at: time, cause: $0) } ?? .censored(at: time)
      }
      return try EventTable(observed, causeCount: endpoint.causes.count)
    }
    let members =
      request.arms.map { arms in
        conditions(of: arms).map { condition in
          usable.filter { row in condition.holds { values[$0].map { $0[row] } ?? .missing } == true }
        }
      } ?? []
    return EventTables(
      overall: try table(usable), arms: try members.map(table), selectedCount: selected.count,
      unusableCount: selected.count - usable.count,
      unknownArmCount: request.arms == nil ? 0 : usable.count - members.reduce(0) { $0 + $1.count })
  }

  private func conditions(of arms: Arms) -> [FilterExpression] {
    switch arms {
    case .levels(let name): (schema.variable(name)?.levels ?? []).map { .oneOf(name, [$0]) }
    case .cuts(let name, let cuts): Arms.ranges(between: cuts).map { .range(name, $0) }
    }
  }

  // Nobody asks it for these.
  func factorTables(_ request: FactorTablesRequest) async throws -> [FactorTables] { [] }
  func facets(_ request: FacetsRequest) async throws -> [String: Facet] { [:] }

  func flow(_ filters: FilterSet) async throws -> [Int] {
    (0...filters.steps.count).map { selected(filters.steps.prefix($0).map(\.condition)).count }
  }
}

import CohortModel

extension ArraySource: RowSource {
  func rows(_ request: RowsRequest) async throws -> Rows {
    let conditions = request.filters.steps.map(\.condition)
    let selected = (0..<schema.patientCount).filter { row in
      (request.numbers?.contains(row) ?? true)
        && conditions.allSatisfy { condition in
          condition.holds { name in values[name].map { $0[row] } ?? .missing } == true
        }
    }
    return Rows(
      numbers: selected,
      columns: try request.variables.map { name in
        let column = values[name] ?? []
        return Self.column(try schema.variable(named: name), selected.map { column[$0] })
      },
      outcomes: request.endpoints.map { name in
        let all = outcomes[name] ?? []
        return selected.map { row in
          all[row].map { Rows.Outcome(entry: 0, time: $0.ticks, cause: $0.cause) }
        }
      })
  }

  private static func column(_ variable: Variable, _ cells: [FilterExpression.Value]) -> RowColumn {
    let texts = cells.map { cell -> String? in if case .text(let text) = cell { text } else { nil } }
    switch variable.domain {
    case .levels(let levels):
      return .levels(texts.map { text in text.flatMap { levels.firstIndex(of: $0) }.map { Int32($0) } ?? -1 })
    case .numbers:
      return .numbers(cells.map { cell in if case .number(let number) = cell { number } else { .nan } })
    case .text: return .texts(texts)
    }
  }
}

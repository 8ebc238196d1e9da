package import CohortEngine
package import CohortModel
package import SurvivalStatistics

/// Cohorts with every kind of column, gaps, ties, unusable rows and delayed entry.
package enum RandomCohort {
  /// The levels of `phase`.
  package static let levels = ["CR1", "CR2", "CR3", "rare"]

  /// Variables `phase`, `age`, `sex` and `id`; endpoints `OS`, `CIR` and, with delayed entry, `late`.
  package static func make(
    rows: Int, distinctTimes: Int64, using generator: inout SeededGenerator
  ) -> Cohort {
    let codes = (0..<rows).map { _ -> Int32 in
      let draw = Int.random(in: 0..<20, using: &generator)
      return draw == 19 ? 3 : draw > 16 ? LevelColumn.missing : Int32(draw % 3)
    }
    let ages = (0..<rows).map { _ -> Double in
      Int.random(in: 0..<12, using: &generator) == 0
        ? .nan : Double(Int.random(in: 0...25, using: &generator))
    }
    let sexes = (0..<rows).map { _ in Int32.random(in: 0...1, using: &generator) }
    let names = (0..<rows).map { row in row % 9 == 0 ? nil : "P-\(row % 40)" }
    let variables = [
      VariableColumn(
        name: "phase", kind: .ordered, values: .levels(LevelColumn(levels: levels, codes: codes))),
      VariableColumn(name: "age", kind: .number, values: .numbers(NumberColumn(values: ages))),
      VariableColumn(
        name: "sex", kind: .categorical, values: .levels(LevelColumn(levels: ["F", "M"], codes: sexes))),
      VariableColumn(name: "id", kind: .identifier, values: .text(TextColumn(values: names))),
    ]
    return Cohort(
      rowCount: rows, variables: variables,
      endpoints: [
        endpoint("OS", .survival, ["death"], rows: rows, distinctTimes, entries: false, &generator),
        endpoint(
          "CIR", .competingRisks, ["relapse", "NRM"], rows: rows, distinctTimes, entries: false, &generator),
        endpoint("late", .survival, ["death"], rows: rows, distinctTimes, entries: true, &generator),
      ])
  }

  private static func endpoint(
    _ name: String, _ kind: Endpoint.Kind, _ causes: [String], rows: Int, _ distinctTimes: Int64,
    entries: Bool,
    _ generator: inout SeededGenerator
  ) -> EndpointColumn {
    let times = (0..<rows).map { _ in
      Int64.random(in: 0..<distinctTimes, using: &generator) + (entries ? 1 : 0)
    }
    let status = (0..<rows).map { _ in Int8.random(in: -1...Int8(causes.count), using: &generator) }
    let starts = times.map { Int64.random(in: 0..<max(1, $0), using: &generator) }
    return EndpointColumn(
      name: name, kind: kind, causes: causes, scale: TimeScale(unit: .months, ticksPerUnit: 10), times: times,
      status: status, entries: entries ? starts : nil)
  }

  /// A condition on the cohort made by `make`, nested up to the depth.
  package static func condition(depth: Int, using generator: inout SeededGenerator) -> FilterExpression {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
    case 0, 1:
      let count = Int.random(in: 0...3, using: &generator)
      return .oneOf(
        "phase", Set((0..<count).map { _ in levels[Int.random(in: 0..<4, using: &generator)] }))
    case 2, 3:
      return .range("age", range(using: &generator))
    case 4: return .missing(["phase", "age", "sex", "id"][Int.random(in: 0...3, using: &generator)])
    case 5:
      return Bool.random(using: &generator)
        ? .contains("id", "p-1") : .oneOf("id", ["P-1", "P-2", "P-13"])
    case 6: return .not(condition(depth: depth - 1, using: &generator))
    default:
      let parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        condition(depth: depth - 1, using: &generator)
      }
      return Bool.random(using: &generator) ? .all(parts) : .any(parts)
    }
  }

  /// A range of ages.
  package static func range(using generator: inout SeededGenerator) -> NumericRange {
    let (a, b) = (
      Double.random(in: -1...26, using: &generator).rounded(), Double.random(in: 0...26, using: &generator)
    )
    return NumericRange(
      lower: min(a, b), upper: max(a, b), includesLower: Bool.random(using: &generator),
      includesUpper: Bool.random(using: &generator))
  }
}

import CohortEngine
import CohortModel
import Dashboard
import SurvivalStatistics

/// Studies with names, levels, numbers and times as odd as a file can hold them.
enum RandomStudy {
  static func make(seed: UInt64) -> ShownStudy {
    var generator = SeededGenerator(seed: seed &+ 1)
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    func names(_ count: Int) -> [String] {
      let all = Mutator.trouble + ["age", "sex", "none", "off", "all", "x 5", "x 5 10", "OS", "CR1"]
      return Array(Set((0..<count).map { _ in all[below(all.count)] })).sorted()
    }
    let rows = [0, 1, 2, 3, 12, 40][below(6)]
    let variables = names(8).map { name in
      let values: VariableColumn.Values
      let kind: Variable.Kind
      switch below(4) {
      case 0, 1:
        let levels = names(1 + below(10))
        let codes = (0..<rows).map { _ in Int32(below(levels.count + 1) - 1) }
        (kind, values) = (
          below(2) == 0 ? .ordered : .categorical, .levels(LevelColumn(levels: levels, codes: codes))
        )
      case 2:
        let numbers = (0..<rows).map { _ in odd[below(odd.count)] }
        (kind, values) = (
          below(4) == 0 ? .date : .number, .numbers(NumberColumn(values: numbers, decimals: below(3)))
        )
      default:
        let texts = (0..<rows).map { _ in below(4) == 0 ? nil : names(1).first }
        (kind, values) = (.text, .text(TextColumn(values: texts)))
      }
      return VariableColumn(name: name, label: names(1).first, kind: kind, values: values)
    }
    let endpoints = names(1 + below(4)).map { name in
      let causes = names(1 + below(3))
      let ticks = (0..<rows).map { _ in times[below(times.count)] }
      return EndpointColumn(
        name: name, label: names(1).first, kind: below(2) == 0 ? .survival : .competingRisks, causes: causes,
        origin: names(1).first,
        scale: TimeScale(unit: units[below(units.count)], ticksPerUnit: [1, 100][below(2)]),
        times: ticks, status: (0..<rows).map { _ in Int8(below(causes.count + 2) - 1) },
        entries: below(4) == 0 ? ticks.map { $0 / 2 } : nil)
    }
    let cohort = Cohort(
      rowCount: rows, variables: variables, endpoints: endpoints,
      overallSurvival: below(2) == 0 ? nil : endpoints.first?.name)
    return ShownStudy(
      cohort, description: StudyDescription(title: names(1).first ?? ""), unit: units[below(units.count)])
  }

  private static let odd: [Double] = [
    .nan, 0, -0.0, 1, -1, 12.5, 1e300, -1e300, 1e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    18_262,
    1e17, 0.1,
  ]

  private static let times: [Int64] = [1, 1, 2, 3, 5, 30, 365, 1000, 36_525, 1 << 40, .max / 4]

  private static let units: [TimeUnit?] = [nil, .days, .weeks, .months, .years]
}

import CohortEngine
import CohortModel
import SurvivalStatistics

/// A cohort of any size: follow-up over ten years, two causes, five variables.
struct BenchmarkCohort {
  /// How finely follow-up is recorded.
  enum Times: String {
    /// Whole days: 3,651 times at most, however many patients there are.
    case days
    /// Hundredths of a day: about 300,000 different times of a million patients.
    case continuous
    /// Thousandths: about 300,000 different times in each of three arms of a million patients.
    case distinct

    var ticksPerDay: Int64 {
      switch self {
      case .days: 1
      case .continuous: 100
      case .distinct: 1000
      }
    }
  }

  let cohort: Cohort

  /// - Parameters:
  ///   - followUp: with overall survival beside, whose censorings are the ends of follow-up.
  ///   - centres: with a variable of so many levels.
  ///   - factors: with so many variables more, a third of them numbers.
  init(rows: Int, times: Times = .days, followUp: Bool = false, centres: Int = 0, factors: Int = 0) {
    var generator = SeededGenerator(seed: 20)
    func draw(_ levels: [String]) -> VariableColumn.Values {
      let codes = (0..<rows).map { _ in Int32.random(in: 0..<Int32(levels.count), using: &generator) }
      return .levels(LevelColumn(levels: levels, codes: codes))
    }
    var variables = [
      VariableColumn(name: "phase", kind: .ordered, values: draw(["CR1", "CR2", "CR3"])),
      VariableColumn(name: "sex", kind: .categorical, values: draw(["F", "M"])),
      VariableColumn(name: "donor", kind: .categorical, values: draw(["MSD", "MUD", "MMUD", "haplo"])),
      VariableColumn(name: "mrd", kind: .yesNo, values: draw(["no", "yes"])),
      VariableColumn(
        name: "age", kind: .number,
        values: .numbers(
          NumberColumn(values: (0..<rows).map { _ in Double(Int.random(in: 0...80, using: &generator)) }))),
    ]
    if centres > 0 {
      let levels = (0..<centres).map { "centre \($0)" }
      variables.append(VariableColumn(name: "centre", kind: .categorical, values: draw(levels)))
    }
    for factor in 0..<factors {
      let isNumber = factor % 3 == 2
      variables.append(
        VariableColumn(
          name: "factor \(factor)", kind: isNumber ? .number : .categorical,
          values: isNumber
            ? .numbers(
              NumberColumn(
                values: (0..<rows).map { _ in Double(Int.random(in: 0...999, using: &generator)) / 10 }))
            : draw(["a", "b", "c", "d"])))
    }
    let scale = times.ticksPerDay
    let ticks = (0..<rows).map { _ in
      min(
        Int64.random(in: 1...3651 * scale, using: &generator),
        Int64.random(in: 1...6000 * scale, using: &generator))
    }
    let status = (0..<rows).map { _ in Int8.random(in: 0...2, using: &generator) }
    var endpoints = [
      EndpointColumn(
        name: "DFS", kind: .survival, causes: ["relapse", "death"],
        scale: TimeScale(unit: .days, ticksPerUnit: scale), times: ticks, status: status)
    ]
    if followUp {
      // Whoever relapses is followed on.
      let later = zip(ticks, status).map { tick, status in
        status == 1 ? min(3651 * scale, tick + Int64.random(in: 1...1000 * scale, using: &generator)) : tick
      }
      endpoints.append(
        EndpointColumn(
          name: "OS", kind: .survival, causes: ["death"],
          scale: TimeScale(unit: .days, ticksPerUnit: scale), times: later, status: status.map { $0 / 2 }))
    }
    cohort = Cohort(
      rowCount: rows, variables: variables, endpoints: endpoints, overallSurvival: followUp ? "OS" : nil)
  }

  /// What a filter change costs without bitmaps: one pass over the rows, counting into tables.
  func scan(_ condition: (lower: Double, upper: Double), by variable: Int) -> Int {
    guard case .numbers(let ages) = cohort.variables[4].values,
      case .levels(let groups) = cohort.variables[variable].values
    else { return 0 }
    let endpoint = cohort.endpoints[0]
    let stride = Int(3651 * endpoint.scale.ticksPerUnit) + 1
    var counts = [Int32](repeating: 0, count: groups.levels.count * 3 * stride)
    for row in 0..<cohort.rowCount
    where ages.values[row] >= condition.lower && ages.values[row] <= condition.upper {
      let table = Int(groups.codes[row]) * 3 + Int(endpoint.status[row])
      counts[table * stride + Int(endpoint.times[row])] += 1
    }
    return counts.reduce(0) { $0 + Int($1) }
  }
}

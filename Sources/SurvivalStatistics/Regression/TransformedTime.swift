/// A function of time for a test of proportional hazards, centred at its mean over the failures.
struct TransformedTime: Sendable {
  private var times: [Double] = []
  private var values: [Double] = []

  /// - Complexity: O(*n* log *n*) for *n* rows.
  init(_ sets: CoxRiskSets, _ transform: TimeTransform) {
    let steps = Self.steps(sets)
    let failures = steps.reduce(0) { $0 + $1.failures }
    var (survival, earlier, weighted) = (1.0, 0, CompensatedSum())
    for step in steps {
      let value =
        switch transform {
        case .kaplanMeier: 1 - survival
        case .rank: Double(earlier) + Double(step.ending + 1) / 2
        case .identity: step.time
        }
      times.append(step.time)
      values.append(value)
      weighted += value * Double(step.failures)
      if step.failures > 0 { survival *= Double(step.atRisk - step.failures) / Double(step.atRisk) }
      earlier += step.ending
    }
    let mean = weighted.value / Double(failures)
    for index in values.indices { values[index] -= mean }
  }

  /// The value at a time at which somebody fails.
  func value(_ time: Double) -> Double { values[times.partitioningIndex { $0 >= time }] }

  private struct Step {
    var time: Double
    var ending = 0
    var failures = 0
    var atRisk = 0
  }

  /// The distinct ends of observation, strata pooled, in order of time.
  private static func steps(_ sets: CoxRiskSets) -> [Step] {
    let order = sets.times.indices.sorted { sets.times[$0] < sets.times[$1] }
    let entries = sets.entryOrder.isEmpty ? [] : sets.entries.sorted()
    var steps: [Step] = []
    for (rank, row) in order.enumerated() {
      if steps.last?.time != sets.times[row] {
        let time = sets.times[row]
        let entered = entries.isEmpty ? order.count : entries.partitioningIndex { $0 >= time }
        steps.append(Step(time: time, atRisk: entered - rank))
      }
      steps[steps.count - 1].ending += 1
      if sets.isEvent[row] { steps[steps.count - 1].failures += 1 }
    }
    return steps
  }
}

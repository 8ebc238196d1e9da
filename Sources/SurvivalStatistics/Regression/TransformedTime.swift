/// A function of time for a test of proportional hazards, centred at its mean over the failures.
struct TransformedTime: Sendable {
  private var times: [Double] = []
  private var values: [Double] = []

  /// - Complexity: O(*n*) for *n* rows; with strata or delayed entry O(*n* log *n*).
  init(_ sets: CoxRiskSets, _ transform: TimeTransform) {
    let steps = Self.steps(sets)
    let failures = steps.reduce(0.0) { $0 + $1.failures }
    var (survival, earlier, weighted) = (1.0, 0.0, CompensatedSum())
    for step in steps {
      let value =
        switch transform {
        case .kaplanMeier: 1 - survival
        case .rank: earlier + (step.ending + 1) / 2
        case .identity: step.time
        }
      times.append(step.time)
      values.append(value)
      weighted += value * step.failures
      if step.failures > 0 { survival *= (step.atRisk - step.failures) / step.atRisk }
      earlier += step.ending
    }
    let mean = weighted.value / failures
    for index in values.indices { values[index] -= mean }
  }

  /// The value at a time at which somebody fails.
  func value(_ time: Double) -> Double { values[times.partitioningIndex { $0 >= time }] }

  private struct Step {
    var time: Double
    var ending = 0.0
    var failures = 0.0
    var atRisk = 0.0
  }

  /// The distinct ends of observation, strata pooled, in order of time.
  private static func steps(_ sets: CoxRiskSets) -> [Step] {
    // Within a stratum rows stand from the last time to the first.
    var order = Array(sets.times.indices.reversed())
    if sets.strata.count > 1 { order.sort { sets.times[$0] < sets.times[$1] } }
    var entering = Array(sets.entries.indices)
    if !sets.entryOrder.isEmpty { entering.sort { sets.entries[$0] < sets.entries[$1] } }
    var (steps, entered, left, next) = ([Step](), 0.0, 0.0, 0)
    for row in order {
      let (time, weight) = (sets.times[row], sets.weight(row))
      if steps.last?.time != time {
        while next < entering.count, sets.entries[entering[next]] < time {
          entered += sets.weight(entering[next])
          next += 1
        }
        steps.append(Step(time: time, atRisk: entered - left))
      }
      left += weight
      steps[steps.count - 1].ending += weight
      if sets.isEvent[row] { steps[steps.count - 1].failures += weight }
    }
    return steps
  }
}

import TerminalGrid

/// Curves and sizes from a seed.
struct RandomCurve {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func share() -> Double { Double(number(below: 100_001)) / 100_000 }

  /// A survival curve, or an incidence when it rises, with a band, few at risk at its end, and censorings.
  mutating func curve(
    _ series: Int = 1, steps count: Int, horizon: Double, rises: Bool = false, mark: Character? = nil
  ) -> PlotCurve {
    var (survival, time) = (1.0, 0.0)
    var steps: [PlotCurve.Step] = []
    let fall = 3.0 / Double(max(3, count))
    for step in 0..<count {
      time += share() * 2 * horizon / Double(count)
      survival *= 1 - share() * fall
      let value = rises ? 1 - survival : survival
      steps.append(
        PlotCurve.Step(
          time, value, lower: value * 0.8, upper: min(1, value * 1.1), isFaint: step * 4 > count * 3))
    }
    return PlotCurve(
      label: "arm \(series)", start: rises ? 0 : 1, steps: steps, end: horizon * (0.4 + 0.6 * share()),
      censorings: (0..<number(below: 40)).map { _ in share() * horizon }.sorted(),
      style: Style(.series(series)), dash: Dash.allCases[(series - 1) % Dash.allCases.count], mark: mark)
  }
}

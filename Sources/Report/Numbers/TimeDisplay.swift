package import CohortModel

/// The unit in which times are shown, and how recorded times are converted into it.
///
/// Everything is computed in the recorded unit; only what is printed or drawn is converted.
package struct TimeDisplay: Hashable, Sendable {
  package let recorded: TimeUnit?
  package let shown: TimeUnit?

  /// - Parameter shown: `nil` for the recorded unit; without a recorded one nothing is converted.
  package init(recorded: TimeUnit?, shown: TimeUnit?) {
    (self.recorded, self.shown) = (recorded, recorded == nil ? nil : shown ?? recorded)
  }

  package func shown(_ time: Double) -> Double {
    guard let recorded, let shown else { return time }
    return recorded.converted(time, to: shown)
  }

  package func recorded(_ time: Double) -> Double {
    guard let recorded, let shown else { return time }
    return shown.converted(time, to: recorded)
  }

  /// The unit's name, or `time units` where none is known.
  package var name: String { shown?.rawValue ?? "time units" }

  /// A shown time with its unit and as many decimals as it needs, up to four: `24 months`, `12.345 months`, `0.25 years`;
  /// a number alone where no unit is known.
  package func text(_ time: Double) -> String {
    let number = NumberText.short(time, decimals: 4)
    guard let shown else { return number }
    return "\(number) \(number == "1" ? shown.singular : shown.rawValue)"
  }

  /// The same with the sign of its unit: `24 mo`, `0.25 yr`.
  package func briefText(_ time: Double) -> String {
    let number = NumberText.short(time, decimals: 4)
    return switch shown {
    case .days: "\(number) d"
    case .weeks: "\(number) wk"
    case .months: "\(number) mo"
    case .years: "\(number) yr"
    case nil: number
    }
  }

  /// A time with its unit as it is shown, whatever unit it was said in.
  package func text(_ time: TimePoint) -> String { text(shown(time.value(in: recorded))) }

  /// Steps that readers of this unit expect between ticks.
  package var tickSteps: [Double] {
    switch shown {
    case .days: [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730, 1461, 1826, 3652]
    case .weeks: [1, 2, 4, 13, 26, 52, 104, 260]
    case .months: [1, 2, 3, 6, 12, 24, 36, 60, 120, 240]
    case .years: [0.25, 0.5, 1, 2, 5, 10, 20]
    case nil: []
    }
  }
}

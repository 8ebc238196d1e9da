import Foundation
package import CohortEngine

/// The unit in which times are shown, and how recorded times are converted into it.
///
/// Everything is computed in the recorded unit; only what is printed or drawn is converted.
package struct TimeDisplay: Hashable, Sendable {
  package var recorded: TimeUnit?
  package var shown: TimeUnit?

  package init(recorded: TimeUnit?, shown: TimeUnit?) {
    (self.recorded, self.shown) = (recorded, recorded == nil ? nil : shown ?? recorded)
  }

  /// Shown units in one recorded unit.
  package var factor: Double {
    guard let recorded, let shown, recorded != shown else { return 1 }
    // Twelve months are a year exactly, also in floating point.
    if recorded == .months, shown == .years { return 1 / 12 }
    if recorded == .years, shown == .months { return 12 }
    return recorded.days / shown.days
  }

  package func shown(_ recorded: Double) -> Double { recorded * factor }

  package func recorded(_ shown: Double) -> Double { shown / factor }

  /// The unit's name, or `time units` where none is known.
  package var name: String { shown?.rawValue ?? "time units" }

  /// A time with its unit: `24 months`.
  package func text(_ shown: Double, decimals: Int = 2) -> String {
    guard self.shown != nil else { return NumberText.short(shown, decimals: decimals) }
    return
      "\(NumberText.short(shown, decimals: decimals)) \(shown == 1 ? self.shown?.singular ?? name : name)"
  }

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

import PrintableText

/// A time after time zero, in the unit in which it was said: what a session keeps, so that no change of the shown unit
/// and no endpoint recorded in another unit can turn it into another time.
package struct TimePoint: Hashable, Sendable {
  package var value: Double
  /// `nil` for a study whose unit nobody knows.
  package var unit: TimeUnit?

  package init(_ value: Double, _ unit: TimeUnit?) { (self.value, self.unit) = (value, unit) }

  /// The time in a unit; the same number where either is unknown.
  package func value(in other: TimeUnit?) -> Double {
    guard let unit, let other else { return value }
    return unit.converted(value, to: other)
  }

  /// The time as it can be typed: `24 months`.
  package var text: String {
    guard let unit else { return value.digits }
    return "\(value.digits) \(value == 1 ? unit.singular : unit.rawValue)"
  }

  /// Reads `24`, `24mo`, `730 days`, `2y`, `1 year`; from 0 on and finite.
  ///
  /// - Parameter unit: what a number alone is in.
  package init?(_ text: String, unit: TimeUnit?) {
    let text = text.trimmingPrefix { $0 == " " }
    let digits = text.prefix { $0.isNumber || ".+-eE".contains($0) }
    // The e of `2e3` is part of a number; nothing that begins with e is a unit.
    guard let value = Double(digits), value >= 0, value.isFinite else { return nil }
    let word = text[digits.endIndex...].filter { $0 != " " }.lowercased()
    guard !word.isEmpty else {
      self.init(value, unit)
      return
    }
    guard let said = TimeUnit(word: word) else { return nil }
    self.init(value, said)
  }
}

extension TimeUnit {
  /// The unit that a word or its usual short form means: `mo`, `month`, `months`.
  package init?(word: String) {
    let unit = Self.allCases.first { unit in
      word == unit.rawValue || word == unit.singular || unit.abbreviations.contains(word)
    }
    guard let unit else { return nil }
    self = unit
  }

  private var abbreviations: [String] {
    switch self {
    case .days: ["d"]
    case .weeks: ["w", "wk", "wks"]
    case .months: ["m", "mo", "mos", "mth"]
    case .years: ["y", "yr", "yrs"]
    }
  }

  /// A number of these in another unit; 12 months are a year exactly, also in floating point.
  package func converted(_ value: Double, to other: TimeUnit) -> Double {
    switch (self, other) {
    case (.months, .years): value / 12
    case (.years, .months): value * 12
    case _ where self == other: value
    default: value * days / other.days
    }
  }
}

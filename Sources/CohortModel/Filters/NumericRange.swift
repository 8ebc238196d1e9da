/// An interval of numbers, open or closed at either end, possibly unbounded.
package struct NumericRange: Hashable, Sendable {
  package var lower: Double
  package var upper: Double
  package var includesLower: Bool
  package var includesUpper: Bool

  package init(
    lower: Double = -.infinity, upper: Double = .infinity, includesLower: Bool = true,
    includesUpper: Bool = true
  ) {
    (self.lower, self.upper) = (lower, upper)
    (self.includesLower, self.includesUpper) = (includesLower, includesUpper)
  }

  /// Whether the value lies inside; NaN never does.
  package func contains(_ value: Double) -> Bool {
    (includesLower ? value >= lower : value > lower) && (includesUpper ? value <= upper : value < upper)
  }

  package var isUnbounded: Bool { lower == -.infinity && upper == .infinity }

  package func intersection(_ other: NumericRange) -> NumericRange {
    var result = self
    if other.lower > lower || (other.lower == lower && !other.includesLower) {
      (result.lower, result.includesLower) = (other.lower, other.includesLower)
    }
    if other.upper < upper || (other.upper == upper && !other.includesUpper) {
      (result.upper, result.includesUpper) = (other.upper, other.includesUpper)
    }
    return result
  }
}

/// A filter on a numeric variable as two bounds and a tick for missing values.
package struct RangeChoice: Hashable, Sendable {
  package var range: NumericRange
  package var missing: Bool

  package init(range: NumericRange = NumericRange(), missing: Bool = true) {
    (self.range, self.missing) = (range, missing)
  }

  /// The bounds that a condition on this variable alone amounts to; `nil` where it is not one stretch of numbers.
  package init?(_ condition: FilterExpression?) {
    switch condition {
    case nil: self.init()
    case .range(_, let range): self.init(range: range, missing: false)
    case .missing: self.init(range: NumericRange(lower: .infinity, upper: -.infinity), missing: true)
    case .not(.missing): self.init(missing: false)
    case .any(let parts):
      guard parts.count == 2, case .range(_, let range) = parts[0], case .missing = parts[1] else {
        return nil
      }
      self.init(range: range, missing: true)
    default: return nil
    }
  }

  package var isEverything: Bool { missing && range.isUnbounded }

  package func condition(on variable: String) -> FilterExpression? {
    if isEverything { return nil }
    if range.isUnbounded { return .not(.missing(variable)) }
    let inside = FilterExpression.range(variable, range)
    return missing ? .any([inside, .missing(variable)]) : inside
  }
}

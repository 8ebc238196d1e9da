extension Stratification {
  /// The intervals between thresholds, with labels such as `≤ 12`, `> 12–18`, `> 18`.
  static func intervals(
    _ thresholds: [Double], of variable: Variable
  ) -> [(label: String, range: NumericRange)] {
    let cuts = thresholds.sorted()
    guard let first = cuts.first, let last = cuts.last else { return [] }
    let text: (Double) -> String = { value in
      if variable.kind == .date { return CalendarDay(daysSince1970: Int(value)).description }
      return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }
    var intervals = [("≤ \(text(first))", NumericRange(upper: first))]
    for (lower, upper) in zip(cuts, cuts.dropFirst()) {
      intervals.append(
        ("> \(text(lower))–\(text(upper))", NumericRange(lower: lower, upper: upper, includesLower: false)))
    }
    intervals.append(("> \(text(last))", NumericRange(lower: last, includesLower: false)))
    return intervals
  }
}

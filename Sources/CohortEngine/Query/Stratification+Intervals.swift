extension Stratification {
  /// The intervals between thresholds, with labels such as `≤ 12`, `> 12–18`, `> 18`.
  static func intervals(
    _ thresholds: [Double], of variable: Variable
  ) -> [(label: String, range: NumericRange)] {
    let cuts = thresholds.sorted()
    guard let first = cuts.first, let last = cuts.last else { return [] }
    var intervals = [("≤ \(variable.text(first))", NumericRange(upper: first))]
    for (lower, upper) in zip(cuts, cuts.dropFirst()) {
      intervals.append(
        (
          "> \(variable.text(lower))–\(variable.text(upper))",
          NumericRange(lower: lower, upper: upper, includesLower: false)
        ))
    }
    intervals.append(("> \(variable.text(last))", NumericRange(lower: last, includesLower: false)))
    return intervals
  }
}

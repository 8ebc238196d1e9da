import CohortEngine
import TerminalGrid

/// Filters in words.
enum FilterText {
  /// What a variable's filter lets through, in a few columns: `2 of 3`, `4–12`, `≥ 12`, `not missing`.
  static func summary(of variable: Int, in state: DashboardState) -> String {
    guard let condition = state.question.filters[variable] else { return "" }
    if case .levels(let column) = state.cohort.variables[variable].values,
      let choice = state.levelChoice(variable)
    {
      if choice.levels.count == 1, !choice.missing, let only = choice.levels.first {
        return column.levels[only]
      }
      if choice.levels.count == column.levels.count { return "not missing" }
      return "\(choice.levels.count) of \(column.levels.count)"
        + (choice.missing && state.missingCounts[variable] > 0 ? " + NA" : "")
    }
    if let choice = RangeChoice(condition), case .numbers = state.cohort.variables[variable].values {
      let subject = state.cohort.variables[variable]
      if choice.range.isUnbounded { return choice.missing ? "" : "not missing" }
      if choice.range.lower > choice.range.upper { return choice.missing ? "missing" : "none" }
      return text(choice.range, of: subject, charset: state.options.charset) + (choice.missing ? " + NA" : "")
    }
    if case .contains(_, let words) = condition { return "“\(words)”" }
    return "set"
  }

  static func text(_ range: NumericRange, of variable: Variable, charset: Charset) -> String {
    let (low, high) = (value(range.lower, of: variable), value(range.upper, of: variable))
    if range.upper == .infinity { return charset.spelled(range.includesLower ? "≥ " : "> ") + low }
    if range.lower == -.infinity { return charset.spelled(range.includesUpper ? "≤ " : "< ") + high }
    return low + charset.rangeDash + high
  }

  static func value(_ value: Double, of variable: Variable) -> String {
    guard value.isFinite else { return "" }
    if variable.kind == .date { return CalendarDay(daysSince1970: Int(clamping: value)).description }
    return NumberText.short(value, decimals: 4)
  }

  static func ends(of bins: HistogramBins, variable: Variable, charset: Charset) -> String {
    guard let extremes = bins.extremes else { return "" }
    return value(extremes.lowerBound, of: variable) + charset.rangeDash
      + value(extremes.upperBound, of: variable)
  }

  /// How wide a bin of the histogram is drawn.
  static func columnsPerBin(_ bins: HistogramBins, width: Int) -> Int {
    max(1, min(3, (width - 2) * 2 / 3 / max(1, bins.count)))
  }

  /// Whether a range holds any of a bin.
  static func overlaps(_ range: NumericRange, bin: Int, of bins: HistogramBins) -> Bool {
    let (low, high) = (bins.edges[bin], bins.edges[bin + 1])
    if bin == bins.count - 1, range.contains(high) { return true }
    return range.contains(low) || (range.lower > low && range.lower < high)
      || (range.lower == low && range.upper > low)
  }
}

/// A value that is printed, with all that is needed to word and round it; the only place where that is done.
package enum Quantity: Hashable, Sendable {
  case nothing
  case text(String)
  case count(Int)
  /// A share of 1 with its limits; uncertain where too few are at risk to rely on it.
  case share(Double, Limits?, isUncertain: Bool = false)
  /// A difference of two shares, with its sign, in points.
  case points(Double, Limits?)
  /// A time with its limits, in the unit named; `nil` where it is not reached.
  case time(Double?, Limits?, unit: String)
  /// A difference of two times, with its sign.
  case timeDifference(Double, Limits?, unit: String)
  /// A time that the curve does not reach: its lower limit, the last time observed, and how many were left then.
  case notReached(lower: Double?, last: Double, left: Int, unit: String)
  /// A time at which the curve has ended: the last time observed, and how many were left then.
  case pastFollowUp(last: Double, left: Int, unit: String)
  case ratio(Double, Limits?)
  case pValue(Double)
  case chiSquared(Double, degreesOfFreedom: Int)
  /// So many of those of whom it is known; without a share where it is known of nobody.
  case part(Int, of: Int)
  /// A median with its quartiles.
  case quartiles(median: Double, lower: Double, upper: Double, decimals: Int)
  case notEstimable(because: String)

  /// A confidence interval whose ends may be out of reach.
  package struct Limits: Hashable, Sendable {
    package var lower: Double?
    package var upper: Double?

    package init(_ lower: Double?, _ upper: Double?) { (self.lower, self.upper) = (lower, upper) }
  }

  /// How much of a quantity is said.
  package enum Form: Hashable, Sendable, CaseIterable {
    /// For a sentence: with unit and what the interval is.
    case full
    /// For a cell whose heading says unit and interval.
    case cell
    /// The number alone, for a cell of few columns; limits are left out, never digits.
    case bare
    /// To be heard: nothing abbreviated, no sign that is not a word.
    case spoken
  }

  /// Explained by ``uncertaintyNote``; marks an estimate that too few are behind.
  package static let uncertaintyMark = "†"
  package static let uncertaintyNote = "\(uncertaintyMark) \(uncertaintyMeaning)"
  package static let uncertaintyMeaning =
    "few at risk: fewer than 10, or one more event would move the curve by over 5 points"

  /// Whether there is a value, not only a reason why there is none.
  var isEstimated: Bool {
    switch self {
    case .nothing, .notReached, .pastFollowUp, .notEstimable: false
    default: true
    }
  }

  package var text: String { text(.full) }
  package var short: String { text(.cell) }

  package func text(_ form: Form) -> String {
    switch self {
    case .nothing: ""
    case .text(let text): text
    case .count(let count): NumberText.count(count)
    case .share(let share, let limits, let isUncertain): Self.share(share, limits, isUncertain, form)
    case .points(let value, let limits):
      Self.interval(
        NumberText.points(value), unit: "points", limits ?? Limits(nil, nil), form, joint: " to ",
        beyond: "NE",
        NumberText.points)
    case .time(let time, let limits, let unit):
      Self.interval(
        time.map { NumberText.fixed($0, 1) } ?? (form == .spoken ? "not reached" : "NR"),
        unit: time == nil ? "" : unit, limits, form, joint: "–", beyond: "NR"
      ) { NumberText.fixed($0, 1) }
    case .timeDifference(let value, let limits, let unit):
      Self.interval(
        NumberText.signed(value), unit: unit, limits, form, joint: " to ", beyond: "NE", NumberText.signed)
    case .notReached(let lower, let last, let left, let unit):
      Self.ended("NR", "not reached", lower, last, left, unit, form)
    case .pastFollowUp(let last, let left, let unit):
      Self.ended("NE", "not estimable", nil, last, left, unit, form)
    case .ratio(let ratio, let limits):
      Self.interval(
        NumberText.ratio(ratio), unit: "", limits, form, joint: "–", beyond: "NE", NumberText.ratio)
    case .pValue(let p): Self.pValue(p, form)
    case .chiSquared(let statistic, let degreesOfFreedom):
      form == .spoken
        ? "chi-squared \(NumberText.fixed(statistic, 2)) with \(Self.degrees(degreesOfFreedom))"
        : NumberText.chiSquared(statistic, degreesOfFreedom: degreesOfFreedom)
    case .part(let count, let whole): Self.part(count, of: whole, form)
    case .quartiles(let median, let lower, let upper, let decimals):
      Self.quartiles(median, lower, upper, form) { NumberText.short($0, decimals: decimals) }
    case .notEstimable(let reason):
      switch form {
      case .full, .cell: reason.isEmpty ? "NE" : "NE (\(reason))"
      case .bare: "NE"
      case .spoken: reason.isEmpty ? "not estimable" : "not estimable: \(reason)"
      }
    }
  }

  // MARK: Wording

  private static func degrees(_ count: Int) -> String {
    count == 1 ? "1 degree of freedom" : "\(count) degrees of freedom"
  }

  private static func pValue(_ p: Double, _ form: Form) -> String {
    switch form {
    case .full: return NumberText.pEquation(p)
    case .cell, .bare: return NumberText.pValue(p)
    case .spoken:
      let text = NumberText.pValue(p)
      guard let sign = text.first, "<>".contains(sign) else { return "P \(spokenDecimal(text))" }
      return "P \(sign == "<" ? "less" : "greater") than \(spokenDecimal(String(text.dropFirst())))"
    }
  }

  /// A zero before the point, which is read aloud.
  private static func spokenDecimal(_ text: String) -> String { text.hasPrefix(".") ? "0" + text : text }

  private static func share(_ share: Double, _ limits: Limits?, _ isUncertain: Bool, _ form: Form) -> String {
    let value = NumberText.percent(share)
    let mark = isUncertain ? uncertaintyMark : ""
    // Nobody failed, or everybody did: the data say nothing of the width, and 0.0–0.0 would be false.
    let interval = limits.flatMap { limits in
      limits.lower.flatMap { low in
        limits.upper.map { (NumberText.fixed(low * 100, 1), NumberText.fixed($0 * 100, 1)) }
      }
    }
    switch form {
    case .bare: return value + mark
    case .cell: return "\(value) (\(interval.map { "\($0)–\($1)" } ?? "NE"))\(mark)"
    case .full: return "\(value) (95% CI \(interval.map { "\($0)–\($1)" } ?? "NE"))\(mark)"
    case .spoken:
      return spokenShare(value) + ", 95 per cent confidence interval "
        + (interval.map { "\($0) to \($1)" } ?? "not estimable")
        + (isUncertain ? ", uncertain because few are at risk" : "")
    }
  }

  private static func spokenShare(_ text: String) -> String {
    let number = text.dropLast()
    if number.hasPrefix("<") { return "less than \(number.dropFirst()) per cent" }
    if number.hasPrefix(">") { return "more than \(number.dropFirst()) per cent" }
    return "\(number) per cent"
  }

  private static func part(_ count: Int, of whole: Int, _ form: Form) -> String {
    guard whole > 0, form != .bare else { return NumberText.count(count) }
    let share = NumberText.percent(Double(count) / Double(whole))
    return form == .spoken
      ? "\(NumberText.count(count)), \(spokenShare(share))" : "\(NumberText.count(count)) (\(share))"
  }

  private static func quartiles(
    _ median: Double, _ lower: Double, _ upper: Double, _ form: Form, _ print: (Double) -> String
  ) -> String {
    // A dash before or between signed numbers would be taken for one more sign.
    let joint = lower < 0 || form == .spoken ? " to " : "–"
    let range = "\(print(lower))\(joint)\(print(upper))"
    switch form {
    case .bare: return print(median)
    case .cell: return "\(print(median)) (\(range))"
    case .full: return "\(print(median)) (IQR \(range))"
    case .spoken: return "median \(print(median)), quartiles \(range)"
    }
  }

  /// - Parameters:
  ///   - joint: between the limits; a dash between signed numbers would be taken for one more sign.
  ///   - beyond: what stands for a limit that is not there.
  private static func interval(
    _ value: String, unit: String, _ limits: Limits?, _ form: Form, joint: String, beyond: String,
    _ print: (Double) -> String
  ) -> String {
    let named = unit.isEmpty ? value : "\(value) \(unit)"
    let (low, high) = (limits?.lower.map(print), limits?.upper.map(print))
    let isNowhere = low == nil && high == nil
    let range = isNowhere ? beyond : "\(low ?? beyond)\(joint)\(high ?? beyond)"
    switch form {
    case .bare: return value
    case .cell: return limits == nil ? value : "\(value) (\(range))"
    case .full: return limits == nil ? named : "\(named) (95% CI \(range))"
    case .spoken:
      guard limits != nil else { return spoken(named) }
      let spokenBeyond = beyond == "NR" ? "not reached" : "not estimable"
      let spokenRange = isNowhere ? spokenBeyond : "\(low ?? spokenBeyond) to \(high ?? spokenBeyond)"
      return spoken("\(named), 95 per cent confidence interval \(spokenRange)")
    }
  }

  private static func spoken(_ text: String) -> String {
    text.replacing("−", with: "minus ").replacing("+", with: "plus ")
  }

  private static func ended(
    _ sign: String, _ spokenSign: String, _ lower: Double?, _ last: Double, _ left: Int, _ unit: String,
    _ form: Form
  ) -> String {
    let (end, limit) = (NumberText.fixed(last, 1), lower.map { NumberText.fixed($0, 1) })
    let left = "\(NumberText.count(left)) at risk"
    switch form {
    case .bare: return sign
    case .cell: return sign + (limit.map { ", lower \($0)" } ?? "") + " (last \(end), \(left))"
    case .full:
      return sign + (limit.map { " (95% CI \($0)–NR)" } ?? "") + ", last \(end) \(unit) with \(left)"
    case .spoken:
      return spokenSign + (limit.map { ", lower limit \($0) \(unit)" } ?? "")
        + ", last observed at \(end) \(unit) with \(left)"
    }
  }
}

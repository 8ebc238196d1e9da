import CohortModel

/// Which number comes first where day and month are written as numbers before the year.
package enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

/// A day as somebody wrote it, before it is known which of its numbers is the month.
enum DateText: Equatable, Sendable {
  case day(CalendarDay)
  /// `03/04/2019`: the two first numbers and the year.
  case either(Int, Int, year: Int)
  /// `03.04.19`: the two first numbers and the year, whose century is anybody's guess.
  case shortYear(Int, Int, year: Int, isDayFirst: Bool)

  /// Reads `2019-04-03`, `2019/04/03`, either with a time after it, `03.04.2019`, `03/04/2019`, `3-Apr-2019` and
  /// `03APR2019`.
  init?(_ text: String) {
    guard let first = text.utf8.first, (0x30...0x39).contains(first), (6...33).contains(text.utf8.count)
    else {
      return nil
    }
    if let named = Self.named(text) {
      self = .day(named)
      return
    }
    let separators: [Character] = ["-", "/", "."]
    guard let separator = text.first(where: { !$0.isNumber }), separators.contains(separator) else {
      return nil
    }
    let parts = text.split(separator: separator, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), parts[1].count <= 2 else {
      return nil
    }
    if parts[0].count == 4 {
      guard let c = Self.dayBeforeTime(parts[2]), let day = CalendarDay(year: a, month: b, day: c) else {
        return nil
      }
      self = .day(day)
      return
    }
    let tail = parts[2].split(separator: " ", maxSplits: 1)
    guard parts[0].count <= 2, let last = tail.first, let year = Int(last),
      Self.isTime(tail.dropFirst().first)
    else {
      return nil
    }
    if last.count == 2 {
      guard (1...31).contains(a), (1...31).contains(b) else { return nil }
      self = .shortYear(a, b, year: year, isDayFirst: separator == ".")
    } else if separator == "." {
      guard last.count == 4, let day = CalendarDay(year: year, month: b, day: a) else { return nil }
      self = .day(day)
    } else {
      let readings = [CalendarDay(year: year, month: b, day: a), CalendarDay(year: year, month: a, day: b)]
      guard last.count == 4, readings.contains(where: { $0 != nil }) else { return nil }
      self = .either(a, b, year: year)
    }
  }

  /// The order that the dates of a column prove; `nil` where they fit both, or where there is nothing to prove.
  static func provenOrder(_ dates: some Sequence<DateText>) -> DateOrder? {
    var (dayFirst, monthFirst) = (true, true)
    for case .either(let a, let b, let year) in dates {
      if CalendarDay(year: year, month: b, day: a) == nil { dayFirst = false }
      if CalendarDay(year: year, month: a, day: b) == nil { monthFirst = false }
    }
    return dayFirst == monthFirst ? nil : dayFirst ? .dayFirst : .monthFirst
  }

  /// Whether the day is one that programs write for “never” or “not known”: 9999-12-31, 1900-01-01.
  var isPlaceholder: Bool {
    switch self {
    case .day(let day):
      Self.placeholders.contains(day.daysSince1970) || day.daysSince1970 > Self.farthest
        || day.daysSince1970 < Self.earliest
    case .either(_, _, let year): year >= 2900
    case .shortYear: false
    }
  }

  /// The zeros of SAS, Stata and Unix: days like others, unless many rows have them.
  var isZero: Bool {
    self == .day(CalendarDay(daysSince1970: -3653)) || self == .day(CalendarDay(daysSince1970: 0))
  }

  /// The first and last days of spreadsheets and databases: 1753-01-01, 1899-12-30, 2099-12-31 and the like.
  private static let placeholders: Set<Int> = [
    -313_430, -79_257, -62_091, -25_569, -25_568, -25_567, -25_202, 47_117, 47_481, 47_482,
  ]
  /// The end of 2899; shifted dates, as in data made anonymous, lie before.
  private static let earliest = -130_000
  private static let farthest = 339675

  /// Whether the year has two digits only.
  var isShort: Bool { if case .shortYear = self { true } else { false } }

  /// The date with its century: two-digit years lie in the hundred years from `first` on.
  func completed(from first: Int?) -> DateText {
    guard case .shortYear(let a, let b, let year, let isDayFirst) = self, let first else { return self }
    let full = first + ((year - first) % 100 + 100) % 100
    if isDayFirst { return CalendarDay(year: full, month: b, day: a).map(DateText.day) ?? self }
    let isDate =
      CalendarDay(year: full, month: b, day: a) != nil || CalendarDay(year: full, month: a, day: b) != nil
    return isDate ? .either(a, b, year: full) : self
  }

  func day(_ order: DateOrder?) -> CalendarDay? {
    switch (self, order) {
    case (.day(let day), _): day
    case (.either(let a, let b, let year), .dayFirst): CalendarDay(year: year, month: b, day: a)
    case (.either(let a, let b, let year), .monthFirst): CalendarDay(year: year, month: a, day: b)
    default: nil
    }
  }

  private static func dayBeforeTime(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isNumber }
    guard digits.count <= 2 else { return nil }
    let rest = text.dropFirst(digits.count)
    guard rest.isEmpty || ((rest.hasPrefix("T") || rest.hasPrefix(" ")) && isTime(rest.dropFirst())) else {
      return nil
    }
    return Int(digits)
  }

  private static func isTime(_ text: Substring?) -> Bool {
    guard let text, !text.isEmpty else { return true }
    return text.contains(":") && text.allSatisfy { $0.isNumber || ":.+-ZAPM ".contains($0) }
  }

  /// The day in a text such as `3-Apr-2019`, `03APR2019` or `3 April 2019`.
  private static func named(_ text: String) -> CalendarDay? {
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count).drop { "- ".contains($0) }
    let name = rest.prefix { $0.isLetter }
    let year = rest.dropFirst(name.count).drop { "- ,".contains($0) }
    guard name.count >= 3, year.count == 4, let day = Int(digits), let number = Int(year) else { return nil }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard let month = months.firstIndex(of: String(name.prefix(3)).lowercased()) else { return nil }
    return CalendarDay(year: number, month: month + 1, day: day)
  }
}

import CohortModel

extension ValueFormat {
  /// The text of a stored number: a date as ISO 8601 writes it, a period as Stata writes it, else the number.
  ///
  /// - Parameter isWholePeriod: whether all numbers of the column are first days of periods, which then are all that
  ///   the author meant.
  func text(_ number: Double, isFloat: Bool = false, isWholePeriod: Bool = false) -> String {
    dated(number, isWholePeriod: isWholePeriod) ?? Self.digits(number, isFloat: isFloat)
  }

  private func dated(_ number: Double, isWholePeriod: Bool) -> String? {
    switch self {
    case .plain, .unknownCalendar: nil
    case .days(let epoch): Self.day(number, since: epoch)?.description
    case .daysOfSeconds(let epoch): Self.day(number / 86_400, since: epoch)?.description
    case .moments(let epoch, let perSecond, let hasLeapSeconds):
      Self.moment(number / perSecond, since: epoch, hasLeapSeconds: hasLeapSeconds)
    case .clock: Self.clock(number)
    case .dayOf(let period, let epoch, let seconds):
      Self.day(number * seconds / 86_400, since: epoch).map { day in
        isWholePeriod ? period.text(of: day) : day.description
      }
    case .count(let period): period.text(number)
    }
  }

  /// Whether a number is the first day of its period, where the format shows periods.
  func isFirstOfPeriod(_ number: Double) -> Bool {
    guard case .dayOf(let period, let epoch, let seconds) = self else { return false }
    let days = number * seconds / 86_400
    guard days == days.rounded(.down), let day = Self.day(days, since: epoch) else { return false }
    return period.isFirst(day)
  }

  /// A number in the fewest digits that read back as the same number, whole ones without a point.
  static func digits(_ number: Double, isFloat: Bool = false) -> String {
    if let whole = Int64(exactly: number), abs(number) < 1e18 { return String(whole) }
    return isFloat ? "\(Float(number))" : "\(number)"
  }

  /// `nil` outside the years 1 to 9999.
  static func day(_ days: Double, since epoch: CalendarDay) -> CalendarDay? {
    guard abs(days) < 1e7, let whole = Int(exactly: days.rounded(.down)) else { return nil }
    let days = whole + epoch.daysSince1970
    return CalendarDay.days.contains(days) ? CalendarDay(daysSince1970: days) : nil
  }

  /// A day, with the time in it where that is not midnight.
  static func moment(_ seconds: Double, since epoch: CalendarDay, hasLeapSeconds: Bool = false) -> String? {
    guard abs(seconds) < 1e12, var milliseconds = Int64(exactly: (seconds * 1000).rounded()) else {
      return nil
    }
    if hasLeapSeconds { milliseconds -= 1000 * leapSeconds(before: milliseconds, since: epoch) }
    let ofDay = (milliseconds % 86_400_000 + 86_400_000) % 86_400_000
    guard let day = day(Double((milliseconds - ofDay) / 86_400_000), since: epoch) else { return nil }
    return ofDay == 0 ? day.description : "\(day)T\(clock(milliseconds: ofDay))"
  }

  static func clock(_ seconds: Double) -> String? {
    guard abs(seconds) < 1e12, let milliseconds = Int64(exactly: (seconds * 1000).rounded()) else {
      return nil
    }
    return (milliseconds < 0 ? "-" : "") + clock(milliseconds: abs(milliseconds))
  }

  private static func clock(milliseconds: Int64) -> String {
    func padded(_ number: Int64, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let seconds = milliseconds / 1000
    let fraction = milliseconds % 1000
    return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
      + (fraction == 0 ? "" : ".\(padded(fraction, 3))")
  }

  /// How many leap seconds were inserted before a time that counts them.
  private static func leapSeconds(before milliseconds: Int64, since epoch: CalendarDay) -> Int64 {
    var inserted: Int64 = 0
    for day in daysAfterLeapSeconds {
      let start = Int64(day - epoch.daysSince1970) * 86_400_000 + inserted * 1000
      // The inserted second itself counts as the midnight that follows it.
      guard milliseconds > start else { break }
      inserted += 1
    }
    return inserted
  }

  /// The days, counted from 1970, that began after an inserted second.
  private static let daysAfterLeapSeconds: [Int] =
    [
      (1972, 7), (1973, 1), (1974, 1), (1975, 1), (1976, 1), (1977, 1), (1978, 1), (1979, 1), (1980, 1),
      (1981, 7), (1982, 7), (1983, 7), (1985, 7), (1988, 1), (1990, 1), (1991, 1), (1992, 7), (1993, 7),
      (1994, 7), (1996, 1), (1997, 7), (1999, 1), (2006, 1), (2009, 1), (2012, 7), (2015, 7), (2017, 1),
    ].compactMap { CalendarDay(year: $0.0, month: $0.1, day: 1)?.daysSince1970 }
}

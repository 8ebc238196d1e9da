import CohortModel

extension ValueFormat.Period {
  var adjective: String {
    switch self {
    case .week: "weekly"
    case .month: "monthly"
    case .quarter: "quarterly"
    case .half: "half-yearly"
    case .year: "yearly"
    }
  }

  /// The period a day is in.
  func text(of day: CalendarDay) -> String {
    let (year, month, _) = parts(day)
    return switch self {
    case .week: "\(year)w\(dayOfYear(day, year) / 7 + 1)"
    case .month: "\(year)m\(month)"
    case .quarter: "\(year)q\((month - 1) / 3 + 1)"
    case .half: "\(year)h\((month - 1) / 6 + 1)"
    case .year: "\(year)"
    }
  }

  func isFirst(_ day: CalendarDay) -> Bool {
    let (year, month, dayOfMonth) = parts(day)
    return switch self {
    case .week: dayOfYear(day, year) % 7 == 0
    case .month: dayOfMonth == 1
    case .quarter: dayOfMonth == 1 && (month - 1) % 3 == 0
    case .half: dayOfMonth == 1 && (month - 1) % 6 == 0
    case .year: dayOfMonth == 1 && month == 1
    }
  }

  /// A period counted from the first of 1960; Stata's years have 52 weeks.
  func text(_ number: Double) -> String? {
    guard abs(number) < 1e6, let count = Int(exactly: number) else { return nil }
    let (letter, perYear) =
      switch self {
      case .week: ("w", 52)
      case .month: ("m", 12)
      case .quarter: ("q", 4)
      case .half: ("h", 2)
      case .year: ("", 1)
      }
    let inYear = (count % perYear + perYear) % perYear
    let year = 1960 + (count - inYear) / perYear
    return self == .year ? "\(year)" : "\(year)\(letter)\(inYear + 1)"
  }

  private func parts(_ day: CalendarDay) -> (year: Int, month: Int, day: Int) {
    let numbers = day.description.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 3 ? (numbers[0], numbers[1], numbers[2]) : (1, 1, 1)
  }

  private func dayOfYear(_ day: CalendarDay, _ year: Int) -> Int {
    day.daysSince1970 - (CalendarDay(year: year, month: 1, day: 1)?.daysSince1970 ?? day.daysSince1970)
  }
}

import CohortModel
import Foundation

/// What a cell's number stands for by its number format.
enum CellFormat: Equatable {
  case number
  case day
  /// A day with a time in it.
  case moment
  case timeOfDay
  case duration

  /// Excel's own formats, which a file names by number only.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...58: self = .day
    case 22: self = .moment
    case 18...21, 32...35, 45, 47: self = .timeOfDay
    case 46: self = .duration
    default: self = .number
    }
  }

  /// Reads the format for positive numbers of a code such as `[$-409]d/m/yyyy;@`.
  init(_ code: String) {
    var (hasDay, hasMonth, hasTime, isElapsed) = (false, false, false, false)
    var rest = code[...]
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\\", "_", "*": rest = rest.dropFirst()
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        if let first = inside.first, "hms".contains(first), Set(inside).count == 1 { isElapsed = true }
        rest = rest.dropFirst(inside.count + 1)
      case "A", "a":
        // AM/PM and A/P hold an M that is no month.
        for mark in ["m/pm", "/p"] where rest.lowercased().hasPrefix(mark) {
          rest = rest.dropFirst(mark.count)
          hasTime = true
        }
      case "d", "D", "y", "Y": hasDay = true
      case "m", "M": hasMonth = true
      case "h", "H", "s", "S": hasTime = true
      default: continue
      }
    }
    self =
      isElapsed
      ? .duration
      : hasDay ? (hasTime ? .moment : .day) : hasTime ? .timeOfDay : hasMonth ? .day : .number
  }

  /// The text of a cell's number: ISO 8601 for dates, else the digits that Excel itself keeps.
  ///
  /// - Parameter starts1904: whether days are counted from 1904, as early Macintosh versions did.
  func text(_ number: Double, starts1904: Bool) -> String {
    switch self {
    case .number: return Self.digits(number)
    case .duration: return ValueFormat.clock(number * 86_400) ?? Self.digits(number)
    case .timeOfDay, .day, .moment:
      guard number >= 0 else { return Self.digits(number) }
      if number < 1, number > 0, !starts1904 || self == .timeOfDay {
        return ValueFormat.clock(number * 86_400) ?? Self.digits(number)
      }
      guard let text = Self.moment(number, starts1904: starts1904) else { return Self.digits(number) }
      return self == .day ? String(text.prefix(10)) : text
    }
  }

  private static func moment(_ number: Double, starts1904: Bool) -> String? {
    if starts1904 { return ValueFormat.moment(number * 86_400, since: epoch1904) }
    // Excel took over that 1900 was a leap year; what it shows as such days is none.
    if number < 1 { return "1900-01-00" }
    if number >= 60, number < 61 { return "1900-02-29" }
    let epoch = CalendarDay(daysSince1970: epoch1900.daysSince1970 + (number < 60 ? 1 : 0))
    return ValueFormat.moment(number * 86_400, since: epoch)
  }

  private static let epoch1900 = CalendarDay(daysSince1970: -25_569)
  private static let epoch1904 = CalendarDay(daysSince1970: -24_107)

  /// A number in its shortest form; Excel keeps fifteen digits, and what is behind them is the error of its sums.
  static func digits(_ number: Double) -> String {
    let shortest = ValueFormat.digits(number)
    guard shortest.utf8.count > 16 else { return shortest }
    return ValueFormat.digits(Double(String(format: "%.15g", number)) ?? number)
  }
}

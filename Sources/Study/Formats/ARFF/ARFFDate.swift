import CohortModel

/// How an attribute's dates are written, in the letters of Java: `yyyy-MM-dd HH:mm:ss`.
struct ARFFDate: Equatable {
  let pattern: String
  private var parts: [Part] = []

  private enum Part: Equatable {
    case number(Character, width: Int)
    case literal(Character)

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  /// `nil` where the pattern holds more than years, months, days and times as numbers.
  init?(_ pattern: String) {
    self.pattern = pattern
    var isQuoted = false
    for character in pattern {
      if character == "'" {
        isQuoted.toggle()
      } else if isQuoted || !(character.isASCII && character.isLetter) {
        parts.append(.literal(character))
      } else if case .number(character, let width) = parts.last {
        parts[parts.count - 1] = .number(character, width: width + 1)
      } else {
        parts.append(.number(character, width: 1))
      }
    }
    for case .number(let letter, let width) in parts {
      guard "yMdHmsS".contains(letter), letter == "y" ? width == 4 : width <= (letter == "S" ? 3 : 2) else {
        return nil
      }
    }
    let letters = parts.compactMap { if case .number(let letter, _) = $0 { letter } else { nil } }
    guard Set(letters).count == letters.count, Set("yMd").isSubset(of: letters) else { return nil }
  }

  /// The date as ISO 8601 writes it, with the time in it where that is not midnight; `nil` where there is no such date.
  func text(_ written: String) -> String? {
    var rest = written[...]
    var numbers: [Character: Int] = [:]
    for (index, part) in parts.enumerated() {
      switch part {
      case .literal(let character):
        guard rest.first == character else { return nil }
        rest.removeFirst()
      case .number(let letter, let width):
        // A number that another follows at once has as many digits as letters.
        let isFollowed = index + 1 < parts.count && parts[index + 1].isNumber
        let digits = rest.prefix(while: { ("0"..."9").contains($0) }).prefix(isFollowed ? width : 4)
        guard let number = Int(digits) else { return nil }
        numbers[letter] = number
        rest.removeFirst(digits.count)
      }
    }
    guard rest.isEmpty, let year = numbers["y"], let month = numbers["M"], let day = numbers["d"],
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    let (hour, minute, second) = (numbers["H"] ?? 0, numbers["m"] ?? 0, numbers["s"] ?? 0)
    let millisecond = numbers["S"] ?? 0
    guard hour < 24, minute < 60, second < 60, millisecond < 1000 else { return nil }
    let seconds = Double(date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second)
    return ValueFormat.moment(seconds + Double(millisecond) / 1000, since: CalendarDay(daysSince1970: 0))
  }
}

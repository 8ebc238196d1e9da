/// A value of a status column that a job lists: a whole number, or a text as it stands in the column.
package enum ListedCode: Sendable, Hashable, CustomStringConvertible {
  case number(Int)
  case text(String)

  package var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .text(let text): text
    }
  }
}

/// What the texts of a status column mean to somebody who lists those of events.
struct ListedCodes {
  /// For each text of the column the position of its code in the list, counted from 1; 0 for other texts.
  let causes: [Int]
  private let profile: ColumnProfile
  private let status: String
  private let isUnknown: [Bool]
  private let others: [Int]

  /// - Parameter codes: the codes of events.
  init(_ codes: [ListedCode], of profile: ColumnProfile, status: String) {
    (self.profile, self.status) = (profile, status)
    let numbers = profile.counts.indices.map { Self.number($0, profile) }
    let positions = Dictionary(
      codes.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let causes = numbers.indices.map { code in
      positions[.text(profile.column.text(code))] ?? numbers[code].flatMap { positions[.number($0)] } ?? 0
    }
    self.causes = causes
    let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
    let guess = StatusCoding(texts, name: StatusColumnName(status), event: "event")
    let guessed = Dictionary(
      (guess?.codes ?? []).map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    let meanings = profile.counts.indices.map { guessed[profile.column.text($0)] }
    // Who lists numbers says nothing of words, and a word that nobody understands is not “no event”.
    let isListedByWord = codes.contains { if case .text = $0 { true } else { false } }
    let isUnknown = profile.counts.indices.map { code in
      guard causes[code] == 0, numbers[code] != 0 else { return false }
      return meanings[code] == .unknown || numbers[code] == nil && (!isListedByWord || meanings[code] == nil)
    }
    self.isUnknown = isUnknown
    others = profile.present.filter { code in
      guard causes[code] == 0, numbers[code] != 0, !isUnknown[code] else { return false }
      return numbers[code] != nil || meanings[code] != .censored
    }
  }

  /// Each text with its meaning; all that are listed are one event.
  func meanings(event: String) -> [StatusCode] {
    profile.present.map { code in
      let meaning: StatusCode.Meaning =
        causes[code] > 0 ? .event(event) : isUnknown[code] ? .unknown : .censored
      return StatusCode(profile.column.text(code), meaning)
    }
  }

  /// Names the codes that count as censored although neither a 0 nor their words say so.
  func findings(endpoint: String, lines: [Int32]) -> [Finding] {
    guard !others.isEmpty else { return [] }
    let codes = Set(others)
    let rows = profile.column.codes.indices.filter { codes.contains(Int(profile.column.codes[$0])) }
    let list = others.map { profile.column.text($0).quoted }.joined(separator: ", ")
    let message = "\(endpoint): \(list) not among the codes of events; the rows count as censored"
    return [Finding(.note, lines: rows.map { Int(lines[$0]) }, column: status, message: message)]
  }

  /// The whole number that a text is or begins with, as `1:DECEASED` does.
  private static func number(_ code: Int, _ profile: ColumnProfile) -> Int? {
    if let number = profile.numbers[code], number.limit == .none { return Int(exactly: number.value) }
    return StatusNumber(profile.column.text(code))?.number
  }
}

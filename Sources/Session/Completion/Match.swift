/// How well a text fits what was typed.
///
/// By its beginning, then by the beginning of one of its words, then by a word of its detail. The middle of a word fits
/// nothing, so that `os` finds OS and not “choose”.
enum Match: Int, Comparable {
  case whole, beginning, word, detail

  static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }

  /// - Parameters:
  ///   - typed: in lower case; fits the beginning of every text where it is empty.
  ///   - names: what the thing is called, its name and its label.
  init?(_ typed: String, names: [String], detail: String = "") {
    let lowered = names.map { $0.lowercased() }
    if lowered.contains(typed) {
      self = .whole
    } else if lowered.contains(where: { $0.hasPrefix(typed) }) {
      self = .beginning
    } else if lowered.contains(where: { Self.hasWord($0, typed) }) {
      self = .word
    } else if Self.hasWord(detail.lowercased(), typed) {
      self = .detail
    } else {
      return nil
    }
  }

  /// Whether one of the words of the text, and what follows it, begins as typed.
  private static func hasWord(_ text: String, _ typed: String) -> Bool {
    var isInside = false
    for index in text.indices {
      let belongs = text[index].isLetter || text[index].isNumber
      if belongs, !isInside, text[index...].hasPrefix(typed) { return true }
      isInside = belongs
    }
    return false
  }
}

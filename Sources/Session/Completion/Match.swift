/// How well a text fits what was typed.
///
/// By its beginning, then by the beginning of one of its words, then by a word of its detail. The middle of a word fits
/// nothing, so that `os` finds OS and not “choose”.
enum Match: Int, Comparable {
  case whole, beginning, word, detail

  static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }

  /// - Parameters:
  ///   - typed: fits the beginning of every text where it is empty.
  ///   - names: what the thing is called, its name and its label.
  init?(_ typed: FoldedText, names: [String], detail: String = "") {
    let names = names.map { FoldedText($0) }
    if names.contains(typed) {
      self = .whole
    } else if names.contains(where: { $0.hasPrefix(typed) }) {
      self = .beginning
    } else if names.contains(where: { $0.hasWord(typed) }) {
      self = .word
    } else if FoldedText(detail).hasWord(typed) {
      self = .detail
    } else {
      return nil
    }
  }
}

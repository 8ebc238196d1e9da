import Foundation

/// The words of a column's name: `OS.time`, `os_time`, `osTime` and `OSTime` are all `os`, `time`.
///
/// Accents are dropped, so that `Date décès` and `DATE_DECES` have the same words.
struct NameWords: Sendable {
  let words: [String]

  init(_ name: String) {
    let characters = Array(Self.unaccented(name))
    var (words, word) = ([String](), "")
    for (index, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if !word.isEmpty, Self.begins(characters, at: index) {
        words.append(word)
        word = ""
      }
      word += character.lowercased()
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  var joined: String { words.joined(separator: "_") }

  func contains(any names: Set<String>) -> Bool { words.contains { names.contains($0) } }

  /// Whether a capital begins a word: after a small letter, or as the last of several before small letters.
  private static func begins(_ characters: [Character], at index: Int) -> Bool {
    guard index > 0, characters[index].isUppercase else { return false }
    if characters[index - 1].isLowercase { return true }
    guard characters[index - 1].isUppercase, index + 2 < characters.count else { return false }
    return characters[index + 1].isLowercase && characters[index + 2].isLowercase
  }

  /// The text without accents: `décès` is `deces`, `Größe` is `Grosse`.
  static func unaccented(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.folding(options: .diacriticInsensitive, locale: nil)
      .replacing("ß", with: "ss").replacing("ł", with: "l").replacing("ø", with: "o")
      .replacing("æ", with: "ae").replacing("đ", with: "d")
  }
}

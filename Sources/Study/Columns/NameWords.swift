import Foundation

/// The words of a column's name: `OS.time`, `os_time`, `osTime` and `OSTime` are all `os`, `time`.
///
/// Accents are dropped, so that `Date décès` and `DATE_DECES` have the same words.
struct NameWords: Sendable {
  let words: [String]

  init(_ name: String) {
    words = name.utf8.allSatisfy { $0 < 0x80 } ? Self.words(Array(name.utf8)) : Self.words(unicode: name)
  }

  /// What ``words(unicode:)`` finds, for a table may have many thousand names, nearly all of them without accents.
  private static func words(_ bytes: [UInt8]) -> [String] {
    let isUpper = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    var (words, word) = ([String](), [UInt8]())
    for (index, byte) in bytes.enumerated() {
      let isInWord = isUpper(byte) || isLower(byte) || (0x30...0x39).contains(byte)
      let begins =
        index > 0 && isUpper(byte)
        && (isLower(bytes[index - 1])
          || isUpper(bytes[index - 1]) && index + 2 < bytes.count && isLower(bytes[index + 1])
            && isLower(bytes[index + 2]))
      if !word.isEmpty, !isInWord || begins {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
      if isInWord { word.append(isUpper(byte) ? byte | 0x20 : byte) }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func words(unicode name: String) -> [String] {
    let characters = Array(unaccented(name))
    var (words, word) = ([String](), "")
    for (index, character) in characters.enumerated() {
      let isInWord = character.isLetter || character.isNumber
      if !word.isEmpty, !isInWord || begins(characters, at: index) {
        words.append(word)
        word = ""
      }
      if isInWord { word += character.lowercased() }
    }
    if !word.isEmpty { words.append(word) }
    return words
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

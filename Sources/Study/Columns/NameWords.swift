/// The words of a column's name: `OS.time`, `os_time` and `osTime` are all `os`, `time`.
struct NameWords: Sendable {
  let words: [String]

  init(_ name: String) { words = name.utf8.allSatisfy { $0 < 0x80 } ? Self.ascii(name) : Self.unicode(name) }

  /// What ``unicode(_:)`` finds, for a table may have many thousand names, nearly all of them without accents.
  private static func ascii(_ name: String) -> [String] {
    var (words, word, previousIsLower) = ([String](), [UInt8](), false)
    for byte in name.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      let isInWord = isUpper || isLower || (0x30...0x39).contains(byte)
      if !word.isEmpty, !isInWord || (previousIsLower && isUpper) {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
      if isInWord { word.append(isUpper ? byte | 0x20 : byte) }
      previousIsLower = isLower
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func unicode(_ name: String) -> [String] {
    var (words, word, previousIsLower) = ([String](), "", false)
    for character in name {
      if character.isLetter || character.isNumber {
        if previousIsLower, character.isUppercase, !word.isEmpty {
          words.append(word)
          word = ""
        }
        word += character.lowercased()
        previousIsLower = character.isLowercase
      } else {
        if !word.isEmpty { words.append(word) }
        (word, previousIsLower) = ("", false)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  var joined: String { words.joined(separator: "_") }

  func contains(any names: Set<String>) -> Bool { words.contains { names.contains($0) } }
}

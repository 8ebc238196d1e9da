/// The words of a column's name: `OS.time`, `os_time` and `osTime` are all `os`, `time`.
struct NameWords: Sendable {
  let words: [String]

  init(_ name: String) {
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
    self.words = words
  }

  var joined: String { words.joined(separator: "_") }

  func contains(any names: Set<String>) -> Bool { words.contains { names.contains($0) } }
}

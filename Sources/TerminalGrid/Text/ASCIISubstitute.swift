import Foundation

/// What stands for a character where only ASCII can be shown.
package enum ASCIISubstitute {
  /// One ASCII character; `?` where nothing says the same.
  ///
  /// Signs that would change their meaning, such as ≤ turning into <, become `?` on purpose: whoever shows
  /// them chooses his own words in ASCII.
  package static func character(for character: Character) -> Character {
    if character.isASCII { return character.asciiValue.map { Character(Unicode.Scalar($0)) } ?? "?" }
    if let substitute = signs[character] ?? accented[character] { return substitute }
    guard let scalar = character.unicodeScalars.first else { return "?" }
    switch scalar.value {
    case 0x2500...0x257F: return "+"
    case 0x2580...0x259F, 0x25A0...0x25A1: return "#"
    case 0x2800: return " "
    case 0x2801...0x28FF: return ":"
    default: return "?"
    }
  }

  /// A text in which every word of another script is written in Latin letters, and what has none by its number.
  static func spelling(of text: String) -> String {
    guard text.contains(where: isUnknown) else { return text }
    let latin =
      text.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false)
      ?? text
    return latin.map { character in
      guard isUnknown(character) else { return String(character) }
      return character.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined()
    }.joined()
  }

  /// Pictures of control characters are left to ``character(for:)``: a code point would be taken for a name.
  private static func isUnknown(_ character: Character) -> Bool {
    let isPicture = character.unicodeScalars.allSatisfy { (0x2400...0x243F).contains($0.value) }
    return character != "?" && !isPicture && Self.character(for: character) == "?"
  }

  private static let signs: [Character: Character] = {
    var signs: [Character: Character] = [
      "…": "~", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "•": "*", "·": ".",
      "×": "x", "²": "2", "³": "3", "µ": "u", "μ": "u", "α": "a", "β": "b", "γ": "g", "χ": "X", "ß": "s",
      "ø": "o", "Ø": "O", "æ": "a", "Æ": "A", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "\u{A0}": " ",
      "▾": "v", "▸": ">", "▌": ">", "↑": "^", "↓": "v", "←": "<", "→": ">", "✓": "x", "╴": "-", "╶": "-",
      "⟨": "<", "⟩": ">", "╵": "|", "╷": "|", "▁": "_", "▂": "_", "▃": ".", "▄": ".", "▅": ":", "▆": ":",
      "▇": "|", "▔": "\"", "˙": "'", "¨": "^",
    ]
    for line in "─━┄┅┈┉╌╍" { signs[line] = "-" }
    for line in "│┃┆┇┊┋╎╏" { signs[line] = "|" }
    for mark in SeriesMark.standard { signs[mark.glyph] = mark.asciiGlyph }
    return signs
  }()

  /// Letters with one mark above or below, and the letter itself.
  ///
  /// Equality of characters is canonical
  /// equivalence, so both spellings of é are found.
  private static let accented: [Character: Character] = {
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}", "\u{30A}",
      "\u{30B}", "\u{30C}", "\u{327}", "\u{328}",
    ]
    var letters: [Character: Character] = [:]
    for code in UInt8(ascii: "A")...UInt8(ascii: "z") {
      let letter = Unicode.Scalar(code)
      guard letter.properties.isAlphabetic else { continue }
      for mark in marks {
        letters[Character("\(letter)\(mark)")] = Character(letter)
      }
    }
    return letters
  }()
}

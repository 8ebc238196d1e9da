/// A word of a filter expression, with the column where it starts.
struct FilterToken: Equatable {
  enum Kind: Equatable {
    /// A bare word or number; keywords are words too.
    case word
    /// A word in quotes: never a keyword.
    case quoted
    case symbol
    case end
  }

  var kind: Kind
  var text: String
  /// Counted in characters from 1.
  var column: Int

  /// Whether this is the keyword (in any letter case) or the symbol.
  func `is`(_ text: String) -> Bool {
    kind == .symbol ? self.text == text : kind == .word && self.text.lowercased() == text
  }

  static func tokens(of expression: String) throws(FilterSyntaxError) -> [FilterToken] {
    let characters = Array(expression)
    var tokens: [FilterToken] = []
    var position = 0
    while position < characters.count {
      let start = position
      let character = characters[position]
      if character.isWhitespace {
        position += 1
      } else if let close = quotes[character] {
        position += 1
        var text = ""
        // A doubled quote inside quotes stands for one.
        while position < characters.count {
          if characters[position] == close {
            guard position + 1 < characters.count, characters[position + 1] == close else { break }
            position += 1
          }
          text.append(characters[position])
          position += 1
        }
        guard position < characters.count else {
          throw .unexpected(found: "", column: characters.count + 1, expected: "a closing \(close)")
        }
        position += 1
        tokens.append(FilterToken(kind: .quoted, text: text, column: start + 1))
      } else if symbols.contains(character) {
        position += 1
        if position < characters.count, pairs.contains(String([character, characters[position]])) {
          position += 1
        }
        let text = String(characters[start..<position])
        tokens.append(FilterToken(kind: .symbol, text: canonical[text] ?? text, column: start + 1))
      } else {
        while position < characters.count, !ends(characters[position]) { position += 1 }
        tokens.append(FilterToken(kind: .word, text: String(characters[start..<position]), column: start + 1))
      }
    }
    tokens.append(FilterToken(kind: .end, text: "", column: characters.count + 1))
    return tokens
  }

  private static let quotes: [Character: Character] = ["\"": "\"", "'": "'", "`": "`", "“": "”"]
  private static let symbols: Set<Character> = ["(", ")", ",", "=", "!", "<", ">", "≤", "≥", "≠", "&", "|"]
  private static let pairs: Set<String> = ["==", "!=", "<=", ">=", "<>", "&&", "||"]
  private static let canonical = [
    "==": "=", "<>": "!=", "≤": "<=", "≥": ">=", "≠": "!=", "&&": "&", "||": "|",
  ]

  private static func ends(_ character: Character) -> Bool {
    character.isWhitespace || symbols.contains(character) || quotes[character] != nil
  }
}

/// A word of a filter expression or command, with the column where it starts.
package struct FilterToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A bare word or number; keywords are words too.
    case word
    /// A word in quotes: never a keyword.
    case quoted
    case symbol
    case end
  }

  package var kind: Kind
  package var text: String
  /// Counted in Unicode scalars from 1.
  package var column: Int

  /// Words that mean something where they are not in quotes.
  static let keywords: Set = [
    "and", "or", "not", "in", "is", "missing", "contains", "na", "all", "any", "none", "off",
  ]

  /// Whether this is the keyword (in any letter case) or the symbol.
  func `is`(_ text: String) -> Bool {
    kind == .symbol ? self.text == text : kind == .word && self.text.lowercased() == text
  }

  /// The words of a text and the end after them; by scalars, so that no mark joins itself to a quote.
  package static func tokens(of expression: String) throws(FilterSyntaxError) -> [FilterToken] {
    let scalars = Array(expression.unicodeScalars)
    var tokens: [FilterToken] = []
    var position = 0
    while position < scalars.count {
      let start = position
      let scalar = scalars[position]
      if scalar.properties.isWhitespace {
        position += 1
      } else if let close = quotes[scalar] {
        let text = try quoted(scalars, &position, until: close)
        tokens.append(FilterToken(kind: .quoted, text: text, column: start + 1))
      } else if symbols.contains(scalar) {
        position += 1
        if position < scalars.count, pairs.contains(string([scalar, scalars[position]])) { position += 1 }
        let text = string(scalars[start..<position])
        tokens.append(FilterToken(kind: .symbol, text: canonical[text] ?? text, column: start + 1))
      } else {
        while position < scalars.count, !ends(scalars[position]) { position += 1 }
        tokens.append(FilterToken(kind: .word, text: string(scalars[start..<position]), column: start + 1))
      }
    }
    tokens.append(FilterToken(kind: .end, text: "", column: scalars.count + 1))
    return tokens
  }

  /// The text up to the closing quote; a doubled quote stands for one, `\u{…}` for the character of that number.
  private static func quoted(
    _ scalars: [Unicode.Scalar], _ position: inout Int, until close: Unicode.Scalar
  ) throws(FilterSyntaxError) -> String {
    var text = ""
    position += 1
    while position < scalars.count {
      if scalars[position] == close {
        guard position + 1 < scalars.count, scalars[position + 1] == close else {
          position += 1
          return text
        }
        position += 1
      } else if let (escaped, length) = escape(scalars[position...]) {
        text.unicodeScalars.append(escaped)
        position += length
        continue
      }
      text.unicodeScalars.append(scalars[position])
      position += 1
    }
    throw .unexpected(found: "", column: scalars.count + 1, expected: "a closing \(close)")
  }

  private static func escape(_ rest: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, length: Int)? {
    guard rest.starts(with: String.escape) else { return nil }
    let digits = rest.dropFirst(String.escape.count).prefix(8).prefix { $0 != "}" }
    let length = String.escape.count + digits.count
    guard rest.dropFirst(length).first == "}", let number = UInt32(string(digits), radix: 16),
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return (scalar, length + 1)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "`": "`", "“": "”"]
  private static let symbols: Set<Unicode.Scalar> = [
    "(", ")", ",", "=", "!", "<", ">", "≤", "≥", "≠", "&", "|",
  ]
  private static let pairs: Set<String> = ["==", "!=", "<=", ">=", "<>", "&&", "||"]
  private static let canonical = [
    "==": "=", "<>": "!=", "≤": "<=", "≥": ">=", "≠": "!=", "&&": "&", "||": "|",
  ]

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || symbols.contains(scalar) || quotes[scalar] != nil
  }
}

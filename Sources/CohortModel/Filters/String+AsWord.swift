import PrintableText

extension String {
  /// The text as one word of a condition or command: as it is where it can stand alone, else in quotes.
  ///
  /// A quote inside is doubled, and what commands a terminal or hides from a reader is written as `\u{…}`, so that
  /// every text is one line and reads back the same.
  package var asWord: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      let isPartOfWord =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "_-.+:/%".unicodeScalars.contains(scalar)
      return isPartOfWord && scalar.isPrintable
    }
    return isPlain && !isEmpty && !FilterToken.keywords.contains(lowercased()) ? self : quoted
  }

  /// The text in quotes, whether it needs them or not.
  var quoted: String {
    let scalars = Array(unicodeScalars)
    var quoted = "\""
    for (index, scalar) in scalars.enumerated() {
      let opensEscape = scalar == "\\" && scalars.dropFirst(index + 1).starts(with: Self.escape.dropFirst())
      if scalar == "\"" {
        quoted += "\"\""
      } else if opensEscape || !scalar.isPrintable {
        quoted += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What begins an escape.
  static let escape = Array("\\u{".unicodeScalars)
}

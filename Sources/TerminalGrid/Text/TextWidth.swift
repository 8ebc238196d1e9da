import PrintableText

/// How many columns a terminal gives to a text.
///
/// The rules are those of `wcwidth`, applied to what a reader takes for one character: wide East Asian
/// characters and emoji take two columns, combining marks none, everything else one (characters of ambiguous
/// width too). A character is never wider than two columns, however many scalars it is made of.
package enum TextWidth {
  /// Stands in a cell for a character that no cell can hold.
  package static let replacement: Character = "\u{FFFD}"

  /// The columns of a text as it is drawn, what is not printable made visible.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func columns(of text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      guard isPlain(scalar) else { return text.onOneLine.reduce(0) { $0 + columns(of: $1) } }
      count += 1
    }
    return count
  }

  /// Quickly says yes to nearly all that is ever measured: what is printable, one column wide, and a character of its
  /// own whatever stands beside it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: true
    // Greek; dashes, quotes and the dagger; superscripts and subscripts; arrows and mathematics; lines and blocks.
    case 0x370...0x3FF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x209F, 0x2190...0x22FF, 0x2500...0x259F:
      true
    default: false
    }
  }

  package static func columns(of character: Character) -> Int {
    if isBoxOrASCII(character) { return 1 }
    return min(2, character.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
  }

  /// The columns of one scalar by itself; 0 for a combining mark or an invisible format character.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    // The vowels and finals of Hangul join the syllable they follow.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return WideScalars.contains(scalar) ? 2 : 1
    }
  }

  /// The character as it may be put into a cell; ``replacement`` for one that is not printable or takes no column.
  ///
  /// The selectors that choose between a sign and a picture go, since terminals disagree on the columns of the result.
  package static func printable(_ character: Character) -> Character {
    if isBoxOrASCII(character) { return character }
    guard character.isPrintable, columns(of: character) > 0 else { return replacement }
    let scalars = character.unicodeScalars
    guard scalars.contains(where: { isVariationSelector($0) }) else { return character }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars.lazy.filter { !isVariationSelector($0) })
    return String(kept).first ?? replacement
  }

  /// Quickly says yes to what fills nearly every cell: printable ASCII, box drawing, blocks and braille.
  private static func isBoxOrASCII(_ character: Character) -> Bool {
    let bytes = character.utf8
    switch bytes.count {
    case 1: return bytes.first.map { (0x20...0x7E).contains($0) } ?? false
    case 3:
      // U+2500…259F and U+2800…28FF; no other three bytes of one character come between.
      let code = bytes.reduce(0) { $0 << 8 | UInt32($1) }
      return (0xE2_9480...0xE2_969F).contains(code) || (0xE2_A080...0xE2_A3BF).contains(code)
    default: return false
    }
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value)
  }
}

import PrintableText

/// The glyphs of which lines, marks and bars are made.
///
/// Unicode uses box drawing, blocks and arrows that every common monospace font has; ASCII is for terminals
/// and locales that have nothing else.
package enum Charset: String, Hashable, Sendable, CaseIterable {
  case unicode, ascii

  package var horizontal: Character { pick("─", "-") }
  package var vertical: Character { pick("│", "|") }
  package var topLeft: Character { pick("┌", "+") }
  package var topRight: Character { pick("┐", "+") }
  package var bottomLeft: Character { pick("└", "+") }
  package var bottomRight: Character { pick("┘", "+") }
  package var teeLeft: Character { pick("├", "+") }
  package var teeRight: Character { pick("┤", "+") }
  package var teeDown: Character { pick("┬", "+") }

  /// What stands for the part of a text that did not fit.
  package var ellipsis: String { pick("…", "~") }
  package var dot: Character { pick("·", ".") }
  /// A piece of an upright guide line in a plot.
  package var guide: Character { pick("┊", ":") }
  package var separator: String { pick(" · ", " | ") }
  /// Between the ends of a range.
  package var rangeDash: String { pick("–", "-") }
  package var expanded: Character { pick("▾", "v") }
  package var collapsed: Character { pick("▸", ">") }
  package var cursor: Character { pick("▌", ">") }
  package var up: Character { pick("↑", "^") }
  package var right: Character { pick("→", ">") }
  /// An estimate on its interval, and where an interval goes on beyond an end of the axis.
  package var estimate: Character { pick("■", "o") }
  package var beyondLeft: Character { pick("◂", "<") }
  package var beyondRight: Character { pick("▸", ">") }

  /// A bar of eighths of a column: entry *k* fills *k* eighths, the last one the whole cell.
  package var horizontalEighths: [Character] {
    self == .unicode
      ? [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"] : [" ", " ", " ", " ", "-", "-", "-", "-", "#"]
  }

  /// A bar of eighths of a row, for small histograms: entry *k* fills *k* eighths from below.
  package var verticalEighths: [Character] {
    self == .unicode
      ? [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : [" ", "_", "_", ".", ".", ":", ":", "|", "#"]
  }

  /// A horizontal bar for a share of a width, drawn to an eighth of a column.
  ///
  /// A share above zero always shows something, so that a rare level is not taken for an absent one.
  package func bar(share: Double, columns: Int) -> String {
    guard columns > 0, share > 0 else { return "" }
    let eighths = max(1, Int((min(share, 1) * Double(columns) * 8).rounded()))
    let full = String(repeating: horizontalEighths[8], count: eighths / 8)
    guard eighths % 8 > 0 else { return full }
    let rest = horizontalEighths[eighths % 8]
    return full + (rest == " " ? (full.isEmpty ? String(horizontalEighths[4]) : "") : String(rest))
  }

  /// The text as this charset can show it without changing its meaning: in ASCII `≤ 12` becomes `<= 12`, and `χ²₁`
  /// `chi2(1)`, which without its subscript would be another number; words of other scripts are written in Latin
  /// letters, so that two names do not become the same question marks.
  package func spelled(_ text: String) -> String {
    guard self == .ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var spelled = ""
    var isSubscript = false
    // What commands a terminal is made visible first: its code point alone would say nothing.
    for character in text.onOneLine {
      let digit = Self.subscripts.firstIndex(of: character)
      if isSubscript != (digit != nil) {
        spelled += digit == nil ? ")" : "("
        isSubscript.toggle()
      }
      spelled += digit.map(String.init) ?? Self.words[character] ?? String(character)
    }
    return ASCIISubstitute.spelling(of: isSubscript ? spelled + ")" : spelled)
  }

  private static let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")
  private static let words: [Character: String] = ["≤": "<=", "≥": ">=", "≠": "!=", "χ": "chi", "†": "!"]

  private func pick<Glyph>(_ unicode: Glyph, _ ascii: Glyph) -> Glyph { self == .unicode ? unicode : ascii }
}

/// The size of letters in points, and their weight.
package struct Font: Hashable, Sendable {
  package var size: Double
  package var isBold: Bool

  package init(size: Double, isBold: Bool = false) { (self.size, self.isBold) = (size, isBold) }

  /// From the base line up to the tallest letters, and down to the lowest.
  var ascent: Double { size * 0.78 }
  var descent: Double { size * 0.23 }
  /// From one base line to the next.
  var leading: Double { size * 1.28 }
}

/// One line of text at its place.
package struct Label: Hashable, Sendable {
  package var text: String
  /// Where the base line begins.
  package var origin: Drawing.Point
  package var font: Font
  package var ink: Ink
  /// Measured when it was placed.
  package var width: Double
  /// Whether it runs upwards.
  package var isUpright = false

  /// What it takes up on the page.
  package var box: Box {
    isUpright
      ? Box(
        left: origin.x - font.ascent, top: origin.y - width, right: origin.x + font.descent,
        bottom: origin.y)
      : Box(
        left: origin.x, top: origin.y - font.ascent, right: origin.x + width,
        bottom: origin.y + font.descent)
  }
}

/// What knows how wide a text is; asked before anything is drawn.
package protocol TextMeasure {
  /// In points.
  func width(_ text: String, _ font: Font) -> Double
}

extension TextMeasure {
  /// The text in lines of at most so many points, broken between words; a word that is wider is broken itself.
  func lines(_ text: String, _ font: Font, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.words {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if self.width(longer, font) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while line.count > 1, self.width(line, font) > width {
        let head = head(of: line, font, width: width)
        lines.append(head)
        line = String(line.dropFirst(head.count))
      }
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// As many characters as fit, one at least; up to a joint of the word where it has one.
  private func head(of word: String, _ font: Font, width: Double) -> String {
    var head = ""
    for character in word {
      guard head.isEmpty || self.width(head + String(character), font) <= width else { break }
      head.append(character)
    }
    let joint = head.dropFirst().lastIndex { "+-_/,;:.|".contains($0) }
    return joint.map { String(head[...$0]) } ?? head
  }
}

extension String {
  /// The words; what separates parts of a sentence stays at the end of a line.
  fileprivate var words: [String] {
    split(separator: " ").reduce(into: []) { words, word in
      if word == "·", let last = words.popLast() {
        words.append("\(last) ·")
      } else {
        words.append(String(word))
      }
    }
  }
}

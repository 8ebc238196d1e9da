extension Unicode.Scalar {
  /// Whether the character shows as itself, wherever it stands.
  ///
  /// Not control characters, which command a terminal; not those that turn the direction of writing, end a line or
  /// cannot be seen at all, which deceive a reader.
  package var isPrintable: Bool {
    switch value {
    // Nearly all of what is ever asked: ASCII, Latin letters, box drawing.
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2070...0x3163: true
    case ..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0xFFF9...0xFFFB: false
    default: !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
    }
  }

  /// What stands for a character that is not printable: its control picture, or its number as in `⟨U+202E⟩`.
  package var picture: String {
    switch value {
    case ..<0x20: Unicode.Scalar(0x2400 + value).map { String($0) } ?? ""
    case 0x7F: "\u{2421}"
    default:
      "⟨U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal + "⟩"
    }
  }

  private var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}

extension Unicode.Scalar {
  /// Whether an invisible character says how its neighbours are drawn, as in 👩‍⚕️ and می‌خواهم, and so may stay.
  ///
  /// Between plain Latin letters it would only make two texts look alike.
  func belongs(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
    guard let before, before.isPrintable || before.properties.isVariationSelector || before.isTag else {
      return false
    }
    if isTag { return before.value == 0x1F3F4 || before.isTag }
    let joinsToo = before.value > 0x36F
    if properties.isVariationSelector {
      guard before.isPrintable else { return false }
      let isPicture = before.properties.isEmoji && (before.value > 0x7F || after?.value == 0x20E3)
      return joinsToo || isPicture
    }
    return (0x200C...0x200D).contains(value) && joinsToo
      && after.map { $0.value > 0x36F && $0.isPrintable } ?? false
  }

  /// A letter or the end of a flag's region.
  private var isTag: Bool { (0xE0020...0xE007F).contains(value) }
}

extension Character {
  /// Whether the character shows as itself: its scalars are printable, or say how the one before is drawn.
  package var isPrintable: Bool {
    let scalars = unicodeScalars
    var before: Unicode.Scalar?
    for index in scalars.indices {
      let (scalar, next) = (scalars[index], scalars.index(after: index))
      // A joiner at the end belongs to what follows the character, if anything does.
      let after = next < scalars.endIndex ? scalars[next] : before
      guard scalar.isPrintable || scalar.belongs(between: before, and: after) else { return false }
      before = scalar
    }
    return true
  }
}

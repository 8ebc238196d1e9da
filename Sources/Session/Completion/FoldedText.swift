import Foundation

/// A text as it is searched: in small letters, with accents apart from their letters, compared byte by byte.
///
/// Comparing characters finds out for each of them, in every name anew, which marks belong to it; bytes differ at the
/// first.
package struct FoldedText: Equatable, Sendable {
  private let text: String

  package init(_ text: some StringProtocol) {
    let lowered = text.lowercased()
    let isASCII = lowered.utf8.allSatisfy { $0 < 0x80 }
    self.text = isASCII ? lowered : lowered.decomposedStringWithCanonicalMapping
  }

  package static func == (a: FoldedText, b: FoldedText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  package func hasPrefix(_ other: FoldedText) -> Bool { text.utf8.starts(with: other.text.utf8) }

  /// - Complexity: O(length · length of the other) at worst, where the text repeats its beginning.
  package func contains(_ other: FoldedText) -> Bool {
    let (bytes, wanted) = (text.utf8, other.text.utf8)
    guard let first = wanted.first else { return true }
    return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: wanted) }
  }

  /// Whether one of the words, and what follows it, begins as the other does.
  package func hasWord(_ other: FoldedText) -> Bool {
    var isInside = false
    for index in text.unicodeScalars.indices {
      let belongs = Self.isPartOfWord(text.unicodeScalars[index], isInside: isInside)
      if belongs, !isInside, text.utf8[index...].starts(with: other.text.utf8) { return true }
      isInside = belongs
    }
    return false
  }

  /// Letters and numbers, and marks on them.
  private static func isPartOfWord(_ scalar: Unicode.Scalar, isInside: Bool) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return isInside
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}

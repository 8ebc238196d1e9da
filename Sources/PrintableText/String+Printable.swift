/// Text that can be put on a terminal: it commands nothing and hides nothing.
///
/// Whatever comes from a file or a command line goes through one of these before anybody sees it. Letters with marks,
/// scripts of either direction and emoji stay as they are.
extension String {
  /// The text with what is not printable made visible; line feeds and tabs stay.
  package var printable: String { shown { $0 == "\n" || $0 == "\t" } }

  /// The text with what is not printable made visible, line breaks and tabs too.
  package var onOneLine: String { shown { _ in false } }

  /// - Complexity: O(length); a text in which nothing is to be changed is not copied.
  private func shown(keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    let scalars = unicodeScalars
    if scalars.allSatisfy({ $0.isPrintable || isKept($0) }) { return self }
    var shown = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for index in scalars.indices {
      let (scalar, next) = (scalars[index], scalars.index(after: index))
      let after = next < scalars.endIndex ? scalars[next] : nil
      if scalar.isPrintable || isKept(scalar) || scalar.belongs(between: before, and: after) {
        shown.append(scalar)
        before = scalar
      } else {
        shown.append(contentsOf: scalar.picture.unicodeScalars)
        before = nil
      }
    }
    return String(shown)
  }
}

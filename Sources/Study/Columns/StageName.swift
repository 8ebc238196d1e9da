/// A numbered step such as `CR2`, `Grade 3`, `IIIb` or `T1a`, taken apart.
struct StageName: Comparable {
  /// The word before the number, in lower case.
  let prefix: String
  let number: Int
  let suffix: String

  init?(_ text: String) {
    let plain = text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    let word = plain.prefix { $0.isLetter }
    let digits = plain.dropFirst(word.count).prefix { $0.isNumber }
    if !word.isEmpty, let number = Int(digits) {
      (prefix, self.number) = (String(word), number)
      suffix = String(plain.dropFirst(word.count + digits.count))
      guard suffix.allSatisfy({ $0.isLetter }) && suffix.count <= 1 else { return nil }
      return
    }
    var numeral = plain[...]
    var named = ""
    for word in ["stage", "grade", "figo", "stadium", "grad"] where numeral.hasPrefix(word) {
      numeral = numeral.dropFirst(word.count)
      named = word
      break
    }
    let letters = numeral.prefix { "iv".contains($0) }
    guard let number = Self.numerals.firstIndex(of: String(letters)) else { return nil }
    let rest = numeral.dropFirst(letters.count)
    guard rest.isEmpty || (rest.count <= 2 && rest.first.map { "abc".contains($0) } == true) else {
      return nil
    }
    (prefix, self.number, suffix) = (named.isEmpty ? "roman" : named, number, String(rest))
  }

  /// Whether steps with this word in front are an order and not just numbered names (`site 1`, `arm 2`).
  var isScale: Bool {
    !["site", "arm", "group", "center", "centre", "hospital", "cohort", "cluster", "batch", "p", "pt", "id"]
      .contains(prefix)
  }

  static func < (a: StageName, b: StageName) -> Bool { (a.number, a.suffix) < (b.number, b.suffix) }

  private static let numerals = ["0", "i", "ii", "iii", "iv", "v", "vi"]
}

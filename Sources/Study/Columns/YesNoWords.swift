/// The words for yes and no in the languages of the forms we have seen.
enum YesNoWords {
  static let no: Set<String> = [
    "no", "n", "false", "f", "nein", "non", "não", "nao", "nie", "nee", "nej", "ei", "0", "unchecked",
  ]
  static let yes: Set<String> = [
    "yes", "y", "true", "t", "ja", "j", "oui", "sí", "si", "sì", "s", "sim", "tak", "kyllä", "1", "checked",
  ]

  /// The texts with no before yes; `nil` where they are not one of each.
  ///
  /// Where only one of the two occurs, the other is added: nobody had the event, but the question was asked.
  static func order(_ texts: [String]) -> [String]? {
    let words = texts.map { $0.lowercased() }
    guard (1...2).contains(words.count), words.allSatisfy({ no.contains($0) || yes.contains($0) }) else {
      return nil
    }
    if words.count == 1 { return complete(texts[0]) }
    if no.contains(words[0]), yes.contains(words[1]) { return texts }
    return no.contains(words[1]) && yes.contains(words[0]) ? [texts[1], texts[0]] : nil
  }

  private static let pairs = [
    ("0", "1"), ("no", "yes"), ("n", "y"), ("false", "true"), ("f", "t"), ("nein", "ja"), ("non", "oui"),
    ("não", "sim"), ("nao", "sim"), ("nie", "tak"), ("no", "sí"), ("no", "sì"), ("no", "si"),
    ("unchecked", "checked"),
  ]

  /// A lone text and its opposite, in the letter case of the one that is there.
  private static func complete(_ text: String) -> [String]? {
    let word = text.lowercased()
    guard let pair = pairs.first(where: { $0.0 == word || $0.1 == word }) else { return nil }
    let other = pair.0 == word ? pair.1 : pair.0
    let isUpper = word != text && text == text.uppercased()
    let isTitle = !isUpper && word != text
    let written =
      isUpper ? other.uppercased() : isTitle ? other.prefix(1).uppercased() + other.dropFirst() : other
    return pair.0 == word ? [text, written] : [written, text]
  }
}

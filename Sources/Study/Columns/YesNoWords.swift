/// The words for yes and no in the languages of the forms we have seen.
enum YesNoWords {
  static let no: Set<String> = [
    "no", "n", "false", "f", "nein", "non", "não", "nao", "nie", "nee", "nej", "ei", "0", "unchecked",
  ]
  static let yes: Set<String> = [
    "yes", "y", "true", "t", "ja", "j", "oui", "sí", "si", "sì", "s", "sim", "tak", "kyllä", "1", "checked",
  ]

  /// The texts with no before yes; `nil` where they are not one of each, or one of either.
  static func order(_ texts: [String]) -> [String]? {
    let words = texts.map { $0.lowercased() }
    guard (1...2).contains(words.count), words.allSatisfy({ no.contains($0) || yes.contains($0) }) else {
      return nil
    }
    if words.count == 1 { return ["0", "1", "n", "y", "f", "t", "j", "s"].contains(words[0]) ? nil : texts }
    if no.contains(words[0]), yes.contains(words[1]) { return texts }
    return no.contains(words[1]) && yes.contains(words[0]) ? [texts[1], texts[0]] : nil
  }
}

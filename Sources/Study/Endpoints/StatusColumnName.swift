/// What the name of a status column says: which event it is about.
struct StatusColumnName {
  /// The canonical stem, as in ``TimeColumnName``.
  let stem: String
  /// Whether a word for status stands in the name.
  let isExplicit: Bool
  /// Whether 1 means censored: CDISC's `CNSR` and columns called `censored`.
  let isInverted: Bool
  /// Whether the name speaks of censoring, but may mean either: as in `cens`, where 1 is often the event.
  let isAmbiguous: Bool

  init(_ name: String) {
    let words = NameWords(name).words
    isInverted = words.contains { ["cnsr", "censored", "censoring", "zensiert"].contains($0) }
    isAmbiguous = words.contains { ["cens", "censor"].contains($0) }
    let rest = words.filter { !Self.statusWords.contains($0) }
    if rest.count < words.count {
      (stem, isExplicit) = (KnownEndpoint.canonical(rest.joined(separator: "_")), true)
    } else if words.count == 1, let compound = Self.compound(words[0]) {
      (stem, isExplicit) = (KnownEndpoint.canonical(compound), true)
    } else {
      (stem, isExplicit) = (KnownEndpoint.canonical(words.joined(separator: "_")), false)
    }
  }

  /// The stem of a name written as one word, such as `fustat`, `osstatus` or `d1`.
  private static func compound(_ word: String) -> String? {
    for ending in ["status", "stat", "event", "cens"]
    where word.hasSuffix(ending) && word.count > ending.count {
      return String(word.dropLast(ending.count))
    }
    if word.count == 2, word.hasPrefix("d") { return "#" + word.dropFirst() }
    return nil
  }

  private static let statusWords: Set<String> = [
    "status", "event", "stat", "s", "cens", "censor", "censored", "censoring", "cnsr", "zensiert", "delta",
    "ind",
    "indicator", "state", "failure", "evt", "e", "estado", "statut", "stato", "recode", "0", "1",
  ]
}

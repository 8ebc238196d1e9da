/// What the name of a column of times says: which event the time leads to.
struct TimeColumnName {
  /// The canonical stem: `os` of `OS_MONTHS`, `srv` and `death_time`; empty for plain `time` and follow-up.
  let stem: String
  /// Whether a word for time stands in the name.
  let isExplicit: Bool

  init(_ name: String) {
    let words = NameWords(name).words
    let rest = words.filter { !Self.timeWords.contains($0) && TimeUnitWords.unit(of: $0) == nil }
    if rest.count < words.count {
      (stem, isExplicit) = (KnownEndpoint.canonical(rest.joined(separator: "_")), true)
    } else if words.count == 1, let compound = Self.compound(words[0]) {
      (stem, isExplicit) = (KnownEndpoint.canonical(compound), true)
    } else {
      (stem, isExplicit) = (KnownEndpoint.canonical(words.joined(separator: "_")), false)
    }
  }

  /// The stem of a name written as one word, such as `futime`, `rfstime`, `intxsurv` or `t1`.
  private static func compound(_ word: String) -> String? {
    for ending in ["time", "months", "days", "years"]
    where word.hasSuffix(ending) && word.count > ending.count {
      return String(word.dropLast(ending.count))
    }
    if word.hasPrefix("intx"), word.count > 4 { return String(word.dropFirst(4)) }
    if word.count == 2, word.hasPrefix("t") { return "#" + word.dropFirst() }
    return nil
  }

  private static let timeWords: Set<String> = [
    "time", "times", "t", "tte", "dur", "duration", "zeit", "tiempo", "temps", "tempo", "tid", "aval",
  ]
}

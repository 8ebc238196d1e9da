/// What one text of a status column says of a patient, by the words and the shorthand of the clinic.
enum StatusWord: Equatable {
  /// Alive when last seen, with or without disease.
  case alive
  /// Alive with the disease, or after a relapse: no death, but not free of disease either.
  case aliveWithDisease
  /// The event in question did not happen, or the patient is censored.
  case noEvent
  /// No longer followed: lost, moved away, consent withdrawn.  Censored when last seen.
  case lost
  /// Dead; the cause where the text gives one.
  case dead(of: String?)
  /// Alive, or dead of something else: what registries put against the deaths from one disease.
  case aliveOrOtherDeath
  /// Some other event, such as a relapse.
  case event
  case yes, no
  case notUnderstood

  /// - Complexity: O(length of the text).
  init(_ text: String) {
    let words = Self.words(text)
    let phrase = words.joined(separator: " ")
    if let word = words.first, words.count == 1, let plain = Self.single(word) {
      self = plain
    } else if let known = Self.phrases[phrase] {
      self = known
    } else if text.hasPrefix("[") || text.contains("?") || words.isEmpty {
      self = .notUnderstood
    } else {
      self = Self.meaning(of: words)
    }
  }

  /// The words of a text in lower case and without accents; the number before a colon or an equals sign is no word.
  private static func words(_ text: String) -> [String] {
    // `DiseaseFree` is two words as in the name of a column.
    NameWords(StatusNumber(text)?.word ?? text).words
  }

  private static func single(_ word: String) -> StatusWord? {
    if YesNoWords.yes.contains(word) { return .yes }
    if YesNoWords.no.contains(word), word != "none" { return .no }
    if let cause = StatusVocabulary.deathsByInitials[word] { return .dead(of: cause) }
    if word == "awd" { return .aliveWithDisease }
    return StatusVocabulary.aliveByInitials.contains(word) ? .alive : nil
  }

  private static func meaning(of words: [String]) -> StatusWord {
    guard !words.contains(where: StatusVocabulary.hedges.contains) else { return .notUnderstood }
    // “Not known to be dead” says nothing.
    if words.contains("known"), words.contains(where: StatusVocabulary.negations.contains) {
      return .notUnderstood
    }
    if words.count > 1, let last = words.last, let answer = answer(last) {
      return answered(meaning(of: Array(words.dropLast())), answer)
    }
    let dead = words.firstIndex(where: StatusVocabulary.dead.contains)
    let alive = words.firstIndex(where: StatusVocabulary.alive.contains)
    switch (dead, alive) {
    case (.some, .some):
      return words.contains { ["or", "oder", "o", "ou"].contains($0) } ? .aliveOrOtherDeath : .notUnderstood
    case (let dead?, nil): return isNegated(words, at: dead) ? .alive : .dead(of: cause(words))
    case (nil, let alive?):
      if isNegated(words, at: alive) { return .dead(of: nil) }
      return hasDisease(words) ? .aliveWithDisease : .alive
    case (nil, nil): break
    }
    if isLost(words) { return .lost }
    let isNegated = words.contains(where: StatusVocabulary.negations.contains)
    if let last = words.last, freeWords.contains(last) { return isNegated ? .event : .noEvent }
    guard words.contains(where: StatusVocabulary.events.contains) else {
      return words.allSatisfy(StatusVocabulary.censored.contains) ? .noEvent : .notUnderstood
    }
    return isNegated ? .noEvent : .event
  }

  /// A yes or a no behind what it answers: `Death: No`.
  private static func answer(_ word: String) -> Bool? {
    guard word.count > 1 else { return nil }
    return YesNoWords.yes.contains(word) ? true : YesNoWords.no.contains(word) ? false : nil
  }

  private static func answered(_ word: StatusWord, _ isSo: Bool) -> StatusWord {
    switch word {
    case .dead: isSo ? .dead(of: nil) : .alive
    case .alive, .aliveWithDisease: isSo ? word : .dead(of: nil)
    case .event: isSo ? .event : .noEvent
    case .noEvent: isSo ? .noEvent : .event
    default: .notUnderstood
    }
  }

  /// Whether the word before says that it is not so: `not dead`, `no longer alive`, but not `no relapse, alive`.
  private static func isNegated(_ words: [String], at index: Int) -> Bool {
    let links: Set<String> = [
      "longer", "yet", "evidence", "of", "to", "be", "mehr", "am", "in", "en", "more",
    ]
    return words[..<index].last { !links.contains($0) }.map(StatusVocabulary.negations.contains) ?? false
  }

  /// Whether an event or disease is named beside being alive, and not denied.
  private static func hasDisease(_ words: [String]) -> Bool {
    guard !words.contains(where: StatusVocabulary.negations.contains),
      !words.contains(where: freeWords.contains)
    else {
      return false
    }
    return words.contains {
      StatusVocabulary.events.contains($0) || ["disease", "tumor", "tumour", "cancer"].contains($0)
    }
  }

  private static let freeWords: Set<String> = ["free", "frei", "libre", "libero", "diseasefree", "eventfree"]

  private static func isLost(_ words: [String]) -> Bool {
    if words.contains(where: StatusVocabulary.lost.contains) || words == ["drop", "out"] { return true }
    return words.contains("withdraw") && words.contains("consent")
      || words.contains { $0 == "lost" || $0 == "loss" }
        && words.allSatisfy { StatusVocabulary.lossWords.contains($0) }
  }

  /// What is left of a text when the words for death are taken away.
  private static func cause(_ words: [String]) -> String? {
    let rest = words.filter { !StatusVocabulary.dead.contains($0) && !$0.allSatisfy(\.isNumber) }
    return rest.contains {
      !["of", "from", "the", "due", "to", "an", "de", "von", "di", "patient"].contains($0)
    }
      ? words.joined(separator: " ") : nil
  }

  private static let phrases: [String: StatusWord] = [
    "none": .noEvent, "no evidence of disease": .alive, "still living": .alive, "passed away": .dead(of: nil),
    "study end": .noEvent, "nicht erreichbar": .lost, "am leben": .alive,
    "en vie": .alive, "in vita": .alive, "in leven": .alive, "i live": .alive, "i livet": .alive,
    "complete remission": .noEvent, "remission": .noEvent, "in remission": .noEvent,
    "first remission": .noEvent,
    "with tumor": .event, "with tumour": .event, "on study": .noEvent, "in follow up": .noEvent,
    "under observation": .noEvent, "end of study": .noEvent, "administrative censoring": .noEvent,
  ]
}

/// A status written as a number and a word, such as `1:DECEASED`, `0 = alive` or `2 - relapse`.
struct StatusNumber: Equatable {
  let number: Int
  let word: String

  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    guard let sign = rest.first, ":=-–.)".contains(sign) else { return nil }
    let word = rest.dropFirst().trimmingBlanks
    guard let first = word.first, !first.isNumber else { return nil }
    (self.number, self.word) = (number, word)
  }
}

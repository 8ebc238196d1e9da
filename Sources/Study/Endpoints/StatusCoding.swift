/// Finds out what the values of a status column mean, by the words and numbers that people use.
enum StatusCoding {
  /// What each text means; `nil` where some of them cannot be understood, or none means “no event”.
  ///
  /// - Numbers: 0 is censored and 1, 2, … are causes; without a 0, 1 is censored and 2 the event, but a column of
  ///   nothing but 1 is all events. Gaps in the sequence and 8, 9, 99, −1 mean that nobody knows.
  /// - `0:LIVING`, `1:DECEASED`: the number decides, the word names the event.
  /// - Words: one that means alive or censored, and others, each a cause of its own where there are several.
  /// - Parameter event: what the event is called where the values do not say.
  static func meanings(of texts: [String], event: String) -> [StatusCode]? {
    numbered(texts) ?? numeric(texts, event: event) ?? worded(texts, event: event)
  }

  /// The coding of CDISC's CNSR: 0 is the event, every other number a reason for censoring.
  static func inverted(_ texts: [String], event: String) -> [StatusCode]? {
    let numbers = texts.map { WrittenNumber($0)?.value }
    guard numbers.allSatisfy({ $0 != nil }) else {
      return YesNoWords.order(texts).map { _ in
        texts.map { StatusCode($0, YesNoWords.yes.contains($0.lowercased()) ? .censored : .event(event)) }
      }
    }
    return zip(texts, numbers).map { StatusCode($0, $1 == 0 ? .event(event) : .censored) }
  }

  private static func numbered(_ texts: [String]) -> [StatusCode]? {
    var codes: [StatusCode] = []
    for text in texts {
      guard let number = text.first?.wholeNumberValue, text.dropFirst().first == ":" else { return nil }
      codes.append(
        StatusCode(text, number == 0 ? .censored : .event(text.dropFirst(2).trimmingBlanks.lowercased())))
    }
    return codes.isEmpty ? nil : codes
  }

  private static func numeric(_ texts: [String], event: String) -> [StatusCode]? {
    let numbers = texts.compactMap { WrittenNumber($0) }
    let values = numbers.map(\.value)
    guard !texts.isEmpty, numbers.count == texts.count, values.allSatisfy({ $0 == $0.rounded() }) else {
      return nil
    }
    let known = Set(values)
    if known.contains(0) || known == [1] {
      // Causes are numbered without gaps.
      var last = 0.0
      while known.contains(last + 1), last < 7 { last += 1 }
      return zip(texts, values).map { text, value in
        let meaning: StatusCode.Meaning =
          value == 0
          ? .censored
          : value > 0 && value <= last ? .event(last > 1 ? "cause \(Int(value))" : event) : .unknown
        return StatusCode(text, meaning)
      }
    }
    guard known.isSubset(of: [1, 2, 8, 9, 99, -1, -9]), known.contains(2) else { return nil }
    return zip(texts, values).map { StatusCode($0, $1 == 1 ? .censored : $1 == 2 ? .event(event) : .unknown) }
  }

  private static func worded(_ texts: [String], event: String) -> [StatusCode]? {
    let words = texts.map { $0.lowercased() }
    let others = words.filter { !noEvent.contains($0) && !unclear.contains($0) }
    let isKnown = { (word: String) in events.contains(word) || YesNoWords.yes.contains(word) }
    // A single unknown word is an event only beside a word that means that there was none.
    guard words.contains(where: noEvent.contains) || (others.count == 1 && others.allSatisfy(isKnown)) else {
      return nil
    }
    guard others.count <= 8, others.count != 1 || others.allSatisfy(isKnown) || words.count == 2 else {
      return nil
    }
    return zip(texts, words).map { text, word in
      if noEvent.contains(word) { return StatusCode(text, .censored) }
      if unclear.contains(word) { return StatusCode(text, .unknown) }
      return StatusCode(text, .event(others.count > 1 ? word : event))
    }
  }

  /// Whether the values tell the living from the dead, and nothing else.
  static func tellsDead(_ texts: [String]) -> Bool {
    let words = texts.map { $0.lowercased() }.filter { !unclear.contains($0) }
    return words.count == 2 && words.contains(where: deaths.contains)
  }

  private static let deaths: Set<String> = [
    "dead", "deceased", "died", "death", "tot", "gestorben", "verstorben", "muerto", "muerta", "fallecido",
    "fallecida", "mort", "morte", "décédé", "décédée", "decede", "morto", "morta", "deceduto", "deceduta",
    "overleden", "dood", "falecido", "óbito", "zmarł", "1:deceased", "1:dead",
  ]

  private static let noEvent: Set<String> = YesNoWords.no.union([
    "alive", "living", "lebend", "lebt", "am leben", "vivo", "viva", "vivant", "vivante", "en vie", "in vita",
    "levend", "żyje", "censored", "cens", "censor", "zensiert", "censurado", "censuré", "censurato", "none",
    "no event", "no_event", "event-free", "event free", "disease-free", "disease free", "diseasefree",
    "relapse-free", "progression-free", "not recurred", "ned", "tumor free", "tumour free", "alive/censored",
  ])
  private static let events: Set<String> = deaths.union([
    "event", "relapse", "relapsed", "recurrence", "recurred",
    "progression", "progressed", "failure", "failed", "recurred/progressed", "with tumor",
  ])
  private static let unclear: Set<String> = [
    "lost", "lost to follow-up", "lost to follow up", "ltfu", "withdrawn", "not reported", "not evaluable",
    "8",
    "9", "99", "-1", "-9",
  ]
}

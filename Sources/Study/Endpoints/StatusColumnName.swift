/// What the name of a status column says: which event it is about, and which way round it is coded.
struct StatusColumnName {
  /// Which of two codes, 0 or 1, the name calls the event.
  enum Direction: Equatable {
    /// 1 is the event, as in `death`.
    case event
    /// 1 is alive, as in `alive` and `survived`.
    case alive
    /// 1 is censored by a standard: CDISC's `CNSR`.
    case censored
    /// The name speaks of censoring, where both codings are in use: `cens`, `censored`, `censrec`.
    case ambiguous
    /// Vital status, which TCGA codes 1 and cancer registries (NAACCR) 0 for the dead.
    case vital
    /// The name has words of life and of death, and does not say which code is which.
    case open
  }

  /// The name itself in lower case: a header repeated among the values is no status.
  let text: String
  /// The canonical stem, as in ``TimeColumnName``.
  let stem: String
  /// Whether a word for status stands in the name.
  let isExplicit: Bool
  let direction: Direction
  /// Whether the name is that of survival itself, where a yes may mean the survivor or the event.
  let isSurvival: Bool
  /// Whether the name says that a yes is censored, as in `censored: yes`.
  let saysCensored: Bool
  /// Whether the values name events, so that a word of their own is one: `event`, `cause_of_death`.
  let namesEvents: Bool

  init(_ name: String) {
    let words = NameWords(name).words
    text = name.lowercased()
    direction = Self.direction(words)
    isSurvival =
      words.contains("survival") && !words.contains { ["event", "status", "death", "free"].contains($0) }
    saysCensored =
      direction == .ambiguous
      || words.contains {
        ["censored", "zensiert", "censure", "censurado", "censurato", "gecensureerd"].contains($0)
      }
    namesEvents = words.contains {
      ["event", "cause", "cod", "causa", "ursache", "outcome", "evt", "evento"].contains($0)
    }
    if direction == .open
      || words.contains(where: StatusVocabulary.alive.contains) && Self.codebook(words) != nil
      || direction == .alive && words.contains(where: StatusVocabulary.alive.contains)
    {
      (stem, isExplicit) = (
        Self.isAtATime(words) ? words.joined(separator: "_") : "os",
        words.contains { Self.statusWords.contains($0) }
      )
      return
    }
    let rest = words.filter { !Self.statusWords.contains($0) && !Self.fillers.contains($0) }
    if rest.count == 1, words.count == 1, let compound = Self.compound(rest[0]) {
      (stem, isExplicit) = (KnownEndpoint.canonical(compound), true)
    } else {
      var rest = rest
      if direction == .alive {
        rest = rest.filter { !["no", "non", "without", "ohne", "kein", "free"].contains($0) }
      }
      if direction == .alive, rest.isEmpty || rest == ["disease"] { rest = rest.isEmpty ? [] : ["relapse"] }
      let isStatus = direction == .alive || words.contains { Self.statusWords.contains($0) }
      (stem, isExplicit) = (
        KnownEndpoint.canonical(rest.joined(separator: "_")), isStatus && !Self.isOther(words)
      )
    }
  }

  /// Whether the status of something else than the patient's follow-up is meant.
  private static func isOther(_ words: [String]) -> Bool {
    words.contains {
      ["performance", "ecog", "karnofsky", "zubrod", "marital", "smoking", "menopausal", "sample"].contains(
        $0)
    }
  }

  /// Whether the status is that of one time only, such as `alive_at_1_year`.
  private static func isAtATime(_ words: [String]) -> Bool {
    words.contains("at") && words.contains { word in word.contains { $0.isNumber } }
      || words.contains { $0.hasPrefix("aliveat") }
  }

  /// What a name that lists its codes says: `status (0=alive; 1=dead)`.
  private static func codebook(_ words: [String]) -> Direction? {
    var meanings: [String: Bool] = [:]
    for (number, word) in zip(words, words.dropFirst()) where ["0", "1"].contains(number) {
      if StatusVocabulary.alive.contains(word) { meanings[number] = false }
      if StatusVocabulary.dead.contains(word) { meanings[number] = true }
    }
    if meanings["0"] == false, meanings["1"] == true { return .event }
    return meanings["0"] == true && meanings["1"] == false ? .alive : nil
  }

  /// Whether nothing but the patient's being alive is meant: not a living donor, nor who lives alone.
  private static func isAboutLife(_ words: [String]) -> Bool {
    let ambiguous: Set<String> = ["well", "lives", "sag", "zon", "liv", "aw"]
    return words.allSatisfy { word in
      (StatusVocabulary.alive.contains(word) && !ambiguous.contains(word)) || statusWords.contains(word)
        || fillers.contains(word) || word == "still" || word.allSatisfy(\.isNumber)
    }
  }

  private static func direction(_ words: [String]) -> Direction {
    let joined = words.joined()
    if words.contains("cnsr") { return .censored }
    if joined.hasPrefix("cens") || joined.hasPrefix("zens") || joined.hasPrefix("gecens")
      || joined.contains("censor")
      || words.contains("cens")
    {
      return .ambiguous
    }
    let hasLife = words.contains(where: StatusVocabulary.alive.contains)
    if hasLife, words.contains(where: StatusVocabulary.dead.contains) { return codebook(words) ?? .open }
    if hasLife, isAboutLife(words) { return .alive }
    // A flag of what did not happen: `relapse_free`, `no_event`.
    let isStatus = words.contains { ["status", "survival", "stat"].contains($0) }
    let isFree = words.count > 1 && words.last == "free"
    let isNegated =
      words.count > 1 && words.first.map { ["no", "non", "without", "ohne", "kein"].contains($0) } == true
    if !isStatus, isFree || isNegated,
      words.contains(where: { StatusVocabulary.events.contains($0) || $0 == "disease" })
    {
      return .alive
    }
    return words.contains("vital") || joined.contains("vitalstat") ? .vital : .event
  }

  /// The stem of a name written as one word, such as `fustat`, `osstatus`, `censrec` or `d1`.
  private static func compound(_ word: String) -> String? {
    for ending in ["status", "stat", "event", "cens", "ind", "censor"]
    where word.hasSuffix(ending) && word.count > ending.count + (ending == "ind" ? 1 : 0) {
      return String(word.dropLast(ending.count))
    }
    for beginning in ["cens", "status", "is", "stat"]
    where word.hasPrefix(beginning) && word.count > beginning.count + 1 {
      let rest = String(word.dropFirst(beginning.count))
      if beginning != "is" || KnownEndpoint.canonical(rest) == "os" {
        return rest.allSatisfy(\.isNumber) ? "" : rest
      }
    }
    if word.count == 2, word.hasPrefix("d"), word.last?.isNumber == true { return "#" + word.dropFirst() }
    return nil
  }

  private static let statusWords: Set<String> = [
    "outcome", "result", "zustand", "estatus", "situacion", "situazione", "situacao", "tilstand", "esito",
    "ausgang", "uitkomst", "utfall", "udfald", "wynik", "stav",
    "status", "event", "stat", "s", "cens", "censor", "censored", "censoring", "cnsr", "zensiert", "delta",
    "ind", "indicator", "indic", "state", "evt", "e", "estado", "statut", "stato", "recode", "etat", "stan",
    "status2", "event2", "d", "dth", "flag", "fl", "evento", "ereignis", "zensur", "toestand",
  ]
  private static let fillers: Set<String> = [
    "known", "current", "overall_status", "in", "am", "en", "vida", "del", "de", "du", "della", "des",
    "paciente", "paziente", "pacjenta", "patienten", "fine", "fin", "ende", "kontakt", "ultimo", "ultima",
    "letzter", "jan", "ja", "nein",
    "cr", "of", "the", "is", "was", "has", "study", "cutoff", "used", "patient", "patients", "pt",
    "demographic",
    "diagnoses", "at", "last", "fu", "contact", "followup", "follow", "up", "any", "final", "new", "yes",
    "no", "yn", "y", "n",
    "code", "num", "bin", "binary", "0", "1", "2",
  ]
}

/// What the name of a column of times says: which event the time leads to.
struct TimeColumnName {
  enum Form: Equatable {
    /// A word for time stands in the name, or a word for follow-up.
    case explicit
    /// Nothing but a unit: `week`.
    case unit
    /// An endpoint's name alone, as in `OS` or `srv`: a time only beside a status.
    case bare
    /// The time of the last contact, which for the dead may be long before their death.
    case lastContact
    /// Something else than follow-up: a calendar year, an age, a wait, a visit.
    case other
  }

  /// The canonical stem: `os` of `OS_MONTHS`, `srv` and `death_time`; empty for plain `time` and follow-up.
  let stem: String
  let form: Form

  init(_ name: String) {
    let all = NameWords(name).words
    let words = Self.destination(all)
    if Self.isOther(all, destination: words) {
      (stem, form) = (words.joined(separator: "_"), .other)
      return
    }
    let isUnit = { (word: String) in TimeUnitWords.unit(of: word) != nil || word == "yr" }
    let rest = words.filter { !Self.timeWords.contains($0) && !isUnit($0) && !Self.fillers.contains($0) }
    if all.contains(where: {
      ["last", "letzter", "letzte", "ultimo", "ultima", "dernier", "derniere"].contains($0)
    }),
      all.contains(where: Self.contacts.contains)
    {
      (stem, form) = ("", .lastContact)
    } else if rest.isEmpty {
      let hasTime = words.contains(where: Self.timeWords.contains)
      let isExplicit = hasTime || (all.count > 1 && words.contains(where: isUnit))
      (stem, form) = ("", isExplicit ? .explicit : words.contains(where: isUnit) ? .unit : .other)
    } else if all.contains(where: { Self.timeWords.contains($0) || isUnit($0) })
      || all.contains("to") && all.count > words.count
    {
      (stem, form) = (KnownEndpoint.canonical(rest.joined(separator: "_")), .explicit)
    } else if words.count == 1, let compound = Self.compound(words[0]) {
      (stem, form) = (KnownEndpoint.canonical(compound), .explicit)
    } else {
      let plain = rest.joined(separator: "_")
      let canonical = KnownEndpoint.canonical(plain)
      let isFollowUp = canonical.isEmpty && Self.contacts.contains(words[0])
      (stem, form) = (
        canonical, isFollowUp || Self.survival.contains(plain) ? .explicit : .bare
      )
    }
  }

  /// The words after the last “to”, else those before “since” or “from”.
  private static func destination(_ words: [String]) -> [String] {
    if let to = words.lastIndex(where: { ["to", "until", "till", "bis", "hasta", "jusqu"].contains($0) }),
      to + 1 < words.count
    {
      // The unit may stand before: `days_to_death`.
      return Array(words[(to + 1)...])
    }
    if let since = words.firstIndex(where: {
      ["since", "from", "after", "post", "seit", "nach", "desde", "depuis", "dopo", "dal", "dalla"].contains(
        $0)
    }), since > 0 {
      return Array(words[..<since])
    }
    return words
  }

  private static func isOther(_ words: [String], destination: [String]) -> Bool {
    if destination.contains(where: others.contains) { return true }
    // A year is a time only beside the name of an endpoint: `os_year`, but not `year_of_death`.
    let years: Set<String> = ["year", "yr", "jahr", "anno", "ano", "annee", "yob", "dxyr", "diagyr", "rok"]
    let isYear = words.count == 1 && words.contains { $0.hasSuffix("year") || $0.hasSuffix("yr") }
    if isYear || words.contains(where: years.contains) {
      return
        !(words.count == 2 && words.last == "year"
        && KnownEndpoint.isKnown(KnownEndpoint.canonical(words[0])))
    }
    let isStatus = words.contains { ["status", "event", "stat", "indicator", "flag"].contains($0) }
    let isTime = words.contains { timeWords.contains($0) || TimeUnitWords.unit(of: $0) != nil }
    // The number of a visit, not the time until it.
    let isCounted = words.contains { ["no", "nr", "number", "num", "count", "visits", "n"].contains($0) }
    if isCounted, !isTime, words.contains(where: contacts.contains) { return true }
    return words.contains("date") || words.contains("flag") || (isStatus && !isTime)
  }

  /// The stem of a name written as one word, such as `futime`, `rfstime`, `intxsurv`, `ttdeath` or `t1`.
  private static func compound(_ word: String) -> String? {
    if word == "lenfol" { return "" }
    for ending in [
      "time", "months", "month", "days", "years", "weeks", "zeit", "mos", "mths", "tage", "monate", "tid",
      "tijd",
      "dauer", "maanden", "meses", "mois", "mesi",
    ]
    where word.hasSuffix(ending) && word.count > ending.count {
      let rest = String(word.dropLast(ending.count))
      // `stage` ends like the German days.
      let isCommon = ["time", "months", "days", "years", "weeks"].contains(ending)
      return others.contains(rest)
        || (!isCommon && (rest.count < 2 || !KnownEndpoint.isKnown(KnownEndpoint.canonical(rest))))
        ? nil : rest
    }
    if word.hasPrefix("intx"), word.count > 4 { return String(word.dropFirst(4)) }
    for beginning in ["timeto", "tto", "tt", "time", "daysto", "t"] where word.hasPrefix(beginning) {
      let rest = String(word.dropFirst(beginning.count))
      let isKnown = KnownEndpoint.isKnown(KnownEndpoint.canonical(rest)) && !rest.isEmpty
      if isKnown, beginning.count > 1 || rest.count > 3 { return rest }
    }
    if ["ttr", "ttp"].contains(word) { return word }
    if word.count == 2, word.hasPrefix("t"), word.last?.isNumber == true { return "#" + word.dropFirst() }
    return nil
  }

  private static let survival: Set<String> = [
    "uberleben", "ueberleben", "gesamtuberleben", "survie_globale", "overlevelse", "overlevnad", "overleving",
    "przezycie", "sobrevivencia", "sopravvivenza_globale", "supervivencia_global", "sobrevida_global",
    "preziti", "totaloverlevelse",
    "survival", "surv", "overall_survival", "survivaltime", "uberleben", "survie", "supervivencia",
    "sopravvivenza", "sobrevida", "stime", "ttr", "ttp", "duration",
  ]

  private static let contacts: Set<String> = [
    "oppfolging", "opfolgning", "uppfoljning", "opvolging", "obserwacja", "obserwacji", "sledovani",
    "acompanhamento", "seguimento", "observation", "verlauf", "kontakta", "kontaktu", "contatto", "contacto",
    "contato",
    "contact", "follow", "followup", "fu", "fup", "seen", "kontakt", "nachsorge", "seguimiento", "suivi",
    "control",
    "nouvelles", "lastfu", "fut",
  ]

  private static let timeWords: Set<String> = [
    "delai", "duree", "observacion", "durata", "duracion", "duracao", "verlauf", "beobachtungszeit",
    "nachbeobachtungszeit", "nachbeobachtung", "observationszeit", "zeitraum", "uberlebenszeit",
    "ueberlebenszeit", "gesamtuberlebenszeit", "overlevelsestid", "overlevnadstid", "overlevingsduur", "doba",
    "cas",
    "time", "times", "t", "tte", "dur", "duration", "length", "zeit", "dauer", "tiempo", "temps", "tempo",
    "tid", "czas",
    "tijd", "aval", "followup", "futime", "studytime",
  ]
  private static let fillers: Set<String> = [
    "delai", "zum", "til", "od", "do", "des", "der", "die", "das", "og", "och", "per", "am", "mit", "vital",
    "fino",
    "to", "in", "of", "the", "n", "total", "number", "num", "no", "a", "al", "la", "le", "de", "du", "della",
    "di", "until",
    "status", "patient", "pt", "demographic", "diagnoses", "diff",
  ]
  private static let others: Set<String> = [
    "waitlist", "waitinglist", "liste", "wachttijd", "attesa", "espera", "attente", "ventetid", "geboorte",
    "leeftijd", "wiek", "age1",
    "birth", "dob", "age", "alter", "edad", "eta", "diag", "diagnosis", "dx", "wait", "waiting", "wartezeit",
    "w", "collection", "procurement",
    "consent", "smoking", "smoke", "exposure", "treatment", "trt", "trtdur", "therapy", "symptom", "symptoms",
    "onset",
    "ischemia", "ischaemia", "ischemic", "prothrombin", "thrombin", "pro", "thromboplastin", "bleeding",
    "clotting", "doubling", "surgery",
    "operation", "anesthesia", "anaesthesia", "stay", "icu", "los", "ventilation", "infusion", "menopause",
    "pregnancy",
    "gestation", "visit", "obs", "obstime", "visitday", "assessment", "sample", "biopsy", "enrollment",
    "enrolment", "registration",
    "randomization", "randomisation", "hospital", "admission", "hospitalization", "occupation", "runtime",
    "acquisition",
    "recovery",
  ]
}

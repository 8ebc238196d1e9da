/// What the name of a column of dates says happened on that day.
enum DateNames {
  enum Meaning: Equatable {
    case birth
    case death
    case lastContact
    /// A relapse or a progression.
    case disease(String)
    /// A day from which follow-up may be counted.
    case origin(String)
  }

  static func meaning(of name: String) -> Meaning? {
    let words = NameWords(name).words
    let joined = words.joined()
    let has = { (names: Set<String>) in words.contains { names.contains($0) } }
    // Words written together: `DeathDate`, `Todesdatum`, `dtdeath`.
    let contains = { (parts: [String]) in parts.contains { joined.contains($0) } }
    if has([
      "birth", "dob", "born", "geboren", "nacimiento", "naissance", "nascita", "nascimento", "urodzenia",
      "fodsel", "fodselsdato", "geboorte", "ddn",
    ])
      || contains(["birth", "geburt", "nascita", "nacimi", "naissance", "geboorte"])
    {
      return .birth
    }
    let isStart = has([
      "first", "start", "begin", "beginning", "erste", "erster", "primo", "primer", "primera", "premier",
      "premiere", "prima",
    ])
    let isTreatment = has([
      "chemo", "chemotherapy", "dose", "treatment", "therapy", "cycle", "rt", "radiation", "surgery",
      "transfusion",
    ])
    let isDeath =
      has(StatusVocabulary.dead.union(["dod", "dth", "dthdt", "todes", "dood"]))
      || contains([
        "death", "todes", "sterbe", "deces", "decesso", "muerte", "fallec", "exitus", "obito", "overlijd",
        "zgon", "umrti",
      ])
    let isDisease =
      has(["relapse", "recurrence", "progression", "rezidiv", "recidiva"])
      || contains(["relaps", "progress", "recurren", "rezidiv"])
    // One date for whichever came first is neither death nor relapse.
    if isDeath, isDisease { return nil }
    if isStart || isTreatment { return origin(words, joined).map(Meaning.origin) }
    if has([
      "last", "lfu", "fu", "followup", "follow", "contact", "dlc", "lastfu", "dlfu", "censor", "fup",
      "kontakt", "ultimo", "ultima", "derniere", "dernier", "dernieres", "nouvelles", "sidst", "senast",
      "sist", "dln", "letzter", "letzte", "laatste", "sidste",
      "seneste", "sista", "senaste", "siste", "ostatni", "ostatniego", "ostatnia", "posledni", "ultimos",
    ])
      || contains([
        "lastcontact", "lastfollow", "lastseen", "letzterkontakt", "ultimocontrol", "dernierenouvelle",
        "lastvisit", "laststatus", "lastalive", "lstalv",
      ])
    {
      return .lastContact
    }
    if has(StatusVocabulary.dead.union(["dod", "dth", "dthdt", "todes", "dood"]))
      || contains([
        "death", "todes", "sterbe", "deces", "decesso", "muerte", "fallec", "morte", "exitus", "obito",
        "overlijd", "zgon", "umrti",
      ])
    {
      return .death
    }
    if has(["relapse", "recurrence", "rel", "recur", "recidiva", "rechute", "rezidiv", "recaida", "rezidivs"])
      || contains(["relaps", "rezidiv", "recurren", "recidiv", "recaida", "rechute"])
    {
      return .disease("relapse")
    }
    if has(["progression", "prog", "pd", "progress"]) || contains(["progress", "progres"]) {
      return .disease("progression")
    }
    return origin(words, joined).map(Meaning.origin)
  }

  private static func origin(_ words: [String], _ joined: String) -> String? {
    for (what, whole, parts) in origins
    where words.contains(where: whole.contains) || parts.contains(where: { joined.contains($0) }) {
      return what
    }
    return nil
  }

  /// What time zero is called, the words that say so, and what they look like within longer words.
  private static let origins: [(String, Set<String>, [String])] = [
    (
      "transplant", ["hsct", "sct", "bmt", "tx", "hct", "infusion", "htx", "ltx", "graft"],
      ["transplant", "trasplant", "trapiant", "greffe"]
    ),
    ("randomisation", ["rand", "rando"], ["randomi", "randomis"]),
    (
      "start of treatment",
      [
        "treatment", "start", "therapy", "rx", "c1d1", "surgery", "operation", "op", "trtsdt", "inizio",
        "inicio", "debut",
      ],
      [
        "therapie", "behandlung", "chirurg", "operation", "surgery", "cirugia", "tratamiento", "trattamento",
        "traitement",
      ]
    ),
    (
      "inclusion",
      [
        "enrollment", "enrolment", "registration", "inclusion", "baseline", "entry", "onstudy", "accept",
        "study", "enrolled", "included",
      ],
      ["einschluss", "aufnahme", "inclus", "arruolament", "enrol"]
    ),
    ("diagnosis", ["diagnosis", "dx", "diag"], ["diagnos", "diagnost", "rozpozn", "erstdiag"]),
  ]
}

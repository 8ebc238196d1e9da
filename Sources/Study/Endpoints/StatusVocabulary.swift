/// The words of death, of life and of loss, in lower case and without accents.
enum StatusVocabulary {
  static let dead: Set<String> = [
    "dcd", "verst", "afdod", "avled", "martwy", "martwa", "avliden", "pomarl",
    "dead", "deceased", "decease", "died", "death", "deaths", "expired", "perished", "fatal",
    "lethal", "mortality",
    "tot", "tod", "gestorben", "verstorben", "exitus", "todesfall",
    "mort", "morte", "morts", "decede", "decedee", "deces",
    "morto", "morta", "morti", "decesso", "deceduto", "deceduta",
    "muerto", "muerta", "muerte", "fallecido", "fallecida", "fallecio", "finado", "defuncion", "murio",
    "morreu", "obito", "obitos",
    "falecido", "falecida", "faleceu", "falecimento",
    "overleden", "dood", "gestorven", "doed", "dod", "dode", "avdod", "avliden", "kuollut", "menehtynyt",
    "zmarl", "zmarla", "zgon", "zgonu", "zemrel", "zemrela", "umrti", "mrtev", "umrl", "umrla", "umro",
    "elhunyt",
    "meghalt", "decedat", "decedata", "nekros", "olu", "vefat",
  ]

  static let alive: Set<String> = [
    "vida", "liv", "well", "aw",
    "alive", "living", "lives", "surviving", "survived", "survivor", "lebend", "lebt", "lebendig", "leben",
    "vivo", "viva", "vivos", "vivas", "vivant", "vivante", "vivants", "vie", "vita", "vivente", "levend",
    "leeft", "leven", "zyje", "zywy",
    "zyjacy", "zije", "zivy", "ziv", "elossa", "levande", "levende", "lever", "ilive", "eletben",
    "viu",
    "sag", "zon",
  ]

  /// Dead of disease, of other causes, with or without disease.
  static let deathsByInitials: [String: String] = [
    "dod": "disease", "doc": "other causes", "dooc": "other causes", "doid": "intercurrent disease",
    "duc": "unknown cause",
    "dwd": "death with disease", "dwod": "death without disease", "dnd": "death without disease",
  ]

  /// No evidence of disease, alive with disease.
  static let aliveByInitials: Set<String> = [
    "ned", "aned", "awd", "awod", "anwd", "cned", "aned1", "aned2",
  ]

  static let negations: Set<String> = [
    "no", "not", "non", "never", "without", "nicht", "kein", "keine", "nie", "ohne", "pas", "sans", "aucun",
    "aucune",
    "senza", "nessun", "nessuna", "sin", "ningun", "ninguna", "sem", "nao", "geen", "niet", "zonder", "ikke",
    "inte",
    "ingen", "ei", "bez",
  ]

  /// Words that by themselves say that a patient is no longer followed.
  static let lost: Set<String> = [
    "pdv", "verschollen", "unerreichbar", "emigre",
    "dropout", "abandono", "abandon",
    "udvandret", "perda", "utvandrad", "utvandret", "utvandrat", "emigreret", "emigrerad", "emigrert",
    "geemigreerd",
    "wyemigrowal", "wyemigrowala", "vertrokken", "tabt", "tapt", "forlorad", "utracony", "utracona",
    "stracony", "udtradt", "trukket", "zurueckgezogen", "zuruckgezogen", "verloren", "ontrouwd",
    "ltfu", "ltf", "lfu", "lftu", "emigrated", "emigration", "withdrew", "withdrawn",
    "withdrawal",
    "dropout", "dropped", "untraceable", "ausgewandert", "verzogen", "studienabbruch", "perdu", "perdue",
    "emigre",
    "perdido", "perdida", "perso", "persa", "emigrato", "emigrado", "ritirato", "retirado", "uitgevallen",
    "moved",
  ]

  /// The words that may stand beside “lost” where it is the patient who is lost, and not the graft.
  static let lossWords: Set<String> = [
    "lost", "loss", "to", "for", "from", "of", "follow", "up", "fu", "fup", "followup", "contact", "patient",
    "at",
    "last", "in",
  ]

  /// Words that leave a statement open.
  static let hedges: Set<String> = [
    "whether", "if", "awaiting", "pending", "evaluable", "assessed", "assessable",
    "possibly", "possible", "probably", "probable", "maybe", "perhaps", "questionable", "unclear",
    "uncertain", "unsure",
    "vielleicht", "eventuell", "fraglich", "unklar", "forse", "quizas", "peut", "talvez", "mozliwe",
    "suspected",
  ]

  static let censored: Set<String> = [
    "censureret", "sensurert", "censurerad", "cenzurowany",
    "censored", "cens", "censor", "censoring", "right", "administratively", "zensiert", "censurado",
    "censure",
    "censuree", "censurato", "gecensureerd", "noevent",
  ]

  /// Words for something that happens to patients and is no death.
  static let events: Set<String> = [
    "event", "events", "ereignis", "evento", "evenement", "relapse", "relapsed", "relapses", "relapsing",
    "recurrence", "recurred",
    "recurrent", "recur", "rezidiv", "rezidivs", "recidiva", "recidive", "recaida", "rechute", "ricaduta",
    "recidief",
    "progression", "progressed", "progress", "progressive", "progredient", "progresion", "progressione",
    "progressao",
    "pd", "failure", "failed", "fail", "metastasis", "metastases", "metastasized",
    "metastatic",
    "metastasen", "transplant", "transplanted", "transplantation", "ltx", "htx", "retransplantation",
    "rejection",
    "rejected", "nrm", "trm", "gvhd", "gvh", "agvhd", "cgvhd", "malignancy", "infection", "toxicity",
    "amputation",
    "infarction", "stroke", "arrest",
  ]
}

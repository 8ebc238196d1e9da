/// An endpoint whose abbreviation the field knows.
struct KnownEndpoint {
  let name: String
  let label: String
  /// What the event is called.
  let event: String

  /// The endpoint that a stem such as `os` or `rfs` abbreviates; others get their own name.
  init(stem: String) {
    if let known = Self.known[stem] {
      (name, label, event) = known
    } else {
      let words = String(stem.drop { $0 == "#" }).replacing("_", with: " ")
      (name, label, event) = (words.replacing(" ", with: "_"), "Time to \(words)", words)
    }
  }

  static func isKnown(_ stem: String) -> Bool { known[stem] != nil }

  /// Endpoints that the field composes of death and something else.
  static let composites: Set<String> = ["dfs", "efs", "pfs", "rfs", "lfs", "grfs", "mfs", "dmfs", "ffs"]

  /// What besides death ends an endpoint, by the stem under which that event is recorded alone.
  static let eventOfComposite: [String: String] = [
    "dfs": "relapse", "rfs": "relapse", "lfs": "relapse", "dfi": "relapse", "pfs": "progression",
    "pfi": "progression", "mfs": "metastasis", "dmfs": "metastasis", "ttr": "relapse", "ttp": "progression",
  ]

  /// The stem that stands for the same endpoint as this one.
  static func canonical(_ stem: String) -> String {
    if let same = synonyms[stem] { return same }
    if StatusVocabulary.dead.contains(stem) { return "os" }
    return synonyms[stem.replacing("_", with: "")] ?? stem
  }

  private static let known: [String: (String, String, String)] = [
    "": ("survival", "Time to event", "event"), "os": ("OS", "Overall survival", "death"),
    "dfs": ("DFS", "Disease-free survival", "relapse or death"),
    "efs": ("EFS", "Event-free survival", "event"),
    "ffs": ("FFS", "Failure-free survival", "failure"),
    "pfs": ("PFS", "Progression-free survival", "progression or death"),
    "rfs": ("RFS", "Relapse-free survival", "relapse or death"),
    "lfs": ("LFS", "Leukaemia-free survival", "relapse or death"),
    "grfs": ("GRFS", "GvHD-free, relapse-free survival", "GvHD, relapse or death"),
    "dss": ("DSS", "Disease-specific survival", "death from disease"),
    "css": ("CSS", "Cancer-specific survival", "death from cancer"),
    "dfi": ("DFI", "Disease-free interval", "recurrence"),
    "pfi": ("PFI", "Progression-free interval", "progression"),
    "mfs": ("MFS", "Metastasis-free survival", "metastasis or death"),
    "dmfs": ("DMFS", "Distant-metastasis-free survival", "distant metastasis or death"),
    "ttp": ("TTP", "Time to progression", "progression"), "ttr": ("TTR", "Time to relapse", "relapse"),
    "relapse": ("relapse", "Time to relapse", "relapse"), "cir": ("CIR", "Relapse", "relapse"),
    "progression": ("progression", "Time to progression", "progression"),
    "metastasis": ("metastasis", "Time to metastasis", "metastasis"),
    "nrm": ("NRM", "Non-relapse mortality", "non-relapse death"),
    "trm": ("TRM", "Treatment-related mortality", "treatment-related death"),
    "graft": ("graft_survival", "Graft survival", "graft failure"),
    "agvhd": ("aGvHD", "Acute GvHD", "acute GvHD"), "cgvhd": ("cGvHD", "Chronic GvHD", "chronic GvHD"),
  ]

  private static let synonyms: [String: String] = {
    let groups: [String: [String]] = [
      "os": [
        "survival", "surv", "srv", "overall_survival", "os", "death", "dead", "died", "dies", "vital",
        "deceased", "s",
        "d", "dth", "exitus", "survived", "survivor", "alive", "living", "mort", "mortality", "deces",
        "decede", "decesso",
        "deceduto", "muerte", "muerto", "fallecido", "fallecimiento", "obito", "tod", "todes", "verstorben",
        "gestorben",
        "overleden", "overlijden", "zgon", "patient_vital", "vitalstatus", "death_or_last_contact", "die",
        "expired",
        "uberleben", "ueberleben", "gesamtuberleben", "survie", "supervivencia", "sopravvivenza", "sobrevida",
        "survivaltime",
        "survie_globale", "sopravvivenza_globale", "sopravvivenza_complessiva", "supervivencia_global",
        "sobrevida_global",
        "sobrevivencia", "overleving", "overlevelse", "overlevnad", "przezycie", "preziti", "uberlebens",
        "ueberlebens",
        "ueberleben", "gesamtueberleben", "gesamtuberlebens", "gesamtueberlebens", "totaloverlevelse",
        "overall_death", "vitale", "vitaal", "vitalni",
        "stan_zycia", "zycia", "przezycia", "sg", "lebens", "vitalita", "patientensurvival",
        "patient_survival",
        "overall", "death_any_cause", "all_cause_death", "all_cause_mortality", "death_all_causes",
      ],
      "": [
        "follow_up", "followup", "fu", "fup", "fol", "follow", "f", "fut", "event", "study", "observation",
        "entry_to_exit",
        "event_or_censoring", "event_or_censor", "event_or_last_contact", "nachsorge",
        "beobachtung", "seguimiento", "suivi", "stud", "oppfolging", "opfolgning", "uppfoljning", "opvolging",
        "obserwacja",
        "obserwacji", "sledovani", "acompanhamento", "seguimento", "nachbeobachtung",
      ],
      "relapse": [
        "rel", "r", "recur", "recurrence", "recurred", "recurrent", "rezidiv", "relapse", "relapsed",
        "recidiva", "recidive",
        "recaida", "rechute", "ricaduta", "rlps", "first_relapse", "disease_relapse", "relapse_event",
        "reccurence", "recurence",
      ],
      "progression": ["prog", "p", "progression", "progressed", "progress", "pd", "disease_progression"],
      "metastasis": ["met", "metastasis", "metastases", "mets", "distant_metastasis"],
      "dfs": ["sle", "disease_free", "disease_free_survival", "diseasefreesurvival", "disease_free_status"],
      "pfs": ["slp", "ssp", "progression_free", "progression_free_survival", "progressionfreesurvival"],
      "efs": ["event_free", "event_free_survival", "eventfreesurvival"],
      "rfs": [
        "relapse_free", "recurrence_free", "relapse_free_survival", "recurrence_free_survival",
        "relapsefreesurvival",
      ],
      "mfs": ["metastasis_free", "metastasis_free_survival"],
      "dss": [
        "disease_specific", "disease_specific_survival", "cause_specific",
        "seer_cause_specific_death_classification",
      ],
      "css": ["cancer_specific", "cancer_specific_survival"],
      "dfi": ["disease_free_interval"], "pfi": ["progression_free_interval"],
      "graft": [
        "graft_survival", "graft_failure", "graft_loss", "graft_fail", "death_censored_graft_survival",
      ],
      "agvhd": ["acute_gvhd", "agvh"], "cgvhd": ["chronic_gvhd", "cgvh"],
    ]
    return Dictionary(
      groups.flatMap { stem, others in others.map { ($0, stem) } }, uniquingKeysWith: { first, _ in first })
  }()
}

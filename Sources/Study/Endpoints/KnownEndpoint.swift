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
      let words = stem.replacing("_", with: " ")
      (name, label, event) = (stem, "Time to \(words)", words)
    }
  }

  /// The stem that stands for the same endpoint as this one.
  static func canonical(_ stem: String) -> String {
    switch stem {
    case "survival", "surv", "srv", "overall_survival", "death", "dead", "died", "vital", "deceased", "s",
      "d",
      "exitus", "to_death":
      "os"
    case "follow_up", "followup", "fu", "follow", "last_follow_up", "last_followup", "obs", "event", "study",
      "last_contact":
      ""
    case "rel", "r", "recur", "recurrence", "rezidiv", "to_relapse": "relapse"
    case "disease_free_survival": "dfs"
    case "progression_free_survival": "pfs"
    case "event_free_survival": "efs"
    case "relapse_free_survival", "recurrence_free_survival": "rfs"
    default: stem
    }
  }

  private static let known: [String: (String, String, String)] = [
    "": ("survival", "Time to event", "event"), "os": ("OS", "Overall survival", "death"),
    "dfs": ("DFS", "Disease-free survival", "relapse or death"),
    "efs": ("EFS", "Event-free survival", "event"),
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
    "nrm": ("NRM", "Non-relapse mortality", "non-relapse death"),
    "trm": ("TRM", "Treatment-related mortality", "treatment-related death"),
  ]
}

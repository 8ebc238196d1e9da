/// What an endpoint of a well-known name is made of where a study file does not say.
struct PresetEndpoint {
  let label: String
  let events: [String]
  let competing: [String]

  init?(name: String) {
    switch name.lowercased() {
    case "os": self.init("Overall survival", ["death"])
    case "dfs": self.init("Disease-free survival", ["relapse", "death"])
    case "rfs": self.init("Relapse-free survival", ["relapse", "death"])
    case "lfs": self.init("Leukaemia-free survival", ["relapse", "death"])
    case "efs": self.init("Event-free survival", ["relapse", "death"])
    case "pfs": self.init("Progression-free survival", ["progression", "death"])
    case "cir": self.init("Cumulative incidence of relapse", ["relapse"], ["death"])
    case "nrm": self.init("Non-relapse mortality", ["death"], ["relapse"])
    case "trm": self.init("Treatment-related mortality", ["death"], ["relapse"])
    case "grfs":
      self.init(
        "GvHD-free, relapse-free survival", ["agvhd_3_4", "cgvhd_moderate_severe", "relapse", "death"])
    default: return nil
    }
  }

  private init(_ label: String, _ events: [String], _ competing: [String] = []) {
    (self.label, self.events, self.competing) = (label, events, competing)
  }
}

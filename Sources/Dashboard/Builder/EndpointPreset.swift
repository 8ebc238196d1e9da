/// A composite endpoint that people know by name, as a list of what belongs into it.
///
/// It proposes events of the study whose names say that they are meant; of what it does not find it says so.
package enum EndpointPreset: String, Hashable, Sendable, CaseIterable {
  case dfs, grfs, refinedGRFS, moderateGRFS

  var title: String {
    switch self {
    case .dfs: "DFS: relapse or death"
    case .grfs: "GRFS (Holtan): acute GvHD 3–4, chronic GvHD with systemic therapy, relapse, death"
    case .refinedGRFS: "refined GRFS: acute GvHD 3–4, severe chronic GvHD, relapse, death"
    case .moderateGRFS: "GRFS, moderate too: acute GvHD 3–4, moderate or severe chronic GvHD, relapse, death"
    }
  }

  var name: String { self == .dfs ? "DFS" : self == .refinedGRFS ? "rGRFS" : "GRFS" }

  var label: String {
    switch self {
    case .dfs: "Disease-free survival"
    case .grfs, .moderateGRFS: "GvHD-free, relapse-free survival"
    case .refinedGRFS: "Refined GvHD-free, relapse-free survival"
    }
  }

  enum Component: String, Sendable {
    case relapse, death
    case acute = "acute GvHD grade 3–4"
    case treated = "chronic GvHD with systemic therapy"
    case severe = "severe chronic GvHD"
    case moderate = "moderate or severe chronic GvHD"

    /// Whether a name or label says that an event is this.
    func isMeant(by text: String) -> Bool {
      let text = text.lowercased().replacing("_", with: " ")
      let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      let isAcute = words.contains("agvhd") || text.contains("acute gvhd") || text.contains("acute graft")
      let isChronic =
        words.contains("cgvhd") || text.contains("chronic gvhd") || text.contains("chronic graft")
      switch self {
      case .relapse: return words == ["relapse"] || words == ["recurrence"] || words == ["relapsed"]
      case .death: return words == ["death"] || words == ["died"] || words == ["dead"]
      case .acute:
        let grades = words.isSuperset(of: ["3", "4"]) || words.isSuperset(of: ["iii", "iv"])
        return isAcute && grades && !words.contains("2") && !words.contains("ii")
      case .treated:
        return isChronic && !words.isDisjoint(with: ["systemic", "therapy", "treated", "immunosuppression"])
      case .severe: return isChronic && words.contains("severe") && !words.contains("moderate")
      case .moderate: return isChronic && words.isSuperset(of: ["moderate", "severe"])
      }
    }
  }

  var components: [Component] {
    switch self {
    case .dfs: [.relapse, .death]
    case .grfs: [.acute, .treated, .relapse, .death]
    case .refinedGRFS: [.acute, .severe, .relapse, .death]
    case .moderateGRFS: [.acute, .moderate, .relapse, .death]
    }
  }

  /// The events that its parts are called, and those parts of which none is.
  func proposal(among events: [EndpointCandidates.Event]) -> (events: [String], missing: [Component]) {
    var (found, missing) = ([String](), [Component]())
    for component in components {
      let named = events.first { component.isMeant(by: $0.name) || component.isMeant(by: $0.label) }
      if let named { found.append(named.name) } else { missing.append(component) }
    }
    return (found, missing)
  }
}

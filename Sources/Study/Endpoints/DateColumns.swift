import CohortEngine

/// Finds endpoints in a table of dates: what time zero is, what happened when, and who was seen last when.
struct DateColumns {
  private var origins: [(rank: Int, name: String, what: String)] = []
  private var death: String?
  private var relapse: (column: String, name: String)?
  private var last: String?

  /// The file with events given by dates; `nil` where the table has no time zero or no end.
  ///
  /// Time zero is the transplant, else randomisation or the start of treatment, else the diagnosis. The time of a
  /// patient without an event ends at the last contact.
  static func file(_ file: StudyFile, _ columns: StudyColumns) -> StudyFile? {
    let found = DateColumns(columns)
    guard let origin = found.origins.min(by: { $0.rank < $1.rank }) else { return nil }
    let vital = VitalStatus(in: columns)
    guard let end = found.last ?? (vital == nil ? nil : found.death) else { return nil }
    var file = file
    vital?.declare(in: &file)
    file.timeZero = file.timeZero ?? origin.name
    file.origin = file.origin ?? origin.what
    file.timeUnit = .days
    file.followUp = file.followUp ?? .date(end)
    if let relapse = found.relapse {
      file.events.append(EventDeclaration(name: relapse.name, column: .date(relapse.column)))
    }
    if let death = found.death {
      file.events.append(EventDeclaration(name: "death", column: .date(death), when: vital?.condition))
    } else if let vital {
      file.events.append(EventDeclaration(name: "death", column: .date(end), when: vital.condition))
    }
    let names = file.events.map(\.name)
    guard !names.isEmpty else { return nil }
    if names.contains("death") {
      file.endpoints.append(EndpointDeclaration(name: "OS", label: "Overall survival", events: ["death"]))
    }
    if let relapse = found.relapse?.name, names.contains("death") {
      let known = KnownEndpoint(stem: relapse == "relapse" ? "dfs" : "pfs")
      let incidence = relapse == "relapse" ? "CIR" : "CIP"
      file.endpoints += [
        EndpointDeclaration(name: known.name, label: known.label, events: [relapse, "death"]),
        EndpointDeclaration(
          name: incidence, label: "Cumulative incidence of \(relapse)", events: [relapse],
          competing: ["death"]),
        EndpointDeclaration(
          name: "NRM", label: "Death without \(relapse)", events: ["death"], competing: [relapse]),
      ]
    }
    return file
  }

  private init(_ columns: StudyColumns) {
    for variable in columns.variables where variable.kind == .date {
      let words = NameWords(variable.name)
      let has = { (names: Set<String>) in words.contains(any: names) }
      if has(["birth", "dob", "born"]) {
        continue
      } else if has(["death", "dod", "died", "exitus", "deceased", "decease"]) {
        death = death ?? variable.name
      } else if has(["last", "lfu", "fu", "followup", "follow", "contact", "dlc", "lastfu", "dlfu", "censor"])
      {
        last = last ?? variable.name
      } else if has(["relapse", "recurrence", "rel"]) {
        relapse = relapse ?? (variable.name, "relapse")
      } else if has(["progression", "prog", "pd"]) {
        relapse = relapse ?? (variable.name, "progression")
      } else if let (rank, what) = Self.origin(has) {
        origins.append((rank, variable.name, what))
      }
    }
  }

  private static func origin(_ has: (Set<String>) -> Bool) -> (Int, String)? {
    if has(["hsct", "transplant", "transplantation", "sct", "bmt", "tx", "hct", "infusion"]) {
      return (0, "transplant")
    }
    if has(["randomization", "randomisation", "rand", "randomized", "randomised"]) {
      return (1, "randomisation")
    }
    if has(["treatment", "start", "therapy", "rx", "c1d1", "surgery", "operation"]) {
      return (2, "start of treatment")
    }
    if has(["enrollment", "enrolment", "registration", "inclusion", "baseline", "entry"]) {
      return (3, "inclusion")
    }
    if has(["diagnosis", "dx", "diag", "dod1"]) { return (4, "diagnosis") }
    return nil
  }
}

import CohortEngine
import CohortModel

/// Composes what a table records apart: death in one pair of columns, and an event of the disease in another.
///
/// Patients who die without the event can never have it.  A curve that censors them would show what would happen if
/// nobody died; so the event becomes an incidence with death as its competitor, and the field's composite (relapse or
/// death: disease-free survival) stands beside it.
struct DeathAndDisease {
  private(set) var file: StudyFile
  private(set) var guesses: [GuessedEndpoint] = []
  private(set) var findings: [Finding] = []
  /// Pairs told by these endpoints, as `time` and `status` with a unit separator between.
  private(set) var composed: Set<String> = []

  init(_ pairs: [EndpointPairs.Pair], file: StudyFile, columns: StudyColumns) {
    self.file = file
    guard
      let overall = pairs.first(where: { $0.stem == "os" && ($0.causes.count == 1 || $0.coding.areDeaths) }),
      let deaths = Self.endpoint(overall, file, columns)
    else { return }
    for pair in pairs where pair.causes.count == 1 && !Self.isAboutDeath(pair) {
      guard let disease = Self.endpoint(pair, file, columns), Self.haveOneUnit(disease, deaths),
        pair.entry == overall.entry
      else { continue }
      let censoredDead = disease.status.indices.count {
        disease.status[$0] == EndpointColumn.censored && deaths.status[$0] > 0
      }
      let censored = disease.status.count { $0 == EndpointColumn.censored }
      // A composite that counts deaths may still lose sight of some patients before they die.
      let isComposite = KnownEndpoint.composites.contains(pair.stem)
      guard censoredDead > 0, !isComposite || (censoredDead >= 3 && censoredDead * 10 >= censored) else {
        continue
      }
      compose(pair, overall, censoredDead: censoredDead)
    }
    for pair in pairs
    where ["dss", "css"].contains(pair.stem) && pair.causes.count == 1 && overall.causes.count == 1 {
      divideDeaths(pair, overall, deaths: deaths, columns)
    }
  }

  private static func endpoint(
    _ pair: EndpointPairs.Pair, _ file: StudyFile, _ columns: StudyColumns
  ) -> EndpointColumn? {
    ColumnEndpoint(pair.declaration, rule: .namePair, study: file, columns: columns)?.endpoint
  }

  /// Whether two endpoints count time alike: in one unit, or, where one does not say, with follow-ups of one length.
  private static func haveOneUnit(_ a: EndpointColumn, _ b: EndpointColumn) -> Bool {
    if a.scale.unit == b.scale.unit { return true }
    guard a.scale.unit == nil || b.scale.unit == nil else { return false }
    let ratios = a.times.indices.compactMap { row -> Double? in
      guard a.status[row] == EndpointColumn.censored, b.status[row] == EndpointColumn.censored,
        b.times[row] > 0
      else {
        return nil
      }
      return a.scale.time(a.times[row]) / b.scale.time(b.times[row])
    }.sorted()
    return !ratios.isEmpty && (0.8...1.25).contains(ratios[ratios.count / 2])
  }

  /// Deaths from the disease are part of all deaths: a cause, not something that death prevents.
  private static func isAboutDeath(_ pair: EndpointPairs.Pair) -> Bool {
    ["os", "", "dss", "css", "nrm", "trm", "efs"].contains(pair.stem) || pair.coding.areDeaths
  }

  private mutating func compose(_ pair: EndpointPairs.Pair, _ overall: EndpointPairs.Pair, censoredDead: Int)
  {
    let stem = KnownEndpoint.eventOfComposite[pair.stem] ?? pair.stem
    let event = KnownEndpoint(stem: stem).event
    guard !file.events.contains(where: { $0.name == event }) else { return }
    if !file.events.contains(where: { $0.name == "death" }) {
      declare("death", overall)
    }
    declare(event, pair)
    let doubt = pair.doubt ?? pair.coding.doubt ?? overall.doubt ?? overall.coding.doubt
    let (name, composite) = Self.names(stem: stem, pair)
    if let composite {
      let known = KnownEndpoint(stem: composite)
      add(
        EndpointDeclaration(name: known.name, label: known.label, events: [event, "death"]), pair, overall,
        doubt)
    }
    add(
      EndpointDeclaration(
        name: name, label: "Cumulative incidence of \(event)", events: [event], competing: ["death"]),
      pair, overall, doubt)
    if stem == "relapse" {
      add(
        EndpointDeclaration(
          name: "NRM", label: "Death without relapse", events: ["death"], competing: [event]),
        pair, overall, doubt)
    }
    composed.insert(pair.time + "\u{1F}" + pair.status)
    findings.append(
      Finding(
        .note, column: pair.status,
        message: "\(count(censoredDead, "patient")) died without \(event) and count as competing events,"
          + " not as censored"))
  }

  /// Deaths from the disease against all other deaths, where both columns tell the same times.
  private mutating func divideDeaths(
    _ pair: EndpointPairs.Pair, _ overall: EndpointPairs.Pair, deaths: EndpointColumn, _ columns: StudyColumns
  ) {
    guard let disease = Self.endpoint(pair, file, columns), disease.scale == deaths.scale else { return }
    let both = disease.status.indices.filter { disease.status[$0] >= 0 && deaths.status[$0] >= 0 }
    let isPart = both.allSatisfy {
      disease.times[$0] == deaths.times[$0]
        && (disease.status[$0] == EndpointColumn.censored || deaths.status[$0] > 0)
    }
    let others = both.count { disease.status[$0] == EndpointColumn.censored && deaths.status[$0] > 0 }
    guard isPart, others > 0 else { return }
    let (own, all) = (
      EventCondition(column: pair.status, codes: pair.coding.codes),
      EventCondition(column: overall.status, codes: overall.coding.codes)
    )
    own.declare(in: &file)
    all.declare(in: &file)
    let (first, second) = (pair.known.event, "death from other causes")
    file.events.append(EventDeclaration(name: first, column: .time(pair.time), when: own.expression))
    file.events.append(
      EventDeclaration(
        name: second, column: .time(overall.time), when: "\(all.expression) and not \(own.expression)"))
    add(
      EndpointDeclaration(
        name: pair.known.name + "_incidence", label: "Cumulative incidence of \(first)", events: [first],
        competing: [second]), pair, overall, pair.coding.doubt ?? overall.coding.doubt)
  }

  /// What the incidence of an event is called, and the composite of it and death that the field knows.
  private static func names(stem: String, _ pair: EndpointPairs.Pair) -> (String, composite: String?) {
    switch stem {
    case "relapse": ("CIR", KnownEndpoint.composites.contains(pair.stem) ? pair.stem : "dfs")
    case "progression": ("CIP", "pfs")
    case "metastasis": ("metastasis", KnownEndpoint.composites.contains(pair.stem) ? pair.stem : "mfs")
    default: (KnownEndpoint(stem: stem).name, nil)
    }
  }

  private mutating func declare(_ event: String, _ pair: EndpointPairs.Pair) {
    let condition = EventCondition(column: pair.status, codes: pair.coding.codes)
    condition.declare(in: &file)
    file.events.append(EventDeclaration(name: event, column: .time(pair.time), when: condition.expression))
  }

  private mutating func add(
    _ declaration: EndpointDeclaration, _ pair: EndpointPairs.Pair, _ overall: EndpointPairs.Pair,
    _ doubt: String?
  ) {
    var declaration = declaration
    declaration.followUp = .time(pair.time)
    declaration.entry = pair.entry
    guesses.append(GuessedEndpoint(declaration: declaration, rule: .composed, doubt: doubt))
  }
}

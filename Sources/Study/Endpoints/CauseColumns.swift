import CohortEngine

/// Finds columns that name the cause of an event whose time another pair of columns holds.
struct CauseColumns {
  private(set) var guesses: [GuessedEndpoint] = []

  /// A column such as `first_event` (none, relapse, nrm) goes with the pair that has an event exactly where it names
  /// a cause.
  init(_ columns: StudyColumns, pairs: EndpointPairs, study: StudyFile) {
    let taken = Set(pairs.pairs.flatMap { [$0.time, $0.status] })
    for (index, variable) in columns.variables.enumerated() {
      guard !taken.contains(variable.name), [.categorical, .ordered].contains(variable.kind),
        index < columns.profiles.count
      else { continue }
      let profile = columns.profiles[index]
      let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
      guard (3...8).contains(texts.count), let codes = StatusCoding.meanings(of: texts, event: ""),
        codes.contains(where: { $0.meaning == .censored })
      else { continue }
      for pair in pairs.pairs where Self.agrees(pair, profile, codes, columns) {
        append(pair, causeColumn: variable.name, codes: codes)
        break
      }
    }
  }

  private static func agrees(
    _ pair: EndpointPairs.Pair, _ profile: ColumnProfile, _ codes: [StatusCode], _ columns: StudyColumns
  ) -> Bool {
    guard let index = columns.table.column(named: pair.status) else { return false }
    let status = columns.profiles[index]
    let byStatus = happened(status, pair.codes)
    let byCause = happened(profile, codes)
    return status.column.codes.indices.allSatisfy { row in
      byStatus[Int(status.column.codes[row])] == byCause[Int(profile.column.codes[row])]
    }
  }

  /// Whether each distinct text means an event; `nil` for neither.
  private static func happened(_ profile: ColumnProfile, _ codes: [StatusCode]) -> [Bool?] {
    let meanings = Dictionary(codes.map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    return profile.counts.indices.map { code in
      switch meanings[profile.column.text(code)] {
      case .censored: false
      case .event: true
      case .unknown, nil: nil
      }
    }
  }

  private mutating func append(_ pair: EndpointPairs.Pair, causeColumn: String, codes: [StatusCode]) {
    var causes: [String] = []
    for case .event(let name) in codes.map(\.meaning) { causes.append(name) }
    for cause in causes {
      let known = KnownEndpoint(stem: cause == "relapse" ? "cir" : cause)
      let label =
        "Cumulative incidence of " + (known.label.hasPrefix("Time to") ? cause : known.label.lowercased())
      let declaration = EndpointDeclaration(
        name: known.name, label: label,
        source: .columns(time: pair.time, status: causeColumn, codes: codes), events: [cause],
        competing: causes.filter { $0 != cause })
      guesses.append(GuessedEndpoint(declaration: declaration, rule: .causes))
    }
  }
}

import CohortEngine
import CohortModel

/// Finds columns that name the cause of an event whose time another pair of columns holds.
struct CauseColumns {
  private(set) var guesses: [GuessedEndpoint] = []

  /// A column such as `first_event` (none, relapse, nrm) goes with the pair that has an event exactly where it names
  /// a cause.
  init(_ columns: StudyColumns, pairs: EndpointPairs) {
    let taken = Set(pairs.pairs.flatMap { [$0.time, $0.status] })
    for (index, variable) in columns.variables.enumerated() {
      guard !taken.contains(variable.name), [.categorical, .ordered].contains(variable.kind),
        index < columns.profiles.count
      else { continue }
      let profile = columns.profiles[index]
      let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
      guard (3...12).contains(texts.count),
        let coding = StatusCoding(texts, name: StatusColumnName(variable.name), event: ""),
        coding.doubt == nil,
        coding.codes.contains(where: { $0.meaning == .censored }), coding.causes.count > 1
      else { continue }
      for pair in pairs.pairs where pair.causes.count == 1 && Self.agrees(pair, profile, coding, columns) {
        append(pair, causeColumn: variable.name, coding: coding)
        break
      }
    }
  }

  /// The word that another column has for each code of a status; `nil` where no column has one for each.
  static func words(
    for status: ColumnProfile, in columns: StudyColumns, besides: Set<String>
  ) -> [String: String]? {
    for (index, variable) in columns.variables.enumerated() where index < columns.profiles.count {
      let profile = columns.profiles[index]
      guard !besides.contains(variable.name), [.categorical, .ordered].contains(variable.kind),
        profile.present.count == status.present.count,
        profile.present.allSatisfy({ profile.numbers[$0] == nil })
      else { continue }
      var (forward, backward) = ([Int32: Int32](), [Int32: Int32]())
      let isBijection = status.column.codes.indices.allSatisfy { row in
        let (code, word) = (status.column.codes[row], profile.column.codes[row])
        guard !status.isMissing[Int(code)], !profile.isMissing[Int(word)] else {
          return status.isMissing[Int(code)] == profile.isMissing[Int(word)]
        }
        let (a, b) = (forward[code] ?? word, backward[word] ?? code)
        (forward[code], backward[word]) = (a, b)
        return a == word && b == code
      }
      guard isBijection else { continue }
      return Dictionary(
        forward.map { (status.column.text(Int($0)), profile.column.text(Int($1))) },
        uniquingKeysWith: { first, _ in first })
    }
    return nil
  }

  /// Whether the cause is named exactly where the pair has its event, but for one row in two hundred.
  private static func agrees(
    _ pair: EndpointPairs.Pair, _ profile: ColumnProfile, _ coding: StatusCoding, _ columns: StudyColumns
  ) -> Bool {
    guard let index = columns.index(named: pair.status) else { return false }
    let status = columns.profiles[index]
    let byStatus = pair.coding.codes.happened(in: status)
    let byCause = coding.codes.happened(in: profile)
    var (known, same) = (0, 0)
    for row in status.column.codes.indices {
      guard let event = byStatus[Int(status.column.codes[row])] else { continue }
      known += 1
      if byCause[Int(profile.column.codes[row])] == event { same += 1 }
    }
    return known > 0 && (known - same) * 200 <= known
  }

  private mutating func append(_ pair: EndpointPairs.Pair, causeColumn: String, coding: StatusCoding) {
    for cause in coding.causes {
      let known = KnownEndpoint(stem: cause == "relapse" ? "cir" : cause)
      let label =
        "Cumulative incidence of " + (known.label.hasPrefix("Time to") ? cause : known.label.lowercased())
      let declaration = EndpointDeclaration(
        name: known.name, label: label,
        source: .columns(time: pair.time, status: causeColumn, codes: coding.codes), events: [cause],
        competing: coding.causes.filter { $0 != cause }, entry: pair.entry)
      let doubt = pair.doubt ?? pair.coding.doubt
      guesses.append(GuessedEndpoint(declaration: declaration, rule: .causes, doubt: doubt))
    }
  }
}

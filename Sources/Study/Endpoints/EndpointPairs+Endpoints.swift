import CohortEngine
import CohortModel

extension EndpointPairs.Pair {
  /// Whether too little is known for counts: the columns hardly go together, or no code is understood.
  var isOffer: Bool { doubt != nil || coding.codes.allSatisfy { $0.meaning == .unknown } }

  /// The names of the events, each once, in the order of the codes.
  var causes: [String] { coding.causes.isEmpty ? [known.event] : coding.causes }

  /// The endpoint in which every cause counts.
  var declaration: EndpointDeclaration {
    // Several causes under a plain name are nothing in particular; together they end event-free survival.
    let isPlain = causes.count > 1 && stem.isEmpty && !coding.areDeaths
    let named = isPlain ? KnownEndpoint(stem: "efs") : known
    return EndpointDeclaration(
      name: named.name, label: named.label, source: .columns(time: time, status: status, codes: coding.codes),
      events: causes, entry: entry)
  }

  /// One endpoint for a single event; for several causes the incidence of each and their composite.
  ///
  /// Where every cause is a death, their composite is overall survival and comes first.
  var declarations: [EndpointDeclaration] {
    let composite = declaration
    guard causes.count > 1 else { return [composite] }
    let prefix = composite.name == "EFS" ? "" : composite.name + "_"
    let incidences = causes.map { cause in
      var declaration = composite
      declaration.name = prefix + NameWords(cause).joined
      declaration.label = "Cumulative incidence of \(cause)"
      (declaration.events, declaration.competing) = ([cause], causes.filter { $0 != cause })
      return declaration
    }
    // Deaths from a disease and other deaths together are neither endpoint.
    let isOfOneCause = ["dss", "css", "relapse", "progression", "ttp", "ttr", "cir", "dfi", "pfi"].contains(
      stem)
    if isOfOneCause { return incidences }
    return coding.areDeaths ? [composite] + incidences : incidences + [composite]
  }
}

extension EndpointPairs {
  /// The endpoints of the pairs that are not told by others together.
  ///
  /// Pairs whose names hardly go together are none: they are offered to whoever is asked.
  func guesses(besides composed: Set<String>) -> [GuessedEndpoint] {
    pairs.filter { !$0.isOffer && !composed.contains($0.time + "\u{1F}" + $0.status) }.flatMap(Self.guesses)
  }

  /// The pairs that somebody may take for endpoints.
  var offers: [GuessedEndpoint] { pairs.filter(\.isOffer).flatMap(Self.guesses) }

  private static func guesses(_ pair: Pair) -> [GuessedEndpoint] {
    let rule: EndpointOrigin.Rule = pair.entry == nil ? .namePair : .intervals
    let doubt = pair.doubt ?? pair.coding.doubt.map { "\(pair.status): \($0)" }
    return pair.declarations.map { GuessedEndpoint(declaration: $0, rule: rule, doubt: doubt) }
  }

  /// Gives numbered causes the words of a column that names the same events.
  ///
  /// Such a column has one word for each code, and no two codes have the same.
  mutating func nameCauses(in columns: StudyColumns) {
    for index in pairs.indices where pairs[index].causes.count > 1 {
      let pair = pairs[index]
      guard pair.causes.allSatisfy({ $0.hasPrefix("cause ") }),
        let status = columns.index(named: pair.status),
        let words = CauseColumns.words(
          for: columns.profiles[status], in: columns, besides: [pair.time, pair.status])
      else { continue }
      for code in pair.coding.codes.indices {
        guard case .event = pair.coding.codes[code].meaning, let word = words[pair.coding.codes[code].code]
        else { continue }
        pairs[index].coding = pairs[index].coding.renaming(code, word)
      }
    }
  }

  /// Gives a numbered cause the name death where overall survival says so.
  ///
  /// Of several numbered causes, the one whose patients die at that very time, but for one in twenty, is death
  /// without another event before it. Where that is true of none or of several, the numbers stay.
  mutating func nameDeath(in columns: StudyColumns, study: StudyFile) {
    guard let overall = pairs.first(where: { $0.known.name == "OS" && $0.causes.count == 1 }),
      let deaths = ColumnEndpoint(overall.declaration, rule: .namePair, study: study, columns: columns)?
        .endpoint
    else { return }
    for index in pairs.indices where pairs[index].causes.count > 1 {
      let pair = pairs[index]
      guard pair.causes.allSatisfy({ $0.hasPrefix("cause ") }),
        let other = ColumnEndpoint(pair.declaration, rule: .namePair, study: study, columns: columns)?
          .endpoint,
        other.scale.ticksPerUnit == deaths.scale.ticksPerUnit
      else { continue }
      let isDeath = pair.causes.indices.filter { cause in
        let rows = other.status.indices.filter { Int(other.status[$0]) == cause + 1 }
        let died = rows.count { deaths.status[$0] == 1 && deaths.times[$0] == other.times[$0] }
        return died > 0 && died * 20 >= rows.count * 19
      }
      guard isDeath.count == 1 else { continue }
      let name = pair.causes[isDeath[0]]
      for code in pair.coding.codes.indices where pair.coding.codes[code].meaning == .event(name) {
        pairs[index].coding = pairs[index].coding.renaming(code, "death")
      }
    }
  }
}

extension StatusCoding {
  /// The coding with another name for the event of a code.
  func renaming(_ index: Int, _ name: String) -> StatusCoding {
    var codes = codes
    codes[index].meaning = .event(name)
    return StatusCoding(codes: codes, doubt: doubt, remarks: remarks, areDeaths: areDeaths)
  }
}

import CohortEngine

extension EndpointPairs.Pair {
  /// The names of the events, each once, in the order of the codes.
  var causes: [String] {
    var causes: [String] = []
    for case .event(let name) in codes.map(\.meaning) where !causes.contains(name) { causes.append(name) }
    return causes.isEmpty ? [known.event] : causes
  }

  /// The endpoint in which every cause counts.
  var declaration: EndpointDeclaration {
    // Several causes under a plain name are nothing in particular; together they end event-free survival.
    let isPlain = causes.count > 1 && (known.name == KnownEndpoint(stem: "").name)
    let named = isPlain ? KnownEndpoint(stem: "efs") : known
    return EndpointDeclaration(
      name: named.name, label: named.label, source: .columns(time: time, status: status, codes: codes),
      events: causes, entry: entry)
  }
}

extension EndpointPairs {
  /// One endpoint for a single event; for several causes their composite and the incidence of each.
  var guesses: [GuessedEndpoint] {
    var guesses: [GuessedEndpoint] = []
    for pair in pairs {
      let rule: EndpointOrigin.Rule = pair.entry == nil ? .namePair : .intervals
      let composite = pair.declaration
      let prefix = composite.name == "EFS" ? "" : composite.name + "_"
      var declarations = [composite]
      for cause in pair.causes where pair.causes.count > 1 {
        var declaration = composite
        declaration.name = prefix + NameWords(cause).joined
        declaration.label = "Cumulative incidence of \(cause)"
        (declaration.events, declaration.competing) = ([cause], pair.causes.filter { $0 != cause })
        declarations.append(declaration)
      }
      for var declaration in declarations {
        declaration.name = Self.unique(declaration.name, among: guesses)
        guesses.append(GuessedEndpoint(declaration: declaration, rule: rule))
      }
    }
    return guesses
  }

  private static func unique(_ name: String, among guesses: [GuessedEndpoint]) -> String {
    let taken = Set(guesses.map { $0.declaration.name.lowercased() })
    guard taken.contains(name.lowercased()) else { return name }
    return (2...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0.lowercased()) } ?? name
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
      for code in pair.codes.indices where pair.codes[code].meaning == .event(name) {
        pairs[index].codes[code].meaning = .event("death")
      }
    }
  }
}

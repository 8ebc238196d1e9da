extension StudyFile {
  /// The name of the endpoint whose event is death from any cause, counted from time zero, where there is one.
  ///
  /// One called so comes before others that mean the same.
  var overallSurvival: String? {
    let candidates = endpoints.filter { isOverallSurvival($0) }
    return (candidates.first { isNamedSo($0) } ?? candidates.first)?.name
  }

  private func isNamedSo(_ endpoint: EndpointDeclaration) -> Bool {
    endpoint.name.lowercased() == "os" || endpoint.label?.lowercased() == "overall survival"
  }

  private func isOverallSurvival(_ endpoint: EndpointDeclaration) -> Bool {
    guard endpoint.competing.isEmpty, endpoint.origin == nil else { return false }
    switch endpoint.source {
    case .events:
      // Every event that nothing can follow is a death; with one left out it would not be from any cause.
      return Set(endpoint.events) == Set(events.filter(\.isFatal).map(\.name))
    case .columns(_, _, let codes):
      let coded = codes.compactMap { code in if case .event(let name) = code.meaning { name } else { nil } }
      guard Set(coded).isSubset(of: endpoint.events) else { return false }
      return isNamedSo(endpoint) || endpoint.events.allSatisfy(Self.namesDeathFromAnyCause)
    }
  }

  /// Whether a word is death and no more: death from cancer is one of several.
  private static func namesDeathFromAnyCause(_ event: String) -> Bool {
    let words = NameWords(event).words.filter {
      !["from", "of", "any", "all", "cause", "causes"].contains($0)
    }
    return !words.isEmpty && words.allSatisfy(EventDeclaration.namesDeath)
  }
}

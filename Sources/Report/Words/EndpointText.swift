package import CohortModel

/// Endpoints, their causes and axes in words.
package struct EndpointText: Sendable {
  package let endpoint: Endpoint

  package init(_ endpoint: Endpoint) { self.endpoint = endpoint }

  /// One line for a menu: `Overall survival: 9 deaths among 78`; every cause by its name.
  package var summary: String {
    let counts = endpoint.eventCounts
    let counted =
      endpoint.kind == .survival
      ? [events(counts.reduce(0, +), cause: nil)] : counts.indices.map { events(counts[$0], cause: $0) }
    return
      "\(endpoint.label): \(counted.joined(separator: ", ")) among \(NumberText.count(endpoint.usableCount))"
  }

  // MARK: Causes

  /// A cause as it is called; one that is a number alone says that it is an event: `event “1”`.
  func cause(_ index: Int) -> String {
    let cause = endpoint.causes[index]
    return cause.contains(where: \.isLetter) ? cause : "event “\(cause)”"
  }

  /// A cause so that nobody takes it for another: `relapse`, and beside it `death before relapse`.
  package func name(ofCause index: Int) -> String {
    guard endpoint.causes.indices.contains(index) else { return "event" }
    let cause = cause(index)
    if endpoint.isTakenApart { return "\(cause) first" }
    guard endpoint.kind == .competingRisks, endpoint.causes.count > 1 else { return cause }
    let others = endpoint.causes.indices.filter { $0 != index }.map(self.cause)
    let isFatal = Self.isFatal(cause)
    // An event that people survive is what it is; after a death none can come, and deaths have no order.
    if index == 0, !isFatal { return cause }
    let survived = others.filter { !Self.isFatal($0) }
    let later = isFatal || !survived.isEmpty ? survived : others
    return later.isEmpty ? cause : "\(cause) before \(later.joined(separator: " or "))"
  }

  /// What is counted as an event: a cause in its order, or for survival all causes: `relapse or death`.
  package func eventName(cause: Int?) -> String {
    cause.map(name) ?? endpoint.causes.indices.map(self.cause).joined(separator: " or ")
  }

  /// A number of events by name: `9 deaths`, `2 deaths before relapse`, `16 with acute GvHD`, `17 events`.
  package func events(_ count: Int, cause: Int?) -> String {
    let number = NumberText.count(count)
    if cause == nil, endpoint.causes.count != 1 { return "\(number) \(count == 1 ? "event" : "events")" }
    let name = eventName(cause: cause ?? 0)
    guard let plural = Self.plural(of: name) else { return "\(number) with \(name)" }
    return "\(number) \(count == 1 ? name : plural)"
  }

  /// The heading of a column that counts events, the longest first: `events (relapse or death)`, `events`.
  package func heading(cause: Int?) -> [String] {
    if cause == nil, endpoint.causes.count != 1 {
      let all = eventName(cause: nil)
      return all.isEmpty ? ["events"] : ["events (\(all))", "events"]
    }
    let name = eventName(cause: cause ?? 0)
    let full = Self.plural(of: name) ?? "with \(name)"
    guard let cut = full.firstRange(of: " before ") else { return [full] }
    return [full, "\(full[..<cut.lowerBound]) first"]
  }

  /// `nil` for words whose plural nobody can know.
  private static func plural(of name: String) -> String? {
    for noun in [
      "relapse", "death", "event", "failure", "recurrence", "rejection", "progression", "infection",
    ] {
      if name.lowercased() == noun { return name + "s" }
      if name.lowercased().hasPrefix(noun + " ") {
        return name.prefix(noun.count) + "s" + name.dropFirst(noun.count)
      }
    }
    return nil
  }

  /// Whether nothing can follow the event.
  static func isFatal(_ cause: String) -> Bool {
    let words = cause.lowercased().split { !$0.isLetter }
    return words.contains {
      ["death", "deaths", "dead", "died", "deceased", "mortality", "fatal"].contains($0)
    }
  }

  private static func isDeathOfAnyCause(_ cause: String) -> Bool {
    ["death", "dead", "died", "deceased", "death from any cause", "death of any cause", "any death"]
      .contains(cause.lowercased())
  }

  // MARK: Titles and axes

  /// What the curves are of: `Disease-free survival`, `Cumulative incidence of relapse`.
  ///
  /// - Parameter cause: the one plotted; `nil` for survival, and for all causes beside each other.
  package func title(cause: Int?) -> String {
    guard endpoint.kind == .competingRisks else { return endpoint.label }
    if endpoint.isTakenApart {
      return "\(endpoint.label), \(cause.map(name) ?? "by what came first")"
    }
    if cause == 0 || (cause == nil && endpoint.causes.count == 1) {
      let says = endpoint.label.lowercased().contains("incidence")
      return says ? endpoint.label : endpoint.label + ", cumulative incidence"
    }
    if let cause { return "Cumulative incidence of \(name(ofCause: cause))" }
    // The label is what people call the first cause here.
    let others = endpoint.causes.indices.dropFirst().map(name)
    let first = endpoint.label.lowercased().contains("incidence") ? "" : ", cumulative incidences"
    return ([endpoint.label] + others).formatted + first
  }

  /// What the height of a curve is: `alive without relapse`, `alive`, `relapse`.
  package func yTitle(cause: Int?) -> String {
    if endpoint.kind == .competingRisks {
      return cause.map(name) ?? (endpoint.causes.count == 1 ? name(ofCause: 0) : "cumulative incidence")
    }
    return withoutEvents
  }

  /// Those without any of the events: `alive without relapse`.
  var withoutEvents: String {
    let rest = endpoint.causes.indices.map(self.cause).filter { !Self.isDeathOfAnyCause($0) }
    let isAlive = rest.count < endpoint.causes.count
    if rest.isEmpty { return isAlive ? "alive" : "without an event" }
    return (isAlive ? "alive without " : "without ") + rest.joined(separator: " or ")
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var formatted: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension EndpointDefinition {
  private static let keys = [
    "label", "time", "from", "status", "codes", "events", "competing", "censoring", "follow_up",
  ]

  /// One line that reads back to the same definition.
  package var text: String {
    var pairs = DefinitionText(name: name)
    pairs.add("label", label)
    if case .columns(let time, let from, let status, let codes) = source {
      pairs.add("time", time)
      pairs.add("from", from)
      pairs.add("status", status)
      let list = codes.map { "\($0.value.asWord)=\($0.meaning.word.asWord)" }
      pairs.parts.append("codes=(\(list.joined(separator: ", ")))")
    }
    pairs.add("events", events)
    pairs.add("competing", competing)
    pairs.add("censoring", censoring)
    pairs.add("follow_up", followUp)
    return pairs.text
  }

  package init(parsing text: String) throws(DefinitionError) {
    let reader = try DefinitionReader(text, keys: Self.keys)
    try self.init(reader)
    try check()
  }

  private init(_ reader: DefinitionReader) throws(DefinitionError) {
    let (time, status) = (try reader.one("time"), try reader.one("status"))
    var events = try reader.several("events")
    let competing = try reader.several("competing") ?? []
    let codes = try reader.codes("codes")
    var source = Source.events
    if time != nil || status != nil || codes != nil {
      guard let time else { throw .missing("time") }
      guard let status else { throw .missing("status") }
      guard let codes else { throw .missing("codes") }
      source = .columns(time: time, from: try reader.one("from"), status: status, codes: codes)
      if events == nil { events = Self.events(of: codes).filter { !competing.contains($0) } }
    }
    guard let events, !events.isEmpty else { throw .missing("events") }
    self.init(
      name: reader.name, label: try reader.one("label"), source: source, events: events, competing: competing,
      censoring: try reader.several("censoring") ?? [], followUp: try reader.one("follow_up"))
    if case .events = source, reader.has("from") { throw .missing("time") }
  }

  /// The events that codes name, each once.
  package static func events(of codes: [Code]) -> [String] {
    var events: [String] = []
    for case .event(let name) in codes.map(\.meaning) where !events.contains(name) { events.append(name) }
    return events
  }

  /// Throws where it contradicts itself.
  package func check() throws(DefinitionError) {
    guard !name.isEmpty else { throw .noName }
    guard !events.isEmpty else { throw .missing("events") }
    var seen: Set<String> = []
    for event in events + competing + censoring where !seen.insert(event).inserted {
      throw .twoParts(event: event)
    }
    guard case .columns(_, _, _, let codes) = source else { return }
    if !censoring.isEmpty { throw .noCode(event: censoring[0]) }
    let named = Self.events(of: codes)
    if let reserved = named.first(where: { ["censored", "unknown", ""].contains($0) }) {
      throw .reserved(reserved)
    }
    for event in events + competing where !named.contains(event) { throw .noCode(event: event) }
    for event in named where !seen.contains(event) {
      throw .expected("“\(event)”", after: "events or competing")
    }
    var values: Set<String> = []
    for code in codes where !values.insert(code.value).inserted { throw .twoParts(event: code.value) }
  }
}

extension EndpointDefinition.Code.Meaning {
  /// As in a study file.
  package var word: String {
    switch self {
    case .censored: "censored"
    case .event(let name): name
    case .unknown: "unknown"
    }
  }
}

extension EventDefinition {
  private static let keys = ["label", "time", "when"]

  /// One line that reads back to the same definition.
  package var text: String {
    var pairs = DefinitionText(name: name)
    pairs.add("label", label)
    pairs.add("time", time)
    pairs.add("when", when)
    return pairs.text
  }

  package init(parsing text: String) throws(DefinitionError) {
    let reader = try DefinitionReader(text, keys: Self.keys)
    guard let time = try reader.one("time") else { throw .missing("time") }
    self.init(name: reader.name, label: try reader.one("label"), time: time, when: try reader.one("when"))
    try check()
  }

  /// Throws where it has no name, or one that means something else.
  package func check() throws(DefinitionError) {
    guard !name.isEmpty else { throw .noName }
    guard !["censored", "unknown"].contains(name) else { throw .reserved(name) }
  }
}

/// A name and `key=value` after it.
private struct DefinitionText {
  var parts: [String]

  init(name: String) { parts = [name.asWord] }

  var text: String { parts.joined(separator: " ") }

  mutating func add(_ key: String, _ value: String?) {
    if let value { parts.append("\(key)=\(value.asWord)") }
  }

  mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    parts.append("\(key)=(\(values.map(\.asWord).joined(separator: ", ")))")
  }
}

/// Reads a name and `key=value`, `key=(value, value)` or `key=(value=value, …)` after it.
private struct DefinitionReader {
  let name: String
  private var values: [String: [(String, String?)]] = [:]

  init(_ text: String, keys: [String]) throws(DefinitionError) {
    var tokens: ArraySlice<FilterToken>
    do throws(FilterSyntaxError) { tokens = try FilterToken.tokens(of: text)[...] } catch {
      throw .syntax(error)
    }
    guard let name = Self.word(&tokens) else { throw .noName }
    self.name = name
    while let token = tokens.first, token.kind != .end {
      guard let key = Self.word(&tokens), keys.contains(key.lowercased()) else {
        throw .unknownKey(token.text, known: keys)
      }
      guard Self.symbol("=", &tokens) else { throw .expected("=", after: key) }
      guard values[key.lowercased()] == nil else { throw .twice(key) }
      values[key.lowercased()] = try Self.list(&tokens, key: key)
    }
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  func one(_ key: String) throws(DefinitionError) -> String? {
    guard let list = values[key] else { return nil }
    guard list.count == 1, list[0].1 == nil else { throw .expected("one name", after: key) }
    return list[0].0
  }

  func several(_ key: String) throws(DefinitionError) -> [String]? {
    guard let list = values[key] else { return nil }
    guard list.allSatisfy({ $0.1 == nil }) else { throw .expected("a list of names", after: key) }
    return list.map(\.0)
  }

  func codes(_ key: String) throws(DefinitionError) -> [EndpointDefinition.Code]? {
    guard let list = values[key] else { return nil }
    var codes: [EndpointDefinition.Code] = []
    for (value, word) in list {
      guard let word else { throw .expected("(0=censored, 1=death)", after: key) }
      codes.append(
        .init(value, word == "censored" ? .censored : word == "unknown" ? .unknown : .event(word)))
    }
    return codes
  }

  private static func list(
    _ tokens: inout ArraySlice<FilterToken>, key: String
  ) throws(DefinitionError) -> [(String, String?)] {
    guard symbol("(", &tokens) else {
      guard let word = word(&tokens) else { throw .expected("a name", after: key) }
      return [(word, nil)]
    }
    var list: [(String, String?)] = []
    while !symbol(")", &tokens) {
      if !list.isEmpty, !symbol(",", &tokens) { throw .expected("a comma or )", after: key) }
      guard let first = word(&tokens) else { throw .expected("a name", after: key) }
      guard symbol("=", &tokens) else {
        list.append((first, nil))
        continue
      }
      guard let second = word(&tokens) else { throw .expected("a meaning", after: first) }
      list.append((first, second))
    }
    return list
  }

  private static func word(_ tokens: inout ArraySlice<FilterToken>) -> String? {
    guard let token = tokens.first, token.kind == .word || token.kind == .quoted else { return nil }
    tokens.removeFirst()
    return token.text
  }

  private static func symbol(_ text: String, _ tokens: inout ArraySlice<FilterToken>) -> Bool {
    guard let token = tokens.first, token.kind == .symbol, token.text == text else { return false }
    tokens.removeFirst()
    return true
  }
}

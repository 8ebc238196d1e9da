import CohortEngine
import CohortModel

extension StudyFileReader {
  static func variable(_ keys: inout TableKeys, name: String) throws(StudyError) -> VariableDeclaration {
    var variable = VariableDeclaration(name: name)
    variable.label = try keys.string("label")
    variable.unit = try keys.string("unit")
    variable.levels = try keys.strings("levels")
    variable.kind = try keys.choice("type", Variable.Kind.self)
    variable.knownAt = try keys.string("known_at")
    variable.cuts = try keys.cuts("cuts")
    variable.reference = try keys.string("reference")
    variable.isInGrid = try keys.bool("in_grid") ?? true
    variable.missing = try keys.strings("missing") ?? []
    variable.isHidden = try keys.bool("hidden") ?? false
    if let node = keys.take("identifier") {
      guard case .bool(let flag) = node.value else { throw keys.wrong(node, "identifier", "true or false") }
      if flag { variable.kind = .identifier }
    }
    if let node = keys.take("groups") {
      guard case .table(let pairs) = node.value else {
        throw keys.wrong(node, "groups", "a table of levels and their conditions")
      }
      for (level, condition) in pairs {
        guard case .string(let when) = condition.value else {
          throw keys.wrong(condition, level, "a condition in quotes")
        }
        variable.groups.append(.init(level: level, when: when))
      }
    }
    return variable
  }

  static func patients(_ keys: inout TableKeys) throws(StudyError) -> PatientDeclaration {
    guard let id = try keys.string("id") else {
      throw .missingKey(
        keys.node.place, key: "patients.id", expected: "the column with the patients' identifiers")
    }
    let parts = try keys.whole("barcode_parts", 1...9)
    let (highest, condition) = (try keys.string("highest"), try keys.string("where"))
    let rules: [String: PatientDeclaration.Rule] = [
      "agreeing": .agreeing, "first": .first, "last": .last, "intervals": .intervals, "each": .each,
    ]
    var rule =
      highest.map(PatientDeclaration.Rule.highest) ?? condition.map(PatientDeclaration.Rule.condition)
    if let node = keys.take("rows") {
      guard rule == nil, case .string(let text) = node.value, let known = rules[text] else {
        throw keys.wrong(
          node, "rows", "one of \(rules.keys.sorted().joined(separator: ", ")), or highest or where instead")
      }
      rule = known
    }
    return PatientDeclaration(id: id, barcodeParts: parts, rule: rule ?? .agreeing)
  }

  static func event(_ keys: inout TableKeys, name: String) throws(StudyError) -> EventDeclaration {
    EventDeclaration(
      name: name, label: try keys.string("label"), column: try reference(&keys),
      when: try keys.string("when"),
      isFatal: try keys.bool("fatal"))
  }

  /// The keys `time` or `date`, one of which must be there.
  static func reference(_ keys: inout TableKeys) throws(StudyError) -> TimeReference {
    switch (try keys.string("time"), try keys.string("date")) {
    case (let time?, nil): return .time(time)
    case (nil, let date?): return .date(date)
    default:
      throw .missingKey(
        keys.node.place, key: "\(keys.name).time", expected: "either time or date, with the name of a column")
    }
  }

  static func endpoint(_ keys: inout TableKeys, name: String) throws(StudyError) -> EndpointDeclaration {
    let preset = PresetEndpoint(name: name)
    var events = try keys.string("event").map { [$0] }
    let several = try keys.strings("events")
    if events == nil { events = several }
    var competing = try keys.strings("competing")
    var endpoint = EndpointDeclaration(
      name: name, label: try keys.string("label") ?? preset?.label, events: [])
    endpoint.censoring = try keys.strings("censoring") ?? []
    endpoint.from = try keys.string("from")
    endpoint.origin = try keys.string("origin")
    endpoint.entry = try keys.string("entry")
    endpoint.row = try keys.string("row")
    if let node = keys.take("follow_up") {
      switch node.value {
      case .string(let column): endpoint.followUp = .time(column)
      default:
        var inner = try TableKeys(node, name: "\(keys.name).follow_up")
        endpoint.followUp = try reference(&inner)
      }
    }
    if let (source, coded) = try columns(&keys) {
      endpoint.source = source
      if events == nil { events = coded.filter { !(competing ?? []).contains($0) } }
    } else if events == nil {
      (events, competing) = (preset?.events, competing ?? preset?.competing)
    }
    guard let events, !events.isEmpty else {
      throw .missingKey(keys.node.place, key: "\(keys.name).events", expected: "the events that count")
    }
    (endpoint.events, endpoint.competing) = (events, competing ?? [])
    return endpoint
  }

  /// The keys `time`, `status` and `codes`, and the events that the codes name in their order.
  private static func columns(
    _ keys: inout TableKeys
  ) throws(StudyError) -> (EndpointDeclaration.Source, events: [String])? {
    let (time, status, codes) = (try keys.string("time"), try keys.string("status"), keys.take("codes"))
    guard time != nil || status != nil || codes != nil else { return nil }
    guard let time, let status, let codes else {
      throw .missingKey(
        keys.node.place, key: keys.name,
        expected: "time, status and codes together, or events instead of them")
    }
    guard case .table(let pairs) = codes.value else {
      throw keys.wrong(codes, "codes", "a table such as { 0 = \"censored\", 1 = \"death\" }")
    }
    var (meanings, events) = ([StatusCode](), [String]())
    for (code, node) in pairs {
      guard case .string(let word) = node.value else {
        throw keys.wrong(node, "codes", "“censored”, “unknown” or the name of an event for each code")
      }
      let meaning: StatusCode.Meaning =
        word == "censored" ? .censored : word == "unknown" ? .unknown : .event(word)
      meanings.append(StatusCode(code, meaning))
      if case .event = meaning, !events.contains(word) { events.append(word) }
    }
    return (.columns(time: time, status: status, codes: meanings), events)
  }
}

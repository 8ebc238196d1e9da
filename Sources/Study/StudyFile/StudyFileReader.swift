import CohortEngine
import CohortModel

/// Reads a study file: what it says, where each thing stands, and which keys mean nothing.
struct StudyFileReader {
  private(set) var file: StudyFile
  private(set) var findings: [Finding] = []
  /// Where the value of a key stands, by its path: `endpoints.OS.events`.
  private(set) var places: [String: Place] = [:]

  init(_ source: SourceText) throws(StudyError) {
    var root = try TableKeys(try TOMLNode(source), name: "")
    guard let study = root.take("study") else {
      throw .missingKey(
        Place(file: source.path, line: 1, column: 1), key: "study",
        expected: "a table [study] with the key data")
    }
    file = StudyFile(data: "")
    try readStudy(study)
    if let node = root.take("patients") {
      var keys = try TableKeys(node, name: "patients")
      file.patients = try Self.patients(&keys)
      finish(keys)
    }
    try each(root.take("variables"), "variables") { reader, keys, name throws(StudyError) in
      reader.file.variables.append(try Self.variable(&keys, name: name))
    }
    try each(root.take("events"), "events") { reader, keys, name throws(StudyError) in
      reader.file.events.append(try Self.event(&keys, name: name))
    }
    if let node = root.take("follow_up") {
      var keys = try TableKeys(node, name: "follow_up")
      file.followUp = try Self.reference(&keys)
      finish(keys)
    }
    try each(root.take("endpoints"), "endpoints") { reader, keys, name throws(StudyError) in
      reader.file.endpoints.append(try Self.endpoint(&keys, name: name))
    }
    try readViews(root.take("views"))
    finish(root)
  }

  /// Where a key stands, or the table it belongs to, or the file begins.
  func place(_ path: String...) -> Place {
    var parts = path[...]
    while !parts.isEmpty {
      if let place = places[parts.joined(separator: "\u{1F}")] { return place }
      parts.removeLast()
    }
    return places["study"] ?? Place(file: "", line: 1, column: 1)
  }

  private mutating func finish(_ keys: TableKeys, path: [String]? = nil) {
    findings += keys.unknown
    guard !keys.name.isEmpty else { return }
    let path = path ?? [keys.name]
    places[path.joined(separator: "\u{1F}")] = keys.node.place
    guard case .table(let pairs) = keys.node.value else { return }
    for (key, node) in pairs { places[(path + [key]).joined(separator: "\u{1F}")] = node.place }
  }

  private mutating func readStudy(_ node: TOMLNode) throws(StudyError) {
    var keys = try TableKeys(node, name: "study")
    guard let data = try keys.string("data") else {
      throw .missingKey(node.place, key: "data", expected: "the path of the table, relative to this file")
    }
    file.data = data
    file.title = try keys.string("title")
    file.notes = try keys.string("notes")
    file.timeUnit = try keys.choice("time_unit", TimeUnit.self)
    file.displayUnit = try keys.choice("display_unit", TimeUnit.self)
    file.origin = try keys.string("origin")
    file.timeZero = try keys.string("time_zero")
    (file.at, file.landmark) = try keys.readingTimes()
    file.dateOrder = try keys.choice("date_order", DateOrder.self)
    file.centuryFrom = try keys.whole("century_from", 1000...2999)
    file.missing = try keys.strings("missing") ?? []
    file.entry = try keys.string("entry")
    finish(keys)
  }

  private mutating func each(
    _ node: TOMLNode?, _ section: String,
    _ body: (inout StudyFileReader, inout TableKeys, String) throws(StudyError) -> Void
  ) throws(StudyError) {
    guard let node else { return }
    var names = try TableKeys(node, name: section)
    for (name, node) in names.takeAll() {
      var keys = try TableKeys(node, name: "\(section).\(name)")
      try body(&self, &keys, name)
      finish(keys, path: [section, name])
    }
  }

  private mutating func readViews(_ node: TOMLNode?) throws(StudyError) {
    guard let node else { return }
    guard case .array(let elements) = node.value else {
      throw .wrongValue(node.place, key: "views", value: node.text, expected: "tables headed [[views]]")
    }
    for (index, element) in elements.enumerated() {
      var keys = try TableKeys(element, name: "views")
      guard let name = try keys.string("name") else {
        throw .missingKey(element.place, key: "name", expected: "what to call the view")
      }
      var view = SavedView(
        name: name, screen: try keys.choice("screen", SavedView.Screen.self) ?? .curves,
        endpoint: try keys.string("endpoint"), by: try keys.string("by"), filter: try keys.string("where"))
      (view.at, view.landmark) = try keys.readingTimes()
      (view.censorAt, view.cause) = (try keys.time("censor_at"), try keys.string("cause"))
      view.interval = try keys.choice("interval", SavedView.Interval.self)
      // What they were called once.
      if let covariates = try keys.strings("variables") { view.covariates = covariates }
      if let note = try keys.string("notes") { view.note = note }
      if let covariates = try keys.strings("covariates") { view.covariates = covariates }
      if let note = try keys.string("note") { view.note = note }
      file.views.append(view)
      finish(keys, path: ["views", String(index)])
    }
  }
}
